import { describe, expect, it } from 'vitest';
import { readVariants } from '../../../../lib/cli/simulate/compare-option.ts';
import { vary } from '../../../../lib/simulation/dry-run/vary.ts';
import { definitions } from '../../../support/definitions.ts';

describe('--compare', () => {
  it('reads variants with a name and settings', () => {
    expect(
      readVariants('now=,a=agents:10,b=agents:14,mode:predictive,cap:2%,c=rule:polite'),
    ).toEqual([
      { name: 'now' },
      { name: 'a', agents: 10 },
      { name: 'b', agents: 14, mode: 'predictive', cap: 0.02 },
      { name: 'c', rule: 'polite' },
    ]);
  });

  it.each([
    [
      'agents:10',
      "--compare must begin with the name of a variant, as in a=agents:10,b=agents:14; 'agents:10' has none",
    ],
    [
      'a=agents:10',
      "--compare needs at least two variants, as in now=,more=agents:14; there is only 'a'",
    ],
    ['a=agents:10,a=agents:12', "--compare: two variants have the name 'a'"],
    [
      'a=agents:10,b=agents:10',
      "--compare: 'a' and 'b' have the same settings, so there is nothing to compare",
    ],
    [
      'a=agents:0,b=',
      "--compare: variant 'a': agents takes a whole number from 1 to 2000, not '0'",
    ],
    [
      'a=mode:progresive,b=',
      "--compare: variant 'a': there is no mode 'progresive'. Did you mean 'progressive'?",
    ],
    ['a=agent:3,b=', "--compare: variant 'a': there is no setting 'agent'; did you mean 'agents'?"],
    ['a=cap:5%,b=', "--compare: variant 'a': cap takes a share from 0% to 3%, not '5%'"],
    [
      'a=fast,b=',
      "--compare: variant 'a': 'fast' is not a setting; write agents:10, mode:progressive or cap:2%",
    ],
    ['a=agents:3,agents:4,b=', "--compare: variant 'a': 'agents' is set twice"],
    [
      '=agents:3,b=',
      "--compare: the name of a variant consists of letters, digits and dashes, at most 30; '' is not a valid name",
    ],
  ])('refuses %s in words', (text, wrong) => {
    expect(readVariants(text)).toEqual({ wrong });
  });
});

describe('a variant of a campaign', () => {
  const centre = definitions({ outbound: { mode: 'ratio', pickupRate: '40%' } });
  const outboundOf = (change: Parameters<typeof vary>[2]) => {
    const varied = vary(centre, 'spring', change);
    if (varied.kind === 'impossible') return varied.because;
    const { mode, pickupRate, pacing, rule } =
      varied.definitions.campaigns.spring?.channels.outbound ?? {};
    return { mode, pickupRate, pacing, rule };
  };

  it('is what it was when nothing is set', () => {
    expect(vary(centre, 'spring', {})).toEqual({ kind: 'varied', definitions: centre });
  });

  it('looks ahead in mode predictive, and keeps the ratio in mode ratio', () => {
    expect(outboundOf({ mode: 'predictive', cap: 0.01 })).toEqual({
      mode: 'predictive',
      pickupRate: undefined,
      pacing: { cap: 0.01, window: 'day' },
      rule: 'rule',
    });
    expect(outboundOf({ pickup: 0.25 })).toMatchObject({ mode: 'ratio', pickupRate: 0.25 });
  });

  it.each([
    [{ rule: 'ruel' }, "there is no rule 'ruel'. Did you mean 'rule'?"],
    [{ cap: 0.01 }, 'a cap has no meaning in mode ratio; add mode:predictive'],
    [
      { mode: 'progressive', pickup: 0.5 } as const,
      'a pickup rate has no meaning in mode progressive; add mode:ratio',
    ],
  ])('cannot be %o', (change, because) => {
    expect(outboundOf(change)).toBe(because);
  });

  it('needs a pickup rate for the ratio', () => {
    const varied = vary(definitions(), 'spring', { mode: 'ratio' });

    expect(varied).toEqual({
      kind: 'impossible',
      because: 'mode ratio needs a pickup rate; add pickup:40%',
    });
  });

  it('leaves calls that agents start in preview (CAM-3)', () => {
    const byHand = definitions({
      campaign: { handling: 'manual-web' },
      outbound: { mode: 'preview' },
    });

    const varied = vary(byHand, 'spring', { mode: 'progressive' });

    expect(varied).toEqual({
      kind: 'impossible',
      because: "agents start the calls of 'spring', which only mode preview offers them",
    });
  });
});

import { describe, expect, it } from 'vitest';
import { comesToWork, groupsOf, phoneSetting } from '../../../../lib/domain/campaigns/handling.ts';
import type { Definitions } from '../../../../lib/language/definitions.ts';
import { Campaign } from '../../../../lib/language/schema/campaign.ts';
import { Queue } from '../../../../lib/language/schema/centre.ts';
import { Ivr } from '../../../../lib/language/schema/ivr.ts';

const ivr = Ivr.parse({
  name: 'Help',
  blocks: {
    'pick-up': { kind: 'answer', next: 'agents' },
    agents: { kind: 'queue', queue: 'help', next: 'bye' },
    bye: { kind: 'disconnect' },
  },
});

const parts = (
  campaigns: Readonly<Record<string, unknown>>,
  handling = 'automatic',
): Pick<Definitions, 'queues' | 'ivrs' | 'campaigns'> => ({
  ivrs: { help: ivr },
  queues: {
    help: Queue.parse({ groups: ['team'], hours: 'office', overflow: 'second' }),
    second: Queue.parse({ groups: ['night'], hours: 'office', overflow: 'help' }),
    sales: Queue.parse({ groups: ['team', 'sellers'], hours: 'office' }),
  },
  campaigns: Object.fromEntries(
    Object.entries(campaigns).map(([id, channels]) => [
      id,
      Campaign.parse({ name: id, handling, channels }),
    ]),
  ),
});

describe('handling (CAM-3)', () => {
  it('holds for the groups of all queues a caller may come to, those of overflows too', () => {
    const definitions = parts({ hotline: { inbound: { numbers: ['main'], ivr: 'help' } } });
    const [hotline] = Object.values(definitions.campaigns);

    expect(hotline && groupsOf(definitions, hotline)).toEqual(['team', 'night']);
  });

  it.each([
    ['automatic', 'automatic', 'automatic'],
    ['manual-web', 'manual-web', 'automatic'],
    ['manual-phone', 'manual-phone', 'manual-phone'],
  ] as const)(
    '%s: the phone is %s where customers call, %s where only agents do',
    (handling, called, calling) => {
      const inbound = { numbers: ['main'], ivr: 'help' };
      const outbound = { queue: 'sales', wrapUp: '30 s' };
      const definitions = parts({ hotline: { inbound }, spring: { outbound } }, handling);

      const settings = ['night', 'sellers'].map((group) => phoneSetting(definitions, group));

      expect(settings).toEqual([
        { handling: called, wrapUp: 30 },
        { handling: calling, wrapUp: 30 },
      ]);
    },
  );

  it('comes with the longest wrap-up of the campaigns a group works for (INB-3, INB-4)', () => {
    const inbound = { numbers: ['main'], ivr: 'help', wrapUp: '30 s', extraWrapUp: '20 s' };
    const definitions = parts({
      hotline: { inbound },
      spring: { outbound: { queue: 'sales', wrapUp: '40 s' } },
    });

    const settings = ['team', 'sellers', 'nobody'].map((group) => phoneSetting(definitions, group));

    expect(settings).toEqual([
      { handling: 'automatic', wrapUp: 50 },
      { handling: 'automatic', wrapUp: 40 },
      undefined,
    ]);
  });

  it.each([
    [undefined, 'free', true],
    ['offline', 'free', true],
    ['break', 'free', true],
    ['offline', 'break', false],
    ['talking', 'free', false],
    ['break', 'offline', false],
  ] as const)('is looked at when somebody goes from %s to %s: %s', (formerly, now, looked) => {
    expect(comesToWork(formerly, now)).toBe(looked);
  });
});

import { describe, expect, it } from 'vitest';
import { scriptFor, scriptsOf } from '../../../../lib/domain/scripts/script-for.ts';
import { definitions } from '../../../support/definitions.ts';
import { anAttempt, aRecord } from '../../../support/records.ts';

const page = { start: 'a', pages: { a: {} } };
const scripts = { renewal: { name: 'Renewal', ...page }, help: { name: 'Help', ...page } };
const idOf = (...given: Parameters<typeof scriptFor>) => scriptFor(...given)?.id;

describe('the script of a call (DIA-5, INB-2)', () => {
  it('is that of the channel the call is on', () => {
    const centre = definitions({
      scripts,
      outbound: { script: 'renewal' },
      inbound: { script: 'help' },
    });

    expect(idOf(centre, anAttempt(aRecord(), 'a1'))).toBe('renewal');
    expect(idOf(centre, anAttempt(aRecord(), 'a1', { direction: 'inbound' }))).toBe('help');
    expect(scriptsOf(centre, 'spring').map(({ name }) => name)).toEqual(['Renewal', 'Help']);
  });

  it('is that of the queue where the channel has none, of an inbound call the one it waits in', () => {
    const centre = definitions({ scripts, inbound: {}, queue: { script: 'help' } });
    const waiting = { queue: 'sales', level: 5, window: 'full', survey: false } as const;
    const inbound = { ivr: 'reception', identity: 'one', waiting } as const;

    expect(idOf(centre, anAttempt(aRecord(), 'a1'))).toBe('help');
    expect(idOf(centre, anAttempt(aRecord(), 'a1', { direction: 'inbound', inbound }))).toBe(
      'help',
    );
    expect(scriptsOf(centre, 'spring').map(({ name }) => name)).toEqual(['Help']);
  });

  it('is none for a text message, or where nobody names one', () => {
    const centre = definitions({ scripts, outbound: { script: 'renewal' } });

    expect(idOf(centre, anAttempt(aRecord(), 'a1', { channel: 'sms' }))).toBeUndefined();
    expect(idOf(definitions({ scripts }), anAttempt(aRecord(), 'a1'))).toBeUndefined();
  });
});

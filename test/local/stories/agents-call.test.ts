// Agents who start the calls of records offered to them (CAM-3), over the wire: events, Lambda,
// queue, Connect.
import { afterEach, describe, expect, it } from 'vitest';
import type { ApiCall } from '../../../lib/local/faults.ts';
import { type Story, type StoryOptions, story } from './story.ts';

const EVA = '601100200';
const JAN = '602100200';
const RENEWALS = {
  folder: 'examples/policy-renewal',
  campaign: 'obnova-2026',
  dialingCode: '+420',
  list: (phones: readonly string[]) =>
    ['Jméno a příjmení;Telefon;E-mail;Rodné číslo;Smlouva;Konec pojištění;Země']
      .concat(phones.map((phone, i) => `Osoba ${i};${phone};;;S-${i};;`))
      .join('\r\n'),
};
/** Monday, 10:00 in Prague: people may be called. */
const TEN = Date.parse('2026-03-02T09:00:00Z');
const AGENTS = [{ id: 'jana.novakova', group: 'obnovy' }];

let open: Story | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

async function begin(options: Omit<StoryOptions, 'of' | 'agents'>): Promise<Story> {
  open = await story({ of: RENEWALS, agents: AGENTS, start: TEN, ...options });
  await open.import();
  await open.switchTo('running');
  return open;
}

const types = (entries: readonly { readonly type: string }[]) => entries.map(({ type }) => type);
const placesFirst = ({ action, nth }: ApiCall) =>
  action === 'StartOutboundVoiceContact' && nth === 1;
const ended = (one: Story) => () => one.events.some(({ type }) => type === 'attempt.settled');

describe('a record offered to an agent who starts the calls (CAM-3)', () => {
  it('is called when she presses call, and talked about and classified as any', async () => {
    const one = await begin({ people: { [EVA]: ['answers'] }, offers: { skips: 0, ignores: 0 } });

    await one.until(() => one.events.some(({ type }) => type === 'record.classified'));

    const journal = types(await one.journal());
    expect(journal.slice(0, 9)).toEqual([
      'record.added',
      'call.ordered',
      'record.offered',
      'offer.taken',
      'call.placed',
      'call.answered',
      'call.routed',
      'call.answered',
      'call.ended',
    ]);
    expect(one.centre.refusals).toEqual([]);
    const published = one.events.filter(({ detail }) => detail.record !== undefined);
    expect(published.map(({ type }) => type)).toEqual(journal);
    expect(one.callsTo(EVA)).toBe(1);
  });

  it('goes back to the list when she does nothing, and is offered again later', async () => {
    const one = await begin({ people: { [EVA]: ['answers'] }, offers: { skips: 0, ignores: 1 } });

    await one.until(() => one.events.filter(({ type }) => type === 'record.offered').length === 2);

    expect(types(await one.journal())).toEqual([
      'record.added',
      'call.ordered',
      'record.offered',
      'offer.returned',
      'call.ordered',
      'record.offered',
    ]);
    expect(one.callsTo(EVA)).toBe(0);
  });

  it('is skipped for the next one', async () => {
    const one = await begin({
      people: { [EVA]: ['answers'], [JAN]: ['answers'] },
      offers: { skips: 1 },
    });

    await one.until(() => one.events.filter(({ type }) => type === 'offer.returned').length === 2);

    const returned = one.events.filter(({ type }) => type === 'offer.returned');
    expect(returned.map(({ detail }) => detail.because)).toEqual(['skipped', 'skipped']);
    expect(new Set(returned.map(({ detail }) => detail.record)).size).toBe(2);
  });

  it('is called once when the function dies behind Connect’s answer and she presses again (DIA-7)', async () => {
    const one = await begin({
      people: { [EVA]: ['answers'] },
      offers: { skips: 0, ignores: 1 },
      faults: { onCall: (call) => (placesFirst(call) ? { kind: 'kill-caller' } : undefined) },
    });
    await one.until(() => one.events.some(({ type }) => type === 'record.offered'));
    const offer = one.events.find(({ type }) => type === 'record.offered')?.detail;
    const { record, attempt, agent } = offer as unknown as Record<string, string>;
    const press = () =>
      one.centre.invoke('call-record', {
        campaign: RENEWALS.campaign,
        record: record ?? '',
        attempt: attempt ?? '',
        agent: agent ?? '',
        press: 'call',
      });

    const first = await press().catch(() => 'died');
    const again = await press();
    await one.until(ended(one));

    expect([first, again]).toEqual(['died', { kind: 'called' }]);
    expect(one.callsTo(EVA)).toBe(1);
    expect(one.centre.network.stats().doubleDialed).toBe(0);
  });
});

// Whole stories of callers who wait, on the local cloud: in which order they are taken, where they
// go when the wait is over, and what is known of those whom nobody took.
import { afterEach, describe, expect, it } from 'vitest';
import { inboundSums } from '../../../lib/simulation/dry-run/inbound-tally.ts';
import type { CallerScript } from '../../../lib/simulation/phone-network/caller.ts';
import type { Story } from './story.ts';
import { story } from './story.ts';

/** Monday, 10:00 in Warsaw. */
const TEN = Date.parse('2026-03-02T09:00:00Z');
const EWA = { id: 'ewa.lis', group: 'reception' };

let open: Story | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

/** Agents have two minutes to log in. */
async function begin(campaign: string, agents: readonly (typeof EWA)[]): Promise<Story> {
  const of = { folder: 'examples/medika-reception', campaign };
  open = await story({ of, people: {}, agents, start: TEN });
  await open.minutes(3);
  return open;
}

const ofType = (one: Story, type: string) => one.events.filter((event) => event.type === type);
const count = (one: Story, type: string) => ofType(one, type).length;
const types = async (one: Story) => (await one.journal()).map(({ type }) => type);
const gatesOf = (detail: Readonly<Record<string, unknown>> | undefined) =>
  (detail?.gates ?? []) as readonly { readonly gate: string; readonly passed: boolean }[];

describe('steps of a queue (PRI-5)', () => {
  it('let a later caller overtake one who has waited longer elsewhere', async () => {
    const one = await begin('appointments', [EWA]);
    const patient: CallerScript = { patience: 1000, talk: 60 };
    one.call('+48601100201', 'appointments', { ...patient, keys: ['1'], talk: 150 });
    await one.minutes(0.3);
    one.call('+48601100202', 'appointments', { ...patient, keys: ['1'] });
    await one.minutes(0.3);
    one.call('+48601100203', 'appointments', { ...patient, keys: ['2'] });

    await one.until(() => count(one, 'attempt.settled') === 3);

    const received = ofType(one, 'call.received').map(({ detail }) => detail.attempt);
    const answered = ofType(one, 'call.answered').map(({ detail }) =>
      received.indexOf(detail.attempt),
    );
    const raised = ofType(one, 'call.priority-raised').map(({ detail }) => [
      received.indexOf(detail.attempt),
      detail.queue,
      detail.waited,
      detail.level,
    ]);
    expect(answered).toEqual([0, 2, 1]);
    expect(raised).toEqual([
      [2, 'results', 40, 2],
      [2, 'results', 80, 1],
    ]);
  });
});

describe('the overflow of a queue (PRI-4)', () => {
  it('takes who has waited longest to agents of another queue', async () => {
    const one = await begin('appointments', [EWA]);

    const contact = one.call('+48601100201', 'appointments', { keys: ['3'], patience: 600 });
    await one.until(() => count(one, 'attempt.settled') === 1);

    expect((await types(one)).slice(1, 6)).toEqual([
      'call.received',
      'call.prioritised',
      'call.routed',
      'call.answered',
      'call.ended',
    ]);
    const [routed] = ofType(one, 'call.routed');
    const [answered] = ofType(one, 'call.answered');
    expect([routed?.detail.queue, answered?.detail.agent]).toEqual(['billing', 'ewa.lis']);
    const waited = Date.parse(answered?.detail.at ?? '') - Date.parse(routed?.detail.at ?? '');
    expect(waited / 1000).toBeGreaterThanOrEqual(120);
    expect(waited / 1000).toBeLessThan(150);
    expect(one.centre.network.describe(contact)?.queue).toContain('/queue/');
    expect(inboundSums(one.tally.inbound)).toMatchObject({ received: 1, answered: 1, missed: 0 });
  });

  it('is no end of waiting: who gives up there was missed, and is called back (INB-13)', async () => {
    const one = await begin('appointments', []);

    one.call('+48601100201', 'appointments', { keys: ['3'], patience: 200 });
    await one.until(() => count(one, 'attempt.settled') === 1);

    expect((await types(one)).slice(1)).toEqual([
      'call.received',
      'call.prioritised',
      'call.routed',
      'call.ended',
      'call.missed',
      'record.recall-scheduled',
      'attempt.settled',
    ]);
    const sums = inboundSums(one.tally.inbound);
    expect(sums).toMatchObject({ received: 1, answered: 0, forwarded: 0, missed: 1, callback: 1 });
  });
});

describe('a call forwarded to a number outside (IVR-8)', () => {
  it('and taken there is neither answered nor missed, and not called back', async () => {
    const one = await begin('appointments', []);

    one.call('+48601100201', 'appointments', { keys: ['3'], patience: 2000 });
    await one.until(() => count(one, 'attempt.settled') === 1);

    expect((await types(one)).slice(1)).toEqual([
      'call.received',
      'call.prioritised',
      'call.routed',
      'call.ended',
      'call.forwarded',
      'record.closed',
      'attempt.settled',
    ]);
    expect(ofType(one, 'call.forwarded')[0]?.detail).toMatchObject({ block: 'office' });
    expect(ofType(one, 'call.ended')[0]?.detail).toMatchObject({ status: 'forwarded' });
    const sums = inboundSums(one.tally.inbound);
    expect(sums).toMatchObject({ received: 1, answered: 0, forwarded: 1, missed: 0 });
  });
});

describe('a caller who withholds their number', () => {
  it('is talked to and gets a record, which no number leads to', async () => {
    const one = await begin('patients', [EWA]);

    one.call(undefined, 'patients', { keys: [undefined, undefined, '0'], talk: 30 });
    await one.until(() => count(one, 'attempt.settled') === 1);

    const [received] = ofType(one, 'call.received');
    expect(received?.detail).toMatchObject({ identity: 'none', phoneEnds: 'withheld' });
    expect(await types(one)).toContain('call.answered');
  });

  it('cannot be called back, asks for it or not (IVR-24, INB-13)', async () => {
    const one = await begin('english', []);

    one.call(undefined, 'english', { keys: ['1'], hangsUpAt: 1, patience: 2000 });
    await one.until(() => count(one, 'attempt.settled') === 1);

    const journal = await types(one);
    expect(journal).toContain('callback.refused');
    expect(journal).not.toContain('record.recall-scheduled');
    const failed = gatesOf(ofType(one, 'call.missed')[0]?.detail).filter(({ passed }) => !passed);
    expect(failed.map(({ gate }) => gate)).toContain('number-shown');
    const lines = one.centre.cloud.logs.lines().map(({ text }) => text);
    expect(lines.filter((text) => /"level":"(ERROR|CRITICAL)"|\+48\d{9}/.test(text))).toEqual([]);
  });
});

// By construction: whatever a running function leaves out because it has heard it already would
// have changed nothing. Functions that remember and one that never does take in the same events, in
// any order and any number of times, and end in the same state and journal. SEED=<n> replays a run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { HeardOfCalls } from '../../../../lib/application/calls/heard-of-calls.ts';
import type { Ports } from '../../../../lib/application/ports/ports.ts';
import type { ContactFacts } from '../../../../lib/domain/model/contact-facts.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { at, ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, TOM } from '../a-floor.ts';

const CONTACT = contactId('contact-1');
const FUNCTIONS = 2;

const moment = (...seconds: readonly number[]) => fc.constantFrom(...seconds.map(at));

const agentHasIt = {
  connectedToAgent: moment(13),
  agent: fc.constantFrom(EVA, TOM),
};
const others = {
  initiated: moment(1, 2),
  connectedToSystem: moment(10),
  enqueued: moment(11, 12),
  disconnected: moment(60, 61),
  wrapUpEnded: moment(80),
  disconnectReason: fc.constantFrom('CUSTOMER_DISCONNECT', 'AGENT_DISCONNECT'),
  machineDetection: fc.constantFrom('HUMAN_ANSWERED'),
  queue: fc.constantFrom('sales'),
};
/** What an event may tell: Connect's own are cumulative, these need not be. */
const facts: fc.Arbitrary<Omit<ContactFacts, 'contact'>> = fc.oneof(
  fc.record(agentHasIt, { requiredKeys: [] }),
  fc.record({ ...others, ...agentHasIt }, { requiredKeys: [] }),
);
const event = fc.record({
  facts,
  by: fc.nat({ max: FUNCTIONS - 1 }),
  twice: fc.boolean(),
});

/** Of a dialer that names no agent beforehand. */
async function placed(): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'], outbound: { mode: 'predictive' } });
  await floor.tick();
  await floor.placeAll();
  return floor;
}

/** A function of its own over the same tables, which counts what it reads of them. */
function aFunction({ ports }: Floor) {
  const seen = { reads: 0 };
  const counting = <A extends readonly unknown[], R>(read: (...args: A) => R) => {
    return (...args: A): R => {
      seen.reads++;
      return read(...args);
    };
  };
  const records: Ports['records'] = {
    ...ports.records,
    load: counting(ports.records.load),
    loadAttempt: counting(ports.records.loadAttempt),
    findByContact: counting(ports.records.findByContact),
  };
  return { ports: { ...ports, records }, seen };
}

async function stateOf(floor: Floor) {
  const entries = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
  return { record: await floor.record('ann'), attempt: await floor.attempt('ann'), entries };
}

describe('events of a call that a function has heard of', () => {
  it('are left out only where they would change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
        const [remembering, reading] = [await placed(), await placed()];
        const functions = Array.from({ length: FUNCTIONS }, () => aFunction(remembering));
        for (const { facts, by, twice } of events) {
          const told = { contact: CONTACT, ...facts };
          for (let times = twice ? 2 : 1; times > 0; times--) {
            await contactEvents(told, functions[by]?.ports ?? remembering.ports);
            await contactEvents(told, aFunction(reading).ports);
          }
        }

        expect(await stateOf(remembering)).toEqual(await stateOf(reading));
      }),
      { numRuns: 300, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });

  it('ask for nothing, as the word of a wait that comes when an agent has the call', async () => {
    const floor = await placed();
    const { ports, seen } = aFunction(floor);
    const waits = { initiated: at(1), connectedToSystem: at(10), enqueued: at(10), queue: 'sales' };
    await contactEvents(
      { contact: CONTACT, ...waits, connectedToAgent: at(11), agent: EVA },
      ports,
    );
    const before = seen.reads;

    const late = await contactEvents({ contact: CONTACT, ...waits }, ports);

    expect(late).toEqual({ outcome: 'nothing new' });
    expect(seen.reads).toBe(before);
    expect(await floor.entries('ann')).toEqual(expect.arrayContaining(['call.routed']));
  });

  it('are read by another function, which has not heard of it', async () => {
    const floor = await placed();
    const [one, other] = [aFunction(floor), aFunction(floor)];
    await contactEvents({ contact: CONTACT, initiated: at(1), enqueued: at(10) }, one.ports);

    const late = await contactEvents({ contact: CONTACT, enqueued: at(10) }, other.ports);

    expect(late).toEqual({ outcome: 'nothing new' });
    expect(other.seen.reads).toBeGreaterThan(0);
  });
});

describe('what a function has heard of calls', () => {
  it('is kept of the thousand it heard of last', () => {
    const heard = new HeardOfCalls();
    const facts = (n: number) => ({ contact: contactId(`contact-${n}`), enqueued: at(n) });
    for (let n = 0; n <= 1000; n++) heard.note(facts(n));

    expect([0, 1, 1000].map((n) => heard.hasAll(facts(n)))).toEqual([false, true, true]);
  });
});

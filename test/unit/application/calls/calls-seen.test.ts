// By construction: what a function takes in without a read it would have taken in with one. Two
// functions that remember calls, over an index that lags, and one that reads each time take in the
// same events, late, twice and in any order, while others edit, erase, classify and apply the rule:
// both end in the same state and journal. SEED=<n> replays a run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallsSeen } from '../../../../lib/application/calls/calls-seen.ts';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import type { Ports } from '../../../../lib/application/ports/ports.ts';
import type { UnderWay } from '../../../../lib/application/ports/record-store.ts';
import { eraseRecord } from '../../../../lib/application/records/erase-record.ts';
import { callsAndRules } from '../../../../lib/application/rules/calls-and-rules.ts';
import type { ContactFacts } from '../../../../lib/domain/model/contact-facts.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { plus } from '../../../../lib/domain/model/instant.ts';
import { anAttempt, aRecord, at, changed, NOW, ref, taken } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, SPRING } from '../a-floor.ts';

const NAMES = ['ann', 'ben', 'cid'] as const;
const FUNCTIONS = 2;

const call = fc.nat({ max: NAMES.length - 1 });
const by = fc.nat({ max: FUNCTIONS - 1 });
const moments = {
  initiated: at(1),
  connectedToSystem: at(10),
  enqueued: at(10),
  connectedToAgent: at(12),
  disconnected: at(40),
  wrapUpEnded: at(60),
};
const ORDER = ['initiated', 'connectedToSystem', 'enqueued', 'connectedToAgent'] as const;
/** As Connect tells it: an event repeats what was before. */
const facts: fc.Arbitrary<Omit<ContactFacts, 'contact'>> = fc.oneof(
  fc.constant({ initiated: at(1), disconnected: at(26), disconnectReason: 'TELECOM_BUSY' }),
  fc.nat({ max: 3 }).chain((last) => {
    const so = Object.fromEntries(ORDER.slice(0, last + 1).map((name) => [name, moments[name]]));
    const agent = last === 3 ? { agent: EVA } : {};
    const { disconnected, wrapUpEnded } = moments;
    return fc.constantFrom(
      { ...so, ...agent },
      { ...so, ...agent, disconnected },
      ...(last === 3 ? [{ ...so, ...agent, disconnected, wrapUpEnded }] : []),
    );
  }),
);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('event' as const), call, facts, by, lag: fc.nat(2) }),
  },
  fc.record({ kind: fc.constantFrom('edit', 'erase', 'classify'), call }),
  fc.record({ kind: fc.constant('rule' as const), call, by }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(1, 5, 30, 400) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Of a dialer that names no agent beforehand. */
async function placed(): Promise<Floor> {
  const floor = await aFloor({ records: NAMES, outbound: { mode: 'predictive' } });
  for (const agent of ['tom', 'ida', 'jan']) await floor.agent(agent as typeof EVA);
  await floor.tick();
  await floor.placeAll();
  return floor;
}

type Shown = readonly UnderWay[];

/** A function of its own over the same tables, whose looks show what is given. */
function aFunction({ ports }: Floor, shows: () => Shown, asked: string[] = []): Ports {
  const told = <A extends readonly unknown[], R>(name: string, ask: (...args: A) => R) => {
    return (...args: A): R => {
      asked.push(name);
      return ask(...args);
    };
  };
  const records: Ports['records'] = {
    ...ports.records,
    load: told('record', ports.records.load),
    loadAttempt: told('attempt', ports.records.loadAttempt),
    findByContact: told('contact', ports.records.findByContact),
    someUnderWay: told('look', async () => ({ calls: shows(), isAll: true })),
  };
  return { ...ports, records };
}

/** Asks each time. */
const reading = ({ ports }: Floor): Ports => ({
  ...ports,
  records: {
    ...ports.records,
    lastRead: () => undefined,
    someUnderWay: async () => ({ calls: [], isAll: true }),
  },
});

async function contactOf(floor: Floor, n: number) {
  const name = NAMES[n] ?? 'ann';
  const [first] = floor.ports.records.attemptsOf(ref('spring', name));
  return { name, attempt: first?.id ?? '', contact: first?.contact ?? contactId('none') };
}

async function perform(floor: Floor, step: Step, ports: Ports, seconds: number): Promise<unknown> {
  if (step.kind === 'wait') return floor.waitUntil(seconds);
  const { name, attempt, contact } = await contactOf(floor, step.call);
  const of = ref('spring', name);
  if (step.kind === 'event') return contactEvents({ contact, ...step.facts }, ports);
  if (step.kind === 'erase') return eraseRecord(of, 'olga', floor.ports);
  if (step.kind === 'edit') {
    const before = await floor.record(name);
    const after = changed(before, { fields: { city: `Brno ${before.version}` } });
    return floor.ports.records.commit({ before, after, entries: [] });
  }
  const run = { campaign: 'spring', record: name, attempt };
  if (step.kind === 'classify')
    return classifyRecord({ ...run, classifier: 'sold', agent: EVA, fields: {} }, floor.ports);
  const { settled } = await floor.attempt(name);
  if (!settled) return undefined;
  const rule = { ...run, rule: 'rule', version: 'v1' };
  const begun = await callsAndRules({ ...rule, tiles: {}, entries: [] }, ports);
  const actions = { again: { kind: 'recontact', after: { days: 0, seconds: 7200 } } } as const;
  const end = { path: '/again', restarted: '', result: 'none', values: {}, actions };
  return [begun, await callsAndRules({ ...rule, ...end }, ports)];
}

async function stateOf(floor: Floor) {
  return Promise.all(
    NAMES.map(async (name) => ({
      record: await floor.record(name),
      attempts: floor.ports.records.attemptsOf(ref('spring', name)),
      entries: await floor.ports.journal.ofRecord(ref('spring', name)),
    })),
  );
}

describe('calls a function has seen in flight', () => {
  it('are taken further as by one that reads them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
        const [remembering, asking] = [await placed(), await placed()];
        const history: Shown[] = [await remembering.ports.records.underWay(SPRING)];
        let lag = 0;
        const shows = () => history.at(-1 - Math.min(lag, history.length - 1)) ?? [];
        const functions = Array.from({ length: FUNCTIONS }, () => aFunction(remembering, shows));
        let seconds = 26;
        for (const each of steps) {
          if (each.kind === 'wait') seconds += each.seconds;
          if (each.kind === 'event') lag = each.lag;
          const ports = ('by' in each ? functions[each.by] : undefined) ?? remembering.ports;

          const outcome = await perform(remembering, each, ports, seconds);
          expect(await perform(asking, each, reading(asking), seconds)).toEqual(outcome);
          history.push(await remembering.ports.records.underWay(SPRING));
        }

        expect(await stateOf(remembering)).toEqual(await stateOf(asking));
      }),
      { numRuns: 300, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });

  it('need no read when they end', async () => {
    const floor = await placed();
    const asked: string[] = [];
    const ports = aFunction(floor, () => shown, asked);
    const shown = await floor.ports.records.underWay(SPRING);
    const rangOut = { initiated: at(1), disconnected: at(26), disconnectReason: 'TELECOM_BUSY' };

    for (const n of [0, 1, 2])
      await contactEvents({ contact: (await contactOf(floor, n)).contact, ...rangOut }, ports);

    // the first tells which campaign it is
    expect(asked).toEqual(['contact', 'record', 'attempt', 'look']);
    expect((await stateOf(floor)).map(({ attempts: [one] }) => one?.status)).toEqual(
      NAMES.map(() => 'busy'),
    );
  });
});

describe('what a function has seen of calls', () => {
  const shown = (n: number) => {
    const record = aRecord(`person-${n}`);
    const attempt = anAttempt(record, `a${n}`, { contact: contactId(`contact-${n}`) });
    return { record: taken(record, `a${n}`), attempt };
  };
  const stored = (n: number) => {
    const { record, attempt } = shown(n);
    return { before: record, after: record, attempt: { before: attempt, after: attempt } } as const;
  };
  const told = (n: number) => ({ contact: contactId(`contact-${n}`), disconnected: at(26) });
  const knowing = (...calls: readonly number[]) => {
    const seen = new CallsSeen();
    for (const n of calls) seen.stored({ ...stored(n), entries: [] }, NOW);
    return seen;
  };

  it('is kept for a minute', () => {
    const seen = knowing(1);

    expect(seen.as(told(1), plus(NOW, 60))).toBeDefined();
    expect(seen.as(told(1), plus(NOW, 61))).toBeUndefined();
  });

  it('is kept of the last hundred', () => {
    const seen = knowing(...Array.from({ length: 101 }, (_, n) => n));

    expect([0, 1, 100].map((n) => seen.as(told(n), NOW) !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is kept for ten minutes while an agent talks, until the call has ended', () => {
    const seen = new CallsSeen();
    const { record, attempt } = shown(1);
    const timestamps = { ...attempt.timestamps, connectedToAgent: at(12) };
    const talks = { ...attempt, agent: EVA, timestamps };
    seen.stored({ ...stored(1), attempt: { before: attempt, after: talks }, entries: [] }, NOW);
    const facts = { ...told(1), connectedToAgent: at(12), disconnected: at(500), agent: EVA };

    expect(seen.as(facts, at(600))).toEqual(expect.objectContaining({ record, attempt: talks }));
    expect(seen.as({ ...facts, wrapUpEnded: at(590) }, at(600))).toBeUndefined();
    expect(seen.as(facts, at(601))).toBeUndefined();
  });

  it('is not relied on for forty calls after one that others had changed', () => {
    const seen = knowing(1);
    seen.refused();

    const told40 = Array.from({ length: 40 }, () => seen.as(told(1), NOW));

    expect(told40).toEqual(told40.map(() => undefined));
    expect(seen.as(told(1), NOW)).toBeDefined();
  });

  it('is not relied on when another function must have been told what came before', () => {
    const facts = { ...told(1), enqueued: at(20) };

    expect(knowing(1).as(facts, at(23))).toBeDefined();
    expect(knowing(1).as(facts, at(24))).toBeUndefined();
    expect(knowing(1).as({ ...facts, connectedToAgent: at(21) }, at(23))).toBeUndefined();
  });

  it('looks no more for five minutes after three looks in vain, or when too many are in flight', async () => {
    const looks = async (isAll: boolean, times: readonly number[]) => {
      const seen = knowing(1);
      let count = 0;
      const store = {
        someUnderWay: async () => {
          count++;
          return { calls: [], isAll };
        },
      };
      for (const time of times) await seen.look(told(7), at(time), store);
      return count;
    };

    expect(await looks(true, [1, 2, 3, 4, 302])).toBe(3);
    expect(await looks(true, [1, 2, 3, 4, 304])).toBe(4);
    expect(await looks(false, [1, 2, 300, 302])).toBe(2);
  });
});

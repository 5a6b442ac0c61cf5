// DIA-7: a tick may die after any of its deeds, or lose its ports at any of them. Whatever it has
// done by then, no number is asked for twice, and no record is lost.
import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import type { Ports } from '../../../../lib/application/ports/ports.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { LONGEST_CALL } from '../../../../lib/domain/records/deadlines.ts';
import { aFloor, EVA, type Floor, rangOut, TOM } from '../a-floor.ts';

const PEOPLE = ['ann', 'ben', 'cid'] as const;

/** The tick's deeds, those that change something outside. */
const DEEDS = [
  'contactLog.add',
  'throttle.takeUpTo',
  'records.orderEach',
  'telephony.dial',
  'records.commitEach',
  'records.commit',
  'campaigns.commit',
  'dialQueue.send',
  'tickQueue.send',
  'tickQueue.sendEach',
] as const;

type Deed = (typeof DEEDS)[number];

/** Dies at the n-th deed of the kind, before it or after it. */
interface Death {
  readonly at: Deed;
  readonly nth: number;
  readonly when: 'before' | 'after';
}

function dying(ports: Ports, { at, nth, when }: Death): Ports {
  const [port, method] = at.split('.') as [keyof Ports, string];
  let left = nth;
  const real = ports[port] as unknown as Record<string, (...of: unknown[]) => Promise<unknown>>;
  const deed = async (...of: unknown[]) => {
    const isLast = --left === 0;
    if (isLast && when === 'before') throw new Error('killed');
    const done = await real[method]?.(...of);
    if (isLast) throw new Error('killed');
    return done;
  };
  return { ...ports, [port]: { ...real, [method]: deed } };
}

const input = { campaign: 'spring', until: 0 };

/** Two agents for three people; Connect has time for one call at once, or for all of them. */
async function floorOf(callsPerSecond: number): Promise<Floor> {
  return aFloor({
    records: [...PEOPLE],
    free: [EVA, TOM],
    callsPerSecond,
    contactCaps: [{ most: 2, within: '1 d' }],
  });
}

/** Everything that happens afterwards by itself: other ticks, the queue, the sweeper, events. */
async function goOn(floor: Floor): Promise<void> {
  for (let minute = 0; minute < 40; minute++) {
    floor.waitUntil(minute * 60 + 5);
    await floor.tick();
    await floor.placeAll();
    await sweeper({}, floor.ports);
  }
  for (const n of floor.ports.telephony.placed.keys()) {
    await contactEvents(rangOut({ contact: contactId(`contact-${n + 1}`) }), floor.ports);
  }
  floor.waitUntil(LONGEST_CALL + 3600);
  await sweeper({}, floor.ports);
  for (const agent of [EVA, TOM]) await floor.agent(agent);
  await floor.tick();
  await floor.placeAll();
}

const DEATHS = DEEDS.flatMap((at) =>
  [1, 2].flatMap((nth) => (['before', 'after'] as const).map((when) => ({ at, nth, when }))),
);

describe('a tick that dies (DIA-7)', () => {
  it.each(DEATHS.flatMap((death) => [20, 1].map((rate) => ({ ...death, rate }))))(
    '$when $at, time $nth, at $rate calls a second, has no number asked for twice and loses none',
    async (death) => {
      const floor = await floorOf(death.rate);
      const asked: string[] = [];
      const besides: string[] = [];
      const { records, telephony } = floor.ports;
      const { dial } = telephony;
      telephony.dial = (request) => {
        asked.push(request.attempt);
        const others = records.attemptsOf(request.ref).filter(({ id }) => id !== request.attempt);
        besides.push(
          ...others.filter(({ askedAt, settled }) => askedAt && !settled).map(({ id }) => id),
        );
        return dial(request);
      };

      await dialerTick(input, dying(floor.ports, death)).catch((error: unknown) =>
        expect(String(error)).toContain('killed'),
      );
      const first = asked.length;
      await goOn(floor);

      expect(first).toBeLessThanOrEqual(2);
      expect(new Set(asked).size).toBe(asked.length);
      expect(besides).toEqual([]);
      const called = await Promise.all(
        PEOPLE.map(async (name) => (await floor.record(name)).attempts),
      );
      expect(called.map((attempts) => attempts > 0)).toEqual([true, true, true]);
    },
  );
});

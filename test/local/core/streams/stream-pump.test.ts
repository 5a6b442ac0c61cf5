import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BatchResult,
  type PumpSettings,
  StreamPump,
} from '../../../../lib/local/streams/stream-pump.ts';
import type { StreamRecord } from '../../../../lib/local/streams/stream-source.ts';
import { SimulatedTime } from '../../../../lib/local/time.ts';

const DEFAULTS: PumpSettings = {
  batchSize: 3,
  batchingWindow: 0,
  bisects: false,
  maximumRetryAttempts: 2,
  filters: [],
};

type Process = (names: readonly string[]) => BatchResult;

function world(settings: Partial<PumpSettings>, process: Process) {
  const time = new SimulatedTime(0);
  const batches: (readonly [seconds: number, names: string])[] = [];
  const discarded: string[] = [];
  let arrive: (records: readonly StreamRecord[]) => void = () => {};
  const name = (records: readonly StreamRecord[]) => records.map((one) => one.sequenceNumber);
  new StreamPump({
    name: 'pump',
    settings: { ...DEFAULTS, ...settings },
    source: {
      arn: 'arn',
      subscribe: (consumer) => {
        arrive = consumer;
      },
    },
    time,
    process: async (records) => {
      batches.push([time.now() / 1000, name(records).join('')]);
      return process(name(records));
    },
    discard: (records) => discarded.push(...name(records)),
  });
  const put = (...names: readonly string[]) =>
    arrive(names.map((sequenceNumber) => ({ sequenceNumber, event: { name: sequenceNumber } })));
  return { time, put, batches, discarded };
}

const fine: Process = () => ({ kind: 'done' });
const failsOn =
  (bad: string): Process =>
  (names) => ({ kind: names.includes(bad) ? 'failed' : 'done' });

describe('a stream consumer', () => {
  it('takes records in order, in batches', async () => {
    const { time, put, batches } = world({}, fine);

    put('a', 'b', 'c', 'd');
    await time.untilQuiet();

    expect(batches).toEqual([
      [0, 'abc'],
      [0, 'd'],
    ]);
  });

  it('waits for a batch to fill', async () => {
    const { time, put, batches } = world({ batchingWindow: 10 }, fine);

    put('a');
    time.after(4000, () => put('b'));
    await time.untilQuiet();

    expect(batches).toEqual([[10, 'ab']]);
  });

  it('holds up what comes after a failing batch, with growing pauses, then gives it up', async () => {
    const { time, put, batches, discarded } = world({ batchSize: 1 }, failsOn('a'));

    put('a', 'b');
    await time.untilQuiet();

    expect(batches).toEqual([
      [0, 'a'],
      [1, 'a'],
      [3, 'a'],
      [3, 'b'],
    ]);
    expect(discarded).toEqual(['a']);
  });

  it('tries for a day when told to try for ever', async () => {
    const { time, put, discarded } = world({ maximumRetryAttempts: -1 }, failsOn('a'));

    put('a');
    await time.untilQuiet();

    expect(discarded).toEqual(['a']);
    expect(time.now() / 3_600_000).toBeGreaterThan(23);
  });

  it('tries again from the record a partial failure names', async () => {
    let first = true;
    const { time, put, batches } = world({}, () => {
      if (!first) return { kind: 'done' };
      first = false;
      return { kind: 'failed-from', sequenceNumber: 'b' };
    });

    put('a', 'b', 'c');
    await time.untilQuiet();

    expect(batches).toEqual([
      [0, 'abc'],
      [1, 'bc'],
    ]);
  });

  it('drops what its filter does not let through', async () => {
    const filters = [
      { fields: [{ key: 'name', match: [(value: unknown) => value === 'b'] }], alternatives: [] },
    ];
    const { time, put, batches } = world({ filters }, fine);

    put('a', 'b');
    await time.untilQuiet();

    expect(batches).toEqual([[0, 'b']]);
  });

  it('splitting, processes every good record and discards exactly the bad ones', async () => {
    const records = fc.uniqueArray(fc.integer({ min: 0, max: 200 }).map((n) => `r${n}`));
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.func(fc.boolean()),
        fc.integer({ min: 1, max: 7 }),
        async (names, isBad, batchSize) => {
          const bad = names.filter((name) => isBad(name));
          const done: string[] = [];
          const { time, put, discarded } = world({ bisects: true, batchSize }, (batch) => {
            if (batch.some((name) => bad.includes(name))) return { kind: 'failed' };
            done.push(...batch);
            return { kind: 'done' };
          });

          put(...names);
          await time.untilQuiet();

          expect(discarded).toEqual(bad);
          expect(done).toEqual(names.filter((name) => !bad.includes(name)));
        },
      ),
      { seed: 5, numRuns: 40 },
    );
  });
});

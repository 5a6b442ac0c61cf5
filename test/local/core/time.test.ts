import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimulatedTime } from '../../../lib/local/time.ts';

const MINUTE = 60_000;

describe('simulated time', () => {
  it('runs timers in their order and leaves the clock at the wished instant', async () => {
    const time = new SimulatedTime(0);
    const seen: string[] = [];
    time.at(2 * MINUTE, () => seen.push(`b ${time.now()}`));
    time.at(MINUTE, () => seen.push(`a ${time.now()}`));
    time.at(9 * MINUTE, () => seen.push('never'));

    await time.until(5 * MINUTE);

    expect(seen).toEqual(['a 60000', 'b 120000']);
    expect(time.now()).toBe(5 * MINUTE);
  });

  it('stands while something is in flight', async () => {
    const time = new SimulatedTime(0);
    const seen: number[] = [];
    time.at(MINUTE, () => {
      time.work('a function', async () => {
        for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
        seen.push(time.now());
      });
    });
    time.at(2 * MINUTE, () => seen.push(time.now()));

    await time.untilQuiet();

    expect(seen).toEqual([MINUTE, 2 * MINUTE]);
  });

  it('is not quiet when one thing in flight hands over to the next', async () => {
    const time = new SimulatedTime(0);
    const seen: string[] = [];
    const releaseFirst = time.hold('a request');
    const waiting = time.untilQuiet().then(() => seen.push('quiet'));

    releaseFirst();
    const releaseSecond = time.hold('the function it started');
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
    seen.push('the function ends');
    releaseSecond();
    await waiting;

    expect(seen).toEqual(['the function ends', 'quiet']);
  });

  it('goes on while work sleeps', async () => {
    const time = new SimulatedTime(0);
    const seen: number[] = [];
    time.work('a retry', async (sleep) => {
      await sleep(3 * MINUTE);
      seen.push(time.now());
    });
    time.at(MINUTE, () => seen.push(time.now()));

    await time.untilQuiet();

    expect(seen).toEqual([MINUTE, 3 * MINUTE]);
  });

  it('is quiet although a schedule never ends', async () => {
    const time = new SimulatedTime(0);
    let ticks = 0;
    const tick = () => {
      ticks++;
      time.after(MINUTE, tick, { background: true });
    };
    time.after(MINUTE, tick, { background: true });
    time.after(5 * MINUTE - 1, () => {});

    await time.untilQuiet();

    expect(ticks).toBe(4);
  });

  it('waits for a condition', async () => {
    const time = new SimulatedTime(0);
    let calls = 0;
    for (let i = 1; i <= 9; i++) time.at(i * MINUTE, () => calls++);

    await time.until(() => calls === 3);

    expect(time.now()).toBe(3 * MINUTE);
  });

  it('says so when nothing is left to happen before a condition holds', async () => {
    const time = new SimulatedTime(0);

    await expect(time.until(() => false)).rejects.toThrow('nothing is left to happen');
  });

  it('tells a failure of work nobody waits for once, to whoever waits for time next', async () => {
    const time = new SimulatedTime(0);
    time.at(MINUTE, () => {
      throw new Error('a bug');
    });

    await expect(time.untilQuiet()).rejects.toThrow('a bug');
    await time.untilQuiet();

    expect(time.failures().map((failure) => failure.message)).toEqual(['a bug']);
  });

  it('runs freely until it is paused', async () => {
    const time = new SimulatedTime(0, 1_000_000);
    const rung = new Promise<number>((resolve) => time.at(MINUTE, () => resolve(time.now())));

    time.resume();
    const at = await rung;
    time.pause();

    expect(at).toBe(MINUTE);
  });

  it('rejects whoever waits when it is stopped', async () => {
    const time = new SimulatedTime(0);
    time.hold('for ever');
    const waiting = time.untilQuiet();

    time.stop();

    await expect(waiting).rejects.toThrow('stopped');
  });

  it('runs any set of timers in order of their time, then of their setting', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1000)), async (instants) => {
        const time = new SimulatedTime(0);
        const seen: (readonly [number, number])[] = [];
        for (const [i, at] of instants.entries()) time.at(at, () => seen.push([at, i]));

        await time.untilQuiet();

        const sorted = instants
          .map((at, i) => [at, i] as const)
          .toSorted(([a, i], [b, j]) => a - b || i - j);
        expect(seen).toEqual(sorted);
      }),
      { seed: 7, numRuns: 50 },
    );
  });
});

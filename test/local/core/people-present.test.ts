import { describe, expect, it } from 'vitest';
import { isSpeed, PeoplePresent } from '../../../lib/local/people/people-present.ts';
import { SimulatedTime } from '../../../lib/local/time.ts';

const HOUR = 3_600_000;

/** Real time that passes when the test says so. */
function aRealClock() {
  let now = 0;
  const timers: { at: number; run: (() => void) | undefined }[] = [];
  return {
    later: (ms: number, run: () => void) => {
      const timer: (typeof timers)[number] = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timer.run = undefined;
      };
    },
    pass(ms: number) {
      now += ms;
      for (const timer of timers)
        if (timer.at <= now) {
          timer.run?.();
          timer.run = undefined;
        }
    },
  };
}

function aPage() {
  const paces: (number | undefined)[] = [];
  const real = aRealClock();
  const people = new PeoplePresent({ follow: (speed) => paces.push(speed) }, real.later);
  return { people, paces, ...real };
}

describe('people present', () => {
  it('slow time down when the first comes, and let it go when the last has been away', () => {
    const { people, paces, pass } = aPage();

    const eva = people.connect('eva');
    const tom = people.connect('tom');
    eva();
    pass(10_000);
    tom();
    pass(9_999);
    const before = [...paces];
    pass(1);

    expect(before).toEqual([1, 1]);
    expect(paces).toEqual([1, 1, undefined]);
    expect(people.names()).toEqual([]);
  });

  it('wait for somebody who reloads the page', () => {
    const { people, paces, pass } = aPage();
    const gone: string[] = [];

    const first = people.connect('eva', () => gone.push('eva'));
    first();
    pass(5000);
    people.connect('eva', () => gone.push('eva'));
    pass(60_000);

    expect(gone).toEqual([]);
    expect(paces).toEqual([1, 1]);
  });

  it('take several tabs for one person', () => {
    const { people, pass } = aPage();
    const gone: string[] = [];
    const one = people.connect('eva', () => gone.push('eva'));
    people.connect('eva');

    one();
    one();
    pass(60_000);

    expect(gone).toEqual([]);
    expect(people.names()).toEqual(['eva']);
  });

  it('do not wait for somebody who says that they go', () => {
    const { people, paces } = aPage();
    const gone: string[] = [];
    people.connect('eva', () => gone.push('eva'));

    people.leave('eva');
    people.leave('eva');

    expect(gone).toEqual(['eva']);
    expect(paces).toEqual([1, undefined]);
  });

  it('choose one speed for all, which holds while somebody is there', () => {
    const { people, paces } = aPage();

    people.choose(10);
    people.connect('eva');
    people.connect('tom');
    people.choose(60, 'tom');

    expect(paces).toEqual([10, 10, 60]);
    expect([people.speed, people.chosenBy]).toEqual([60, 'tom']);
    expect([isSpeed(60), isSpeed(7), isSpeed('1')]).toEqual([true, false, false]);
  });
});

describe('the speed of those who have gone', () => {
  it('is not met with by who comes next, unless they only reload the page', () => {
    const { people, paces, pass } = aPage();

    const first = people.connect('eva');
    people.choose(60, 'eva');
    first();
    pass(5000);
    people.connect('eva');
    const reloaded = people.speed;
    people.leave('eva');
    people.connect('tom');

    expect(reloaded).toBe(60);
    expect(paces).toEqual([1, 60, 60, undefined, 1]);
    expect([people.speed, people.chosenBy]).toEqual([1, undefined]);
  });
});

describe('time with people in it', () => {
  it('passes at their speed, and jumps again when they have gone', async () => {
    const time = new SimulatedTime(0);
    const people = new PeoplePresent(time);
    people.choose(60);
    people.connect('eva');
    time.at(300, () => {});
    time.at(48 * HOUR, () => {});
    time.resume();

    await new Promise((resolve) => setTimeout(resolve, 150));
    const during = time.now();
    people.leave('eva');
    await time.until(48 * HOUR);

    // 150 ms at 60 times are 9 s; the machine may be slow, but no two days pass
    expect(during).toBeGreaterThan(300);
    expect(during).toBeLessThan(HOUR);
    expect(time.now()).toBe(48 * HOUR);
    time.stop();
  });

  it('slows down while it runs, without a jump to the end of time', async () => {
    const time = new SimulatedTime(0);
    const people = new PeoplePresent(time);
    time.resume();
    await new Promise(setImmediate);

    people.connect('eva');
    await new Promise((resolve) => setTimeout(resolve, 30));
    people.leave('eva');
    await new Promise((resolve) => setTimeout(resolve, 60));

    expect(Number.isFinite(time.now())).toBe(true);
    time.stop();
  });
});

// Operators pause, resume, deploy other rules and send people home at any moment; the campaign
// survives it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitions, exampleRule, type RuleInput } from '../support/definitions.ts';
import { callee, type Journey, journey } from '../support/journey.ts';

const people = Array.from({ length: 25 }, (_, i) => callee(`r${i}`));
const agents = ['eva', 'tom', 'ida', 'jan'];
const faults = {
  late: 0.1,
  doubled: 0.1,
  outOfOrder: 0.1,
  redelivered: 0.1,
  killed: 0.01,
  exempt: ['campaigns.commit'] as const,
};

const threeTimes: RuleInput = {
  name: 'Three times',
  start: 'count',
  tiles: {
    count: { kind: 'attempts', compare: '>= 3', met: 'close', unmet: 'again' },
    again: { kind: 'recontact', after: '1 h' },
    close: { kind: 'close-record' },
  },
};
const RULES = { three: threeTimes, b: exampleRule('worked-b'), c: exampleRule('worked-c') };

type Deed = (story: Journey) => Promise<void> | void;
const switchTo =
  (to: 'running' | 'paused'): Deed =>
  async ({ centre }) => {
    await centre.perform('switch-campaign', { campaign: 'spring', to, by: 'olga' });
  };
const deploy =
  (rule: keyof typeof RULES): Deed =>
  ({ centre }) =>
    centre.ports.definitions.replace(definitions({ rule: RULES[rule], agents }));

const DEEDS: Readonly<Record<string, Deed>> = {
  'wait a moment': (story) => story.pass(7),
  'wait a while': (story) => story.pass(400),
  'wait for hours': (story) => story.pass(2 * 3600),
  pause: switchTo('paused'),
  resume: switchTo('running'),
  'deploy rule three': deploy('three'),
  'deploy rule b': deploy('b'),
  'deploy rule c': deploy('c'),
  'send everybody home': ({ centre }) => centre.network.logOut(),
  'call everybody in': ({ centre }) => centre.network.startShift(),
};

const pausedCalls = (story: Journey, since: number) =>
  [...story.centre.network.calls()].filter(({ start }) => start > since);

describe('whatever operators do', () => {
  it('sums reconcile, no pause is broken, and every record comes to its end', async () => {
    const deeds = fc.array(fc.constantFrom(...Object.keys(DEEDS)), { minLength: 4, maxLength: 14 });
    const property = fc.asyncProperty(fc.nat(9999), deeds, async (seed, names) => {
      const rule = threeTimes;
      const story = await journey({ people, agents, rule, seed, centre: { faults } });
      for (const name of names) {
        const { state } = await story.centre.ports.campaigns.load(story.refOf('r0').campaign);
        const since = story.centre.now();
        await DEEDS[name]?.(story);
        if (state === 'paused' && name.startsWith('wait')) {
          expect(pausedCalls(story, since)).toEqual([]);
        }
        expect(await story.discrepancies()).toEqual([]);
      }
      await switchTo('running')(story);
      await story.untilQuiet(6);

      const records = await Promise.all(people.map(({ name }) => story.recordOf(name)));
      const open = records.filter(
        ({ state }) => !['closed', 'unhandled', 'set-aside'].includes(state),
      );
      expect(open.map(({ record, state }) => `${record} ${state}`)).toEqual([]);
      expect(await story.discrepancies()).toEqual([]);
    });

    await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 10), seed: 42 });
  });
});

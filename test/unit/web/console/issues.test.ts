// What the console says is wrong with a campaign.
import { describe, expect, it } from 'vitest';
import { issuesOf } from '../../../../web/console/campaigns/issues.ts';

type Campaign = Parameters<typeof issuesOf>[0];
type Live = NonNullable<Parameters<typeof issuesOf>[1]>;

const campaign = (
  changes: Partial<Campaign> = {},
  states: Readonly<Record<string, number>> = { new: 10 },
  waiting = 10,
): Campaign =>
  ({
    state: 'running',
    goal: 'exhaustion',
    channels: ['outbound'],
    totals: { records: 10, waiting, states },
    ...changes,
  }) as Campaign;

const live = (changes: Partial<Live> = {}): Live =>
  ({ at: '', calls: {}, agents: { free: 2 }, against: [], ...changes }) as Live;

const abandonment = (answered: number, abandoned: number): Partial<Live> => ({
  abandonment: { answered, abandoned, cap: 0.03, window: 'day', since: '' },
});
const kinds = (...given: Parameters<typeof issuesOf>) =>
  issuesOf(...given).map(({ kind, tone }) => `${tone} ${kind}`);

describe('a campaign', () => {
  it('that runs with agents and records has no issue', () => {
    expect(kinds(campaign(), live())).toEqual([]);
  });

  it('that is off and has nobody to call says so, one that only takes calls does not', () => {
    const empty = {
      state: 'off' as const,
      totals: { records: 0, waiting: 0, states: {} } as never,
    };

    expect(kinds(campaign(empty), live())).toEqual(['calm no-records']);
    expect(kinds(campaign({ ...empty, channels: ['inbound'] }), live())).toEqual([]);
  });

  it('that runs without anybody at work says so', () => {
    expect(kinds(campaign(), live({ agents: { offline: 3 } }))).toEqual(['bad no-agents']);
  });

  it('whose calls are abandoned more often than the cap allows says so, and before', () => {
    expect(kinds(campaign(), live(abandonment(100, 4)))).toEqual(['bad cap-exceeded']);
    expect(kinds(campaign(), live(abandonment(1000, 26)))).toEqual(['warn cap-near']);
    expect(kinds(campaign(), live(abandonment(1000, 20)))).toEqual([]);
  });

  it('with a handful of answers is not judged by its share yet', () => {
    expect(kinds(campaign(), live(abandonment(10, 1)))).toEqual([]);
  });

  it('that cannot be switched on says by how many reasons', () => {
    const off = campaign({ state: 'off' });

    expect(issuesOf(off, live({ against: ['no sender', 'no agents'] }))).toEqual([
      { kind: 'cannot-start', tone: 'bad', n: 2 },
      { kind: 'off', tone: 'calm', n: 10 },
    ]);
  });

  it('that is paused says how many wait', () => {
    expect(issuesOf(campaign({ state: 'paused' }), live())).toEqual([
      { kind: 'paused', tone: 'warn', n: 10 },
    ]);
  });

  it('has what asks for a person below what is graver', () => {
    const states = { closed: 3, 'set-aside': 5, unhandled: 2 };
    const never = campaign({ goal: 'none' }, states, 0);

    expect(kinds(never, live({ agents: {} }))).toEqual([
      'bad no-agents',
      'warn exhausted',
      'warn set-aside',
      'calm unhandled',
    ]);
  });
});

// Campaigns that share agents: two, four and eight of them, of one priority or several, with
// callers beside them, with groups that overlap, few agents and many.

import type { SharedCampaign, SharedScenario } from './shared-day.ts';

const TEAM = ['team'];

/** Campaigns of one queue. */
const inOneQueue = (
  count: number,
  over: (n: number) => Partial<SharedCampaign> = () => ({}),
): readonly SharedCampaign[] =>
  Array.from({ length: count }, (_, n) => ({ id: `c${n + 1}`, groups: TEAM, ...over(n) }));

/** Answer rates from one in five to one in two, talks from one minute to three. */
const differing = (n: number): Partial<SharedCampaign> => ({
  answers: () => [0.2, 0.35, 0.5, 0.25][n % 4] ?? 0.3,
  talk: [120, 60, 180, 90][n % 4] ?? 120,
});

/**
 * A more important campaign has people to call for a part of every hour: recalls that fall due,
 * say.
 */
const inBursts = (n: number): Partial<SharedCampaign> => ({
  priority: 90 - 20 * n,
  active: (hour) => n > 1 || (hour + n / 4) % 1 < 0.4,
});

/** Queues of neighbouring groups: each group serves two of them. */
const ring = (groups: number): readonly SharedCampaign[] =>
  Array.from({ length: groups }, (_, n) => ({
    id: `c${n + 1}`,
    groups: [`g${n + 1}`, `g${((n + 1) % groups) + 1}`],
  }));

const groupsOf = (groups: number, agents: number) =>
  Object.fromEntries(Array.from({ length: groups }, (_, n) => [`g${n + 1}`, agents]));

export const SHARED_SCENARIOS: readonly SharedScenario[] = [
  { id: 'two-of-5', groups: { team: 5 }, campaigns: inOneQueue(2), days: 12 },
  { id: 'four-of-5', groups: { team: 5 }, campaigns: inOneQueue(4), days: 12 },
  { id: 'two-of-20', groups: { team: 20 }, campaigns: inOneQueue(2), days: 6 },
  { id: 'four-of-20', groups: { team: 20 }, campaigns: inOneQueue(4), days: 6 },
  { id: 'eight-of-20', groups: { team: 20 }, campaigns: inOneQueue(8), days: 6 },
  { id: 'four-differing', groups: { team: 20 }, campaigns: inOneQueue(4, differing), days: 6 },
  { id: 'priorities', groups: { team: 20 }, campaigns: inOneQueue(4, inBursts), days: 6 },
  {
    id: 'callers-beside',
    groups: { team: 20 },
    campaigns: inOneQueue(2),
    inbound: { groups: TEAM, callersPerHour: 120 },
    days: 6,
  },
  {
    id: 'callers-priorities',
    groups: { team: 20 },
    campaigns: inOneQueue(4, inBursts),
    inbound: { groups: TEAM, callersPerHour: 120 },
    // the least of the four has some twenty answers a day
    days: 24,
  },
  { id: 'overlapping', groups: groupsOf(4, 8), campaigns: ring(4), days: 4 },
  { id: 'three-hundred', groups: groupsOf(6, 50), campaigns: ring(6), days: 1 },
];

/**
 * What sharing is measured against: one campaign with all agents that each of them reaches, and the
 * callers beside it. Where groups overlap nobody reaches all: a campaign with every agent of the
 * centre would do better than any routing between the groups allows.
 */
export function alone(scenario: SharedScenario): SharedScenario {
  const groups = scenario.campaigns[0]?.groups ?? [];
  const all = scenario.campaigns;
  const mean = (pick: (campaign: SharedCampaign, hour: number) => number) => (hour: number) =>
    all.reduce((sum, campaign) => sum + pick(campaign, hour), 0) / all.length;
  const one: SharedCampaign = {
    id: 'alone',
    groups,
    answers: mean(({ answers }, hour) => answers?.(hour) ?? 0.3),
    talk: mean(({ talk }) => talk ?? 120)(0),
  };
  const agents = Object.entries(scenario.groups).filter(([group]) => groups.includes(group));
  return { ...scenario, groups: Object.fromEntries(agents), campaigns: [one] };
}

import { describe, expect, it } from 'vitest';
import {
  type CampaignSetting,
  campaignSetting,
} from '../../../../lib/domain/campaigns/campaign-setting.ts';
import {
  type CampaignState,
  neverSwitched,
} from '../../../../lib/domain/campaigns/campaign-state.ts';
import { endOfDay, localDate } from '../../../../lib/domain/contact-hours/calendar.ts';
import {
  freeAgents,
  type PoolInput,
  type PoolMember,
  poolFacts,
} from '../../../../lib/domain/dialing/pacing-input.ts';
import type { AgentActivity, AgentPresence } from '../../../../lib/domain/model/agent.ts';
import { agentId, attemptId, campaignId } from '../../../../lib/domain/model/ids.ts';
import { plus } from '../../../../lib/domain/model/instant.ts';
import type { CampaignRecord, CurrentAttempt } from '../../../../lib/domain/model/record.ts';
import { emptyMemory } from '../../../../lib/domain/pacing/pacing-memory.ts';
import { type CentreInput, definitions, ZONE } from '../../../support/definitions.ts';
import { aRecord, at, NOW, taken } from '../../../support/records.ts';

const presence = (agent: string, activity: AgentActivity, since = -60): AgentPresence => ({
  agent: agentId(agent),
  arn: `arn:${agent}`,
  group: 'sales',
  activity,
  since: at(since),
  eventAt: at(since),
});
const inCall = (attempt: string, changes: Partial<CurrentAttempt>) =>
  taken(aRecord(attempt), attempt, changes);

interface OneCampaign extends Partial<Omit<PoolInput, 'members'>> {
  readonly outbound?: CentreInput['outbound'];
  readonly inFlight?: readonly CampaignRecord[];
  readonly recentOrders?: CampaignState['recentOrders'];
  readonly setting?: Partial<CampaignSetting>;
}

/** A pool with the one campaign `spring`, whose queue the group `sales` serves. */
function pool({ outbound, inFlight = [], recentOrders = [], setting, ...more }: OneCampaign = {}) {
  const found = campaignSetting(definitions({ outbound, queue: { groups: ['sales'] } }), 'spring');
  if (!found) throw new Error('spring dials');
  const { queueHours: _, ...always } = found;
  const member: PoolMember = {
    id: campaignId('spring'),
    setting: { ...always, ...setting },
    state: { ...neverSwitched(campaignId('spring')), state: 'running', recentOrders },
    memory: emptyMemory(),
    inFlight,
    ordered: 0,
    isEmpty: false,
    served: 0,
  };
  const input: PoolInput = {
    presences: [],
    callers: [],
    queues: {},
    now: NOW,
    ...more,
    members: [member],
  };
  return input;
}

function factsOf(campaign: OneCampaign = {}) {
  const facts = poolFacts(pool(campaign));
  const [spring] = facts.campaigns;
  if (!spring) throw new Error('one campaign');
  return { ...spring, agents: facts.agents.get('sales'), callers: facts.callers };
}

describe('what the pacing of a pool is decided by', () => {
  it('leaves out who is offline, and keeps who prepares for a call offered to them', () => {
    const facts = factsOf({
      presences: [
        presence('a', 'free'),
        presence('b', 'free'),
        presence('c', 'ringing'),
        presence('d', 'leaving'),
        presence('e', 'offline'),
      ],
      inFlight: [inCall('1', { offeredTo: agentId('b'), since: at(-5) })],
    });

    expect(facts.agents).toEqual([
      { state: 'free', since: at(-60) },
      { state: 'preparing', since: at(-5) },
      { state: 'talking', since: at(-60) },
      { state: 'leaving', since: at(-60) },
    ]);
  });

  it('counts the calls that still need an agent', () => {
    const phases = ['ordered', 'started', 'connected', 'with-agent', 'wrap-up', 'ended'] as const;

    const facts = factsOf({ inFlight: phases.map((phase) => inCall(phase, { phase })) });

    expect(facts.calls.map(({ state }) => state)).toEqual(['dialing', 'ringing', 'waiting']);
  });

  it('remembers orders the index does not show yet, for a moment', () => {
    const order = (attempt: string, seconds: number) => ({
      attempt: attemptId(attempt),
      at: at(seconds),
    });

    const facts = factsOf({
      inFlight: [inCall('shown', { phase: 'started' })],
      recentOrders: [order('shown', -2), order('unseen', -3), order('old', -5)],
    });

    expect(facts.calls).toEqual([
      { state: 'ringing', since: NOW },
      { state: 'dialing', since: at(-3) },
    ]);
  });

  it('has as many records as wanted, until none is left that may be called', () => {
    const [member] = pool().members;
    if (member === undefined) throw new Error('one campaign');
    const available = (isEmpty: boolean) =>
      poolFacts({ ...pool(), members: [{ ...member, isEmpty }] }).campaigns[0]?.available;

    expect([available(false), available(true)]).toEqual([undefined, 0]);
  });

  it('counts the calls that this tick has ordered as being dialed', () => {
    const [member] = pool().members;
    if (member === undefined) throw new Error('one campaign');

    const facts = poolFacts({ ...pool(), members: [{ ...member, ordered: 2 }] });

    expect(facts.campaigns[0]?.calls).toEqual([
      { state: 'dialing', since: NOW },
      { state: 'dialing', since: NOW },
    ]);
  });

  it('names the agents who could take a call, the one free for longest first', () => {
    const presences = [
      presence('a', 'free', -10),
      presence('b', 'free', -90),
      presence('c', 'talking', -99),
      presence('d', 'free', -95),
    ];
    const inFlight = [inCall('1', { offeredTo: agentId('d') })];

    expect(freeAgents(pool({ presences, inFlight })).map(({ agent }) => agent)).toEqual(['b', 'a']);
  });

  it('dials until the queue closes; without hours until midnight or, over thirty days, nobody knows', () => {
    const closes = { from: 0, to: 24 * 60 - 30 };
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const queueHours = {
      timeZone: ZONE,
      week: Object.fromEntries(days.map((day) => [day, [closes]])),
      exceptions: {},
    };
    const thirtyDays = { mode: 'predictive', pacing: { window: 'thirty-days' } } as const;
    const until = (outbound?: OneCampaign['outbound'], setting?: Partial<CampaignSetting>) =>
      factsOf({ outbound, setting }).recent.until;
    const midnight = endOfDay(localDate(NOW, ZONE), ZONE);

    expect(until()).toBe(midnight);
    expect(until({}, { queueHours })).toBe(plus(midnight, -1800));
    expect(until(thirtyDays)).toBe(NOW);
    expect(until(thirtyDays, { queueHours })).toBe(plus(midnight, -1800));
    expect(until({}, { queueHours: { ...queueHours, week: {} } })).toBe(NOW);
  });

  it('is paced in the mode and under the cap of the campaign (DIA-2, NEW-6)', () => {
    const outbounds = [
      { mode: 'ratio', pickupRate: '40%' },
      { mode: 'predictive' },
      { mode: 'predictive', pacing: { cap: '2%', window: 'thirty-days' } },
    ] as const;

    const facts = outbounds.map((outbound) => factsOf({ outbound }));

    expect(
      facts.map(({ mode, settings: { cap, window, pickupRate } }) => [
        mode,
        cap,
        window,
        pickupRate,
      ]),
    ).toEqual([
      ['ratio', 0.03, 'day', 0.4],
      ['predictive', 0.03, 'day', 0.5],
      ['predictive', 0.02, 'thirty-days', 0.5],
    ]);
  });

  it('lets calls that have an agent of their own take no other', () => {
    const facts = factsOf({
      presences: [presence('a', 'free'), presence('b', 'talking')],
      inFlight: ['a', 'b'].map((name) => inCall(name, { offeredTo: agentId(name) })),
    });

    expect(facts.calls.map(({ hasAgent }) => hasAgent)).toEqual([true, undefined]);
  });

  it('counts callers in queues the agents serve, and those to come by how many agents talk to callers', () => {
    const caller = (name: string, phase: CurrentAttempt['phase'], waitsIn: string) =>
      inCall(name, { phase, inbound: { waitsIn } });
    const facts = factsOf({
      queues: { service: { groups: ['sales', 'service'] }, sales: { groups: ['sales'] } },
      callers: [
        caller('1', 'connected', 'service'),
        ...['2', '3', '4', '5', '6', '7', '8'].map((n) => caller(n, 'with-agent', 'service')),
      ],
      inFlight: [caller('9', 'connected', 'sales'), caller('10', 'connected', 'service')],
    });

    expect(facts.callers).toEqual([
      { groups: ['sales'], waiting: 0, perSecond: 0 },
      { groups: ['sales', 'service'], waiting: 2, perSecond: 0.05 },
    ]);
    expect(facts.calls.map(({ state }) => state)).toEqual(['waiting']);
  });
});

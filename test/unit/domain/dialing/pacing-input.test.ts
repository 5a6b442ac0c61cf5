import { describe, expect, it } from 'vitest';
import { endOfDay, localDate } from '../../../../lib/domain/contact-hours/calendar.ts';
import {
  type Floor,
  freeAgents,
  pacingFacts,
} from '../../../../lib/domain/dialing/pacing-input.ts';
import type { AgentActivity, AgentPresence } from '../../../../lib/domain/model/agent.ts';
import { agentId, attemptId } from '../../../../lib/domain/model/ids.ts';
import { plus } from '../../../../lib/domain/model/instant.ts';
import type { CurrentAttempt } from '../../../../lib/domain/model/record.ts';
import { emptyMemory } from '../../../../lib/domain/pacing/pacing-memory.ts';
import { Outbound } from '../../../../lib/language/schema/campaign.ts';
import { ZONE } from '../../../support/definitions.ts';
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
const floor = (more: Partial<Floor> = {}): Floor => ({
  outbound: Outbound.parse({}),
  presences: [],
  inFlight: [],
  recentOrders: [],
  memory: emptyMemory(),
  zone: ZONE,
  now: NOW,
  ...more,
});

describe('the floor, as the pacing sees it', () => {
  it('leaves out who is offline, and keeps who prepares for a call offered to them', () => {
    const facts = pacingFacts(
      floor({
        presences: [
          presence('a', 'free'),
          presence('b', 'free'),
          presence('c', 'ringing'),
          presence('d', 'leaving'),
          presence('e', 'offline'),
        ],
        inFlight: [inCall('1', { offeredTo: agentId('b'), since: at(-5) })],
      }),
    );

    expect(facts.agents).toEqual([
      { state: 'free', since: at(-60) },
      { state: 'preparing', since: at(-5) },
      { state: 'talking', since: at(-60) },
      { state: 'leaving', since: at(-60) },
    ]);
  });

  it('counts the calls that still need an agent', () => {
    const phases = ['ordered', 'started', 'connected', 'with-agent', 'wrap-up', 'ended'] as const;

    const facts = pacingFacts(floor({ inFlight: phases.map((phase) => inCall(phase, { phase })) }));

    expect(facts.calls.map(({ state }) => state)).toEqual(['dialing', 'ringing', 'waiting']);
  });

  it('remembers orders the index does not show yet, for a moment', () => {
    const order = (attempt: string, seconds: number) => ({
      attempt: attemptId(attempt),
      at: at(seconds),
    });

    const facts = pacingFacts(
      floor({
        inFlight: [inCall('shown', { phase: 'started' })],
        recentOrders: [order('shown', -2), order('unseen', -2), order('old', -5)],
      }),
    );

    expect(facts.calls).toEqual([
      { state: 'ringing', since: NOW },
      { state: 'dialing', since: at(-2) },
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

    expect(freeAgents(floor({ presences, inFlight }))).toEqual(['b', 'a']);
  });

  it('dials until the queue closes; without hours until midnight or, over thirty days, nobody knows', () => {
    const closes = { from: 0, to: 24 * 60 - 30 };
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const queueHours = {
      timeZone: ZONE,
      week: Object.fromEntries(days.map((day) => [day, [closes]])),
      exceptions: {},
    };
    const thirtyDays = Outbound.parse({ mode: 'predictive', pacing: { window: 'thirty-days' } });
    const until = (more: Partial<Floor>) => pacingFacts(floor(more)).recent.until;
    const midnight = endOfDay(localDate(NOW, ZONE), ZONE);

    const found = [{}, { queueHours }, { outbound: thirtyDays }].map(until);

    expect(found).toEqual([midnight, plus(midnight, -1800), NOW]);
    expect(until({ outbound: thirtyDays, queueHours })).toBe(plus(midnight, -1800));
    expect(until({ queueHours: { ...queueHours, week: {} } })).toBe(NOW);
  });

  it('is paced in the mode and under the cap of the campaign (DIA-2, NEW-6)', () => {
    const outbounds = [
      { mode: 'ratio', pickupRate: '40%' },
      { mode: 'predictive' },
      { mode: 'predictive', pacing: { cap: '2%', window: 'thirty-days' } },
    ] as const;

    const facts = outbounds.map((outbound) =>
      pacingFacts(floor({ outbound: Outbound.parse(outbound) })),
    );

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
});

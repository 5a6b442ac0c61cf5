// An event of Connect's agent event stream → the agent's presence. An agent is free for a call when
// the status is routable, no break or log-out follows, and neither a call nor its wrap-up nor
// another channel holds the one slot.
// docs.aws.amazon.com/connect/latest/adminguide/agent-event-stream-model.html

import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { UNHANDLED_STATUS } from '../../domain/campaigns/held-up.ts';
import { isToldByCall } from '../../domain/dialing/agents-in-calls.ts';
import type { AgentActivity } from '../../domain/model/agent.ts';
import { type Instant, instant, parseInstant, plus } from '../../domain/model/instant.ts';
import { own } from '../../language/dictionary.ts';

const Status = z.object({
  Name: z.string(),
  Type: z.string().nullish(),
  StartTimestamp: z.string().nullish(),
});
const Contact = z.object({
  Channel: z.string(),
  InitiationMethod: z.string().nullish(),
  State: z.string(),
  StateStartTimestamp: z.string().nullish(),
});
const Concurrency = z.object({ Channel: z.string(), AvailableSlots: z.number().nullish() });
const Snapshot = z.object({
  AgentStatus: Status,
  NextAgentStatus: Status.partial().nullish(),
  Configuration: z.object({
    Username: z.string().min(1),
    RoutingProfile: z.object({
      Name: z.string(),
      Concurrency: z.array(Concurrency).nullish(),
    }),
  }),
  Contacts: z.array(Contact).nullish(),
});
type Snapshot = z.output<typeof Snapshot>;

const AgentEvent = z.object({
  AgentARN: z.string().min(1),
  EventTimestamp: z.string(),
  EventType: z.string(),
  CurrentAgentSnapshot: Snapshot,
  PreviousAgentSnapshot: z.unknown(),
});

/**
 * Seconds for which Connect's repetitions of what an agent does, every two minutes, are left out.
 * They are for who has not heard of the agent, and for events that could not be taken in.
 */
const REPEATED_AFTER = 9 * 60;

/**
 * Reads events of a running function; of agents it has heard of lately it leaves out what says
 * nothing new: repetitions, and that an agent has the call which rang.
 */
export function agentEventReader(deployment: string) {
  const read = readAgentEvent(deployment);
  const heard = new Map<string, Instant>();
  return (body: unknown): TaskInput<'agent-events'> | undefined => {
    const presence = read(body);
    const { arn, eventAt } = presence;
    const { EventType: type } = body as { readonly EventType?: unknown };
    const before = heard.get(arn);
    const isLately = before !== undefined && eventAt < plus(before, REPEATED_AFTER);
    if (isLately && (type === 'HEART_BEAT' || goesOn(presence, body, deployment))) return undefined;
    heard.set(arn, instant(eventAt));
    return presence;
  };
}

/** How a contact of which contact events tell us has begun. */
const TOLD_BY_CALL: ReadonlySet<unknown> = new Set(['API', 'INBOUND']);

/** Whether the agent is in the call that rang just before, or in the same one as before. */
function goesOn(
  { activity }: TaskInput<'agent-events'>,
  body: unknown,
  deployment: string,
): boolean {
  if (activity !== 'talking' && activity !== 'ringing') return false;
  const { EventType, CurrentAgentSnapshot: now, PreviousAgentSnapshot } = AgentEvent.parse(body);
  const before = Snapshot.safeParse(PreviousAgentSnapshot);
  if (EventType !== 'STATE_CHANGE' || !before.success) return false;
  const call = callOf(now);
  return (
    TOLD_BY_CALL.has(call?.InitiationMethod) &&
    callOf(before.data) !== undefined &&
    isToldByCall(shownActivity(before.data), activity) &&
    before.data.Configuration.RoutingProfile.Name === now.Configuration.RoutingProfile.Name &&
    heldOf(before.data, deployment) === heldOf(now, deployment)
  );
}

/**
 * @param deployment its name: in an instance that several deployments share, a routing profile is
 *   named after it and the group, else after the group alone
 */
export const readAgentEvent =
  (deployment: string) =>
  (body: unknown): TaskInput<'agent-events'> => {
    const event = AgentEvent.parse(body);
    const snapshot = event.CurrentAgentSnapshot;
    const { Username, RoutingProfile } = snapshot.Configuration;
    const shown = activityOf(snapshot);
    return {
      agent: Username,
      arn: event.AgentARN,
      group: withoutPrefix(RoutingProfile.Name, `${deployment} `),
      activity: event.EventType === 'LOGOUT' ? 'offline' : shown.activity,
      since: shown.since ?? parseInstant(event.EventTimestamp),
      held: heldOf(snapshot, deployment),
      eventAt: parseInstant(event.EventTimestamp),
    };
  };

const withoutPrefix = (name: string, prefix: string): string =>
  name.startsWith(prefix) ? name.slice(prefix.length) : name;

/** MISSED and ERROR end by themselves or in the slot count; the others keep the agent busy. */
const BUSY: Readonly<Record<string, AgentActivity>> = {
  INCOMING: 'ringing',
  PENDING: 'ringing',
  CONNECTING: 'ringing',
  CONNECTED: 'talking',
  CONNECTED_ONHOLD: 'talking',
  PAUSED: 'talking',
  ENDED: 'wrap-up',
};

/** What of a snapshot tells what an agent does. */
type Shown = Pick<Snapshot, 'AgentStatus' | 'NextAgentStatus' | 'Contacts'> & {
  readonly Configuration: {
    readonly RoutingProfile: Pick<Snapshot['Configuration']['RoutingProfile'], 'Concurrency'>;
  };
};

export function activityOf(snapshot: Shown): {
  readonly activity: AgentActivity;
  readonly since: Instant | undefined;
} {
  const since = sinceOf(snapshot);
  return { activity: shownActivity(snapshot), since: since ? parseInstant(since) : undefined };
}

function shownActivity(snapshot: Shown): AgentActivity {
  const kind = kindOf(snapshot.AgentStatus);
  if (kind !== 'ROUTABLE') return kind === 'OFFLINE' ? 'offline' : 'break';
  if (snapshot.NextAgentStatus && !isForCalls(snapshot.NextAgentStatus)) return 'leaving';
  const call = callOf(snapshot);
  if (call) return own(BUSY, call.State) ?? 'free';
  return hasSlot(snapshot) ? 'free' : 'talking';
}

/** A next status that takes back another one. */
const isForCalls = ({ Type, Name = '' }: Partial<Snapshot['AgentStatus']>): boolean =>
  kindOf({ Type, Name }) === 'ROUTABLE';

export function heldOf(
  { AgentStatus, NextAgentStatus }: Pick<Snapshot, 'AgentStatus' | 'NextAgentStatus'>,
  deployment: string,
): 'now' | 'next' | undefined {
  const isHold = (name = '') => withoutPrefix(name, `${deployment} `) === UNHANDLED_STATUS;
  if (isHold(AgentStatus.Name)) return 'now';
  return isHold(NextAgentStatus?.Name) ? 'next' : undefined;
}

/**
 * Events written before statuses had a type tell it by the names Connect gives the two it knows
 * itself.
 */
function kindOf({ Type, Name }: Snapshot['AgentStatus']): string {
  return Type ?? { Available: 'ROUTABLE', Offline: 'OFFLINE' }[Name] ?? 'CUSTOM';
}

/** The call that keeps the agent busy; of several the one furthest on. */
function callOf({ Contacts }: Shown) {
  const order = Object.keys(BUSY);
  const calls = (Contacts ?? []).filter(
    ({ Channel, State }) => Channel === 'VOICE' && Object.hasOwn(BUSY, State),
  );
  return calls.toSorted((a, b) => order.indexOf(b.State) - order.indexOf(a.State))[0];
}

/**
 * Connect counts down the slots of voice while chats or tasks keep the agent; profiles without
 * counts leave one.
 */
function hasSlot({ Configuration }: Shown): boolean {
  const { Concurrency: all } = Configuration.RoutingProfile;
  const voice = all?.find(({ Channel }) => Channel === 'VOICE');
  return (voice?.AvailableSlots ?? 1) > 0;
}

function sinceOf(snapshot: Shown): string | null | undefined {
  return callOf(snapshot)?.StateStartTimestamp ?? snapshot.AgentStatus.StartTimestamp;
}

// One ordered call, placed, and asked for once (ask-once.ts). Whether the record may be called is
// asked once more: nothing is dialed after a pause, however old the order is (DIA-6).

import { callSettings } from '../../domain/calls/call-settings.ts';
import { applyContactFacts, refused } from '../../domain/calls/settlement.ts';
import { type CampaignSetting, campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { gateFacts } from '../../domain/dialing/gate-facts.ts';
import { asksForContact, mayCall } from '../../domain/dialing/gates.ts';
import { withdraw } from '../../domain/dialing/orders.ts';
import { dialedPriority } from '../../domain/inbound/call-priority.ts';
import type { Standing } from '../../domain/ledger/ledger.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { Change } from '../../domain/model/change.ts';
import type { Gate } from '../../domain/model/gate.ts';
import { type Instant, nowAfter } from '../../domain/model/instant.ts';
import { parametersOf } from '../../domain/model/record.ts';
import { asked, giveBack, nextVersion, notAsked } from '../../domain/records/record-changes.ts';
import { beginContact, type ContactToBegin, contactNotMade } from '../ledger/contacting.ts';
import type { DialOrder } from '../ports/dial-queue.ts';
import type { Dialed, DialRequest } from '../ports/telephony.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import {
  type AskedOnce,
  askOnce,
  commitAttempt,
  type LoadedAttempt,
  type OnceAsked,
} from './ask-once.ts';

type Needs = PortsOf<'place-call'>;
/** What follows once Connect has been asked for. */
type AnswerNeeds = Pick<Needs, 'records' | 'definitions' | 'contactLog' | 'clock'>;

/** known: what was to be stored had been stored before. */
export type Placing =
  | { readonly kind: 'placed'; readonly known: boolean }
  | { readonly kind: 'refused'; readonly known: boolean; readonly reason: string }
  /** The record is as it was before the order. */
  | { readonly kind: 'taken-back'; readonly known: boolean; readonly gates: readonly Gate[] }
  | { readonly kind: 'waits' }
  | { readonly kind: 'asked-before' };

/** What was read before a call is placed. */
export interface ToPlace extends LoadedAttempt {
  readonly campaign: Pick<CampaignState, 'state'>;
  readonly standingOf: (address: string) => Promise<Standing>;
}

/** @param order what stands behind it is ordered, and nobody's decision is waited for any more */
export async function place(order: DialOrder, loaded: ToPlace, ports: Needs): Promise<Placing> {
  const setting = campaignSetting(ports.definitions.definitions(), order.ref.campaign);
  const now = nowAfter(ports.clock.now(), loaded.record.current?.since);
  const held = await whyNot(loaded, setting, now, ports);
  if (held.refusing !== undefined || setting?.queue === undefined) {
    return takeBack(order, held.refusing ?? [noQueue], ports);
  }
  const token = await ports.throttle.take(ports.clock.now());
  if (!token.granted) {
    const delay = Math.max(1, secondsUntil(token.retryAt, now));
    await ports.dialQueue.send([order], [delay]);
    return { kind: 'waits' };
  }
  const full = await beginContact(contactOf(loaded), ports);
  if (full.length > 0) {
    const gates = full.map(({ gate }) => gate);
    return takeBack(order, gates, ports);
  }
  const request = dialRequest(loaded, setting, setting.queue.id, held.agent, ports);
  const answer = await askOnce(order, ports, askingFor(request, ports), loaded);
  return answer === undefined ? { kind: 'asked-before' } : store(order, answer, ports);
}

/** The call as the caps on contacts count it. */
export const contactOf = ({ record, attempt }: LoadedAttempt): ContactToBegin => ({
  campaign: record.campaign,
  record,
  channel: 'voice',
  address: attempt.endpoint,
  id: attempt.id,
  isWanted: asksForContact(record),
});

/** As a delay of the queue. */
export const secondsUntil = (at: Instant | undefined, now: Instant): number =>
  Math.min(900, Math.max(0, Math.ceil(((at ?? now) - now) / 1000)));

/** Connect was not asked for it, and it was not taken back. */
export const isOrdered = ({ record: { current }, attempt }: LoadedAttempt): boolean =>
  current?.attempt === attempt.id &&
  current.phase === 'ordered' &&
  attempt.contact === undefined &&
  attempt.askedAt === undefined;

/** An order that is still one, recorded as asked for. */
const askingFor = (request: DialRequest, ports: Needs): OnceAsked => ({
  record: (loaded) =>
    isOrdered(loaded) ? attemptChange(loaded, asked(loaded.attempt, ports.clock.now())) : undefined,
  takeBack: askingTakenBack,
  ask: () => ports.telephony.dial(request),
});

/** Connect has placed nothing: it may be asked again. */
export const askingTakenBack = (loaded: LoadedAttempt): Change | undefined =>
  loaded.attempt.contact === undefined && loaded.attempt.askedAt !== undefined
    ? attemptChange(loaded, notAsked(loaded.attempt))
    : undefined;

/** Whoever takes the order back changes the attempt as well, so its version keeps them apart. */
const attemptChange = ({ record, attempt }: LoadedAttempt, after: Attempt): Change => ({
  before: record,
  after: record,
  entries: [],
  attempt: { before: attempt, after: nextVersion(after) },
});

const noQueue: Gate = { gate: 'campaign-queue', passed: false, saw: 'none' };

/**
 * The gates again, as if the order had not been given, and whether the agent it was offered to is
 * still there.
 */
async function whyNot(
  { record, attempt, campaign, standingOf }: ToPlace,
  setting: CampaignSetting | undefined,
  now: Instant,
  ports: Needs,
): Promise<{ readonly refusing?: readonly Gate[]; readonly agent?: AgentPresence }> {
  const asBefore = giveBack(record, attempt);
  const standing = await standingOf(attempt.endpoint);
  const { verdict, gates } = mayCall(gateFacts(asBefore, setting, campaign, now, { standing }));
  if (verdict.kind !== 'call') return { refusing: gates };
  const offeredTo = record.current?.offeredTo;
  if (offeredTo === undefined) return {};
  const presences = await ports.agents.ofGroups(setting?.queue?.groups ?? []);
  const agent = presences.find((presence) => presence.agent === offeredTo);
  if (agent?.activity === 'free') return { agent };
  const saw = agent?.activity ?? 'unknown';
  return { refusing: [...gates, { gate: 'agent-free', passed: false, saw, wanted: 'free' }] };
}

/** The record is as it was before; the next tick looks at it afresh. */
async function takeBack(order: AttemptRef, gates: readonly Gate[], ports: Needs): Promise<Placing> {
  const committed = await commitAttempt(order, ports, ({ record, attempt }) =>
    isOrdered({ record, attempt })
      ? withdraw(record, attempt, gates, ports.clock.now())
      : undefined,
  );
  return { kind: 'taken-back', known: committed === 'known already', gates };
}

export function dialRequest(
  { record, attempt }: LoadedAttempt,
  { outbound, campaign }: CampaignSetting,
  queue: string,
  agent: AgentPresence | undefined,
  ports: Pick<Needs, 'definitions'>,
): DialRequest {
  const { centre } = ports.definitions.definitions();
  return {
    attempt: attempt.id,
    ref: { campaign: record.campaign, record: record.record },
    phone: attempt.endpoint,
    parameters: parametersOf(record),
    queue,
    ringFor: Math.min(60, Math.max(15, outbound.ringFor)),
    machineDetection: outbound.machineDetection,
    language: centre.languages[0] ?? 'en',
    priority: dialedPriority(record, campaign).level,
    longestWait: outbound.longestWait,
    callerId: attempt.sender,
    agentArn: agent?.arn,
  };
}

/** What Connect's answer does to the record and its attempt. */
export function answered(
  { record, attempt }: LoadedAttempt,
  dialed: Dialed,
  ports: Pick<Needs, 'definitions' | 'clock'>,
): Change | undefined {
  const now = ports.clock.now();
  const settings = callSettings(ports.definitions.definitions(), record.campaign, now);
  if (dialed.kind === 'accepted') {
    return applyContactFacts(record, attempt, { contact: dialed.contact }, settings);
  }
  return attempt.status === undefined && attempt.contact === undefined
    ? refused(record, attempt, dialed.reason, settings)
    : undefined;
}

export async function store(
  order: AttemptRef,
  { loaded, dialed }: AskedOnce,
  ports: AnswerNeeds,
): Promise<Placing> {
  const change = (newest: LoadedAttempt) => answered(newest, dialed, ports);
  const known = (await commitAttempt(order, ports, change, loaded)) === 'known already';
  if (dialed.kind === 'accepted') return { kind: 'placed', known };
  await contactNotMade(contactOf(loaded), ports);
  return { kind: 'refused', known, reason: dialed.reason };
}

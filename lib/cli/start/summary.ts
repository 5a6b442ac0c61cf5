// The figures at the end of a run, from the store's own counters, and whether they add up.

import type { Counts } from '../../domain/campaigns/campaign-state.ts';
import { ContactEnding } from '../../domain/model/call-status.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import type { MessageState } from '../../domain/model/message.ts';
import { RECORD_STATES } from '../../domain/model/record.ts';
import type { WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import type { Definitions } from '../../language/definitions.ts';
import { CALL_STATUSES, type CallStatus } from '../../language/schema/rule.ts';
import type { RunCost } from '../../simulation/costs/run-cost.ts';
import type { InboundSums } from '../../simulation/dry-run/inbound-tally.ts';
import type { MessageCounts } from './message-tally.ts';
import type { PassedOn, Tally } from './tally.ts';
import type { ReceivedSums } from './webhook-receivers.ts';
import { type WebhookSums, webhookDiscrepancies, webhookSums } from './webhook-sums.ts';

export interface Summary {
  readonly campaign: string;
  /** Records of each campaign, where others run beside it; the figures are those of all. */
  readonly campaigns?: Readonly<Record<string, number>>;
  /** Records that classifiers sent to other campaigns. */
  readonly passedOn: Readonly<Record<PassedOn, number>>;
  readonly records: {
    readonly imported: number;
    readonly rejected: number;
    readonly duplicates: number;
    readonly closed: number;
    readonly setAside: number;
    readonly success: number;
    readonly scheduled: number;
    readonly open: number;
  };
  readonly attempts: { readonly total: number } & Readonly<Record<CallStatus, number>>;
  /** Calls of customers; absent when the campaign takes none. */
  readonly inbound?: InboundSums;
  /** Absent where no campaign has any. */
  readonly webhooks?: WebhookSums;
  readonly messages: {
    readonly sms: MessageSums;
    readonly email: MessageSums;
    /** E-mails to supervisors. */
    readonly alerts: number;
  };
  /** Records by what kept them from being contacted, or put them off. */
  readonly blocked: Readonly<Record<'consent' | 'blacklist' | 'cap' | 'hours', number>>;
  /** Physical calls for which no attempt stands, or that overlap to one number. */
  readonly doubleDialed: number;
  readonly eventsPublished: number;
  readonly journalEntries: number;
  readonly virtualSeconds: number;
  readonly wallSeconds: number;
  readonly state: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly seed: string;
  /** Share of staffed time in talk and wrap-up, 0 to 1. */
  readonly utilisation: number;
  /** What AWS would have charged, in US dollars, by what was metered; without free tiers. */
  readonly cost: {
    readonly aws: number;
    readonly connectMinutes: number;
    readonly awsPerThousandCalls?: number;
    readonly awsAtRestPerMonth: number;
  };
  /** Totals that do not reconcile; empty in a correct run. */
  readonly discrepancies: readonly string[];
}

/** Ordered is the sum of delivered, failed, withdrawn and under way. */
interface MessageSums extends Readonly<MessageCounts> {
  /** Taken back before they were sent: the campaign was paused, or a gate had closed meanwhile. */
  readonly withdrawn: number;
  /** Not sent yet, or sent without word of what became of them. */
  readonly underWay: number;
}

export interface RunFacts {
  readonly campaign: string;
  readonly seed: string;
  /** Of all campaigns that run. */
  readonly counts: Counts;
  /** By campaign, where there are several. */
  readonly byCampaign?: Readonly<Record<string, Counts>>;
  readonly tally: Tally;
  readonly doubleDialed: number;
  readonly callsMade: number;
  readonly utilisation: number;
  readonly inbound?: {
    readonly sums: InboundSums;
    /** Calls to our numbers that the telephone network knows. */
    readonly arrivals: number;
  };
  readonly webhooks?: WebhookFacts | undefined;
  readonly journalEntries: number;
  /** Epoch ms, simulated. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly wallMilliseconds: number;
  readonly cost: RunCost;
}

interface WebhookFacts {
  readonly log: readonly WebhookDelivery[];
  readonly received: ReceivedSums;
  /** Events on the bus, once for each webhook that chose them. */
  readonly told: number;
  readonly definitions: Definitions;
}

const sumsOf = ({ told, log, received }: WebhookFacts) => webhookSums(told, log, received);

export function summarise(facts: RunFacts): Summary {
  const { counts, tally } = facts;
  const count = (name: string) => counts[name] ?? 0;
  const closed = count('closed') + count('blacklisted') + count('deleted');
  const setAside = count('set-aside');
  const all = recordsIn(counts);
  const scheduled = count('recall-scheduled');
  const statuses = Object.fromEntries(
    CALL_STATUSES.map((status) => [status, count(`call:${status}`)]),
  ) as Record<CallStatus, number>;
  const total = Object.values(statuses).reduce((sum, n) => sum + n, 0);
  const summary = {
    campaign: facts.campaign,
    ...(facts.byCampaign && { campaigns: mapOf(facts.byCampaign, recordsIn) }),
    passedOn: { ...tally.passedOn },
    records: {
      imported: all,
      rejected: tally.imported?.rejected ?? 0,
      duplicates: tally.imported?.duplicates ?? 0,
      closed,
      setAside,
      success: count('success'),
      scheduled,
      open: all - closed - setAside - scheduled,
    },
    attempts: { total, ...statuses },
    inbound: facts.inbound?.sums,
    webhooks: facts.webhooks && sumsOf(facts.webhooks),
    messages: {
      sms: messageSums('sms', tally.messages.sms, counts),
      email: messageSums('email', tally.messages.email, counts),
      alerts: tally.alerts,
    },
    blocked: {
      consent: tally.messages.blocked.consent.size,
      blacklist: tally.messages.blocked.blacklist.size,
      cap: tally.messages.blocked.cap.size,
      hours: tally.messages.blocked.hours.size,
    },
    doubleDialed: facts.doubleDialed,
    eventsPublished: tally.events,
    journalEntries: facts.journalEntries,
    virtualSeconds: Math.round((facts.endedAt - facts.startedAt) / 1000),
    wallSeconds: Math.round(facts.wallMilliseconds / 100) / 10,
    state: tally.state,
    startedAt: toIso(instant(facts.startedAt)),
    endedAt: toIso(instant(facts.endedAt)),
    seed: facts.seed,
    utilisation: Math.round(facts.utilisation * 1000) / 1000,
    cost: costOf(facts.cost),
  };
  return { ...summary, discrepancies: discrepancies(summary, facts) };
}

const recordsIn = (counts: Counts): number =>
  RECORD_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);

const mapOf = <A, B>(of: Readonly<Record<string, A>>, to: (value: A) => B) =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value)]));

const UNDER_WAY: readonly MessageState[] = ['ordered', 'sending', 'sent', 'unknown'];

function messageSums(
  kind: 'sms' | 'email',
  told: Readonly<MessageCounts>,
  counts: Counts,
): MessageSums {
  const kept = (state: MessageState) => counts[`message:${kind}:${state}`] ?? 0;
  return {
    ...told,
    withdrawn: kept('withdrawn'),
    underWay: UNDER_WAY.reduce((sum, state) => sum + kept(state), 0),
  };
}

/** Messages that were ordered, wherever they are by now. */
function ordered(counts: Counts, kind: string): number {
  return Object.entries(counts).reduce(
    (sum, [name, count]) =>
      name.startsWith(`message:${kind}:`) && !name.endsWith(':received') ? sum + count : sum,
    0,
  );
}

function discrepancies(
  summary: Omit<Summary, 'discrepancies'>,
  { tally, callsMade, inbound, counts, webhooks }: RunFacts,
): readonly string[] {
  const found: string[] = [];
  const same = (what: string, one: number, other: number) => {
    if (one !== other) found.push(`${what}: ${one} and ${other}`);
  };
  same('records: counters and events', summary.records.imported, tally.added);
  for (const [id, records] of Object.entries(summary.campaigns ?? {}))
    same(`records of ${id}: counters and events`, records, tally.addedTo.get(id) ?? 0);
  const { moved, copied } = summary.passedOn;
  same('records passed on: there and here', tally.begunElsewhere, moved + copied);
  same('ended calls: counters and events', summary.attempts.total, ended(tally));
  same(
    'calls: events and telephone network',
    ended(tally) + tally.calling.size + tally.inbound.surveyCalls,
    callsMade,
  );
  if (inbound) {
    const { sums, arrivals } = inbound;
    const { received, answered, forwarded, missed, onTheLine } = sums;
    same('inbound calls: events and telephone network', received, arrivals);
    const over = answered + forwarded + missed;
    same('inbound calls: received and accounted for', received, over + onTheLine);
    const { voicemail, callback, hungUp } = sums;
    same('missed calls: total and outcomes', missed, voicemail + callback + hungUp);
    const kept = ContactEnding.options.reduce((n, each) => n + (counts[`inbound:${each}`] ?? 0), 0);
    same('ended inbound calls: counters and events', kept, over);
    const outside = counts['inbound:forwarded'] ?? 0;
    same('forwarded calls: counters and events', outside, forwarded);
  }
  if (webhooks) {
    const { log, received, definitions } = webhooks;
    const sums = sumsOf(webhooks);
    for (const [what, one, other] of webhookDiscrepancies(sums, log, received, definitions))
      same(what, one, other);
  }
  for (const kind of ['sms', 'email'] as const) {
    const {
      ordered: told,
      delivered,
      failed,
      withdrawn,
      underWay,
      replies,
    } = summary.messages[kind];
    const kept = (state: string) => counts[`message:${kind}:${state}`] ?? 0;
    same(`${kind} ordered: counters and events`, ordered(counts, kind), told);
    same(`${kind} delivered: counters and events`, kept('delivered'), delivered);
    same(`${kind} ordered and accounted for`, told, delivered + failed + withdrawn + underWay);
    same(`${kind} received: counters and events`, kept('received'), replies);
  }
  same('journal entries and events on the bus', summary.journalEntries, summary.eventsPublished);
  same('double calls, none permitted', summary.doubleDialed, 0);
  return found;
}

const ended = (tally: Tally): number => Object.values(tally.ended).reduce((sum, n) => sum + n, 0);

function costOf({ aws, connect, awsPerThousandCalls, awsAtRestPerMonth }: RunCost) {
  const cents = (dollars: number) => Math.round(dollars * 10_000) / 10_000;
  return {
    aws: cents(aws),
    connectMinutes: cents(connect),
    awsPerThousandCalls: awsPerThousandCalls && cents(awsPerThousandCalls),
    awsAtRestPerMonth: cents(awsAtRestPerMonth),
  };
}

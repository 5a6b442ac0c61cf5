// May this record be called now? Every gate is looked at, also after one has failed, so that the
// answer to "why was it not called" is whole (NEW-5). The verdict follows from the gates that
// failed: one that time cannot open closes the record, one that says when makes it wait until then,
// the others leave it where it is.

import type { ContactCap } from '../../language/schema/contact-cap.ts';
import type { CampaignSwitch } from '../campaigns/campaign-state.ts';
import {
  endOfDay,
  type HoursInZone,
  type NextOpen,
  nextOpen,
  nextOpenInAll,
} from '../contact-hours/calendar.ts';
import {
  type ContactSettings,
  calleeGate,
  calleeHours,
  nextCallable,
} from '../contact-hours/callee-hours.ts';
import { originOf } from '../contact-hours/numbering.ts';
import { type ContactPage, capGates } from '../ledger/contact-caps.ts';
import type { Purpose, ReachedBy, Standing } from '../ledger/ledger.ts';
import {
  type BlockedBy,
  blacklistGate,
  consentGate,
  type LedgerChecked,
  type LedgerFacts,
} from '../ledger/ledger-gates.ts';
import { isE164 } from '../model/e164.ts';
import type { Gate } from '../model/gate.ts';
import type { AgentId } from '../model/ids.ts';
import { type Instant, plus, toIso } from '../model/instant.ts';
import { mask } from '../model/mask.ts';
import { type CampaignRecord, defaultOf } from '../model/record.ts';
import { redialFrom } from '../records/redial.ts';
import { notCalled, specialKindOf } from '../records/special-numbers.ts';

export interface GateFacts {
  readonly record: CampaignRecord;
  readonly campaignSwitch: CampaignSwitch;
  /**
   * Whether the campaign has the outbound channel; left out by the dialer, which works only on
   * such.
   */
  readonly placesCalls?: boolean;
  /** Recalls only then (CAM-10); first calls are free of it. */
  readonly recallHours?: HoursInZone;
  /** When the queue is staffed: outside, nobody would take the call. */
  readonly queueHours?: HoursInZone;
  /** Where and when people may be called (NEW-7). */
  readonly contact?: ContactSettings;
  /** YYYY-MM-DD in `zone`, the last day of calls (CAM-9). */
  readonly lastDate?: string;
  readonly zone: string;
  /** Seconds between two calls to one number, at least. */
  readonly redialInterval?: number;
  /**
   * Agents at work, with whether they could take a call now; undefined leaves the gate of private
   * records out.
   */
  readonly agents?: ReadonlyMap<AgentId, 'free' | 'busy' | 'held up'>;
  /** What the ledger says of the number; undefined leaves out what follows from it. */
  readonly standing?: Standing | undefined;
  /**
   * When the person was contacted, by number and address, and the caps on that; undefined leaves
   * them out.
   */
  readonly contacted?: ReadonlyMap<string, ContactPage> | undefined;
  readonly caps?: readonly ContactCap[];
  /** How the person is contacted; by telephone when missing. */
  readonly channel?: Exclude<ReachedBy, 'email'>;
  /** What for; service when missing. */
  readonly purpose?: Purpose | undefined;
  readonly now: Instant;
}

type CallVerdict =
  | { readonly kind: 'call'; readonly phone: string }
  | { readonly kind: 'not-before'; readonly at: Instant }
  /** Not now; nothing about the record says when. */
  | { readonly kind: 'not-now'; readonly because: string }
  | { readonly kind: 'never'; readonly because: string; readonly blocked?: BlockedBy };

export interface CallDecision {
  readonly verdict: CallVerdict;
  readonly gates: readonly Gate[];
}

type Failure = Exclude<CallVerdict, { kind: 'call' }>;

/** A gate and, when it did not pass, what follows. */
type Checked = readonly [gate: Gate, failure?: Failure];

/** Seconds before a record is looked at again that waits for its agent or for its number. */
const LOOK_AGAIN = 60;
const LONGEST_LOOK = 900;
/** For an agent who is not at work: a record is not to fill its timeline over a weekend. */
const LOOK_AGAIN_ABSENT = 900;

export function mayCall(given: GateFacts): CallDecision {
  const { callBackTo } = given.record;
  const facts = callBackTo === undefined ? given : askedBackTo(callBackTo, given);
  const phone = defaultOf(facts.record.phones);
  const checked = [
    campaignRuns(facts),
    placesCalls(facts),
    recordIsOpen(facts),
    notTaken(facts),
    hasNumber(phone),
    numberKind(phone, facts.contact),
    ...ledgerSays(facts, phone),
    ...withinCaps(facts, phone),
    lastDate(facts),
    nextContact(facts),
    redial(facts, phone),
    hours('queue-hours', facts.queueHours, facts.now),
    facts.record.attempts > 0 ? hours('recall-hours', facts.recallHours, facts.now) : undefined,
    whereCalleeIs(facts),
    ownAgentFree(facts),
  ].filter((each) => each !== undefined);
  const failures = checked.flatMap(([, failure]) => failure ?? []);
  return {
    verdict: withinAllHours(verdictOf(failures), facts) ?? { kind: 'call', phone: phone ?? '' },
    gates: checked.map(([gate]) => gate),
  };
}

/** Somebody who called us, or left a number to be called back on. */
export const asksForContact = ({ wantsCall }: Pick<CampaignRecord, 'wantsCall'>): boolean =>
  wantsCall === true;

/** The next call goes to the number a caller asked for, wherever that is (INB-13). */
function askedBackTo(value: string, facts: GateFacts): GateFacts {
  return { ...facts, record: { ...facts.record, phones: [{ value, isDefault: true }] } };
}

/** The number turned out to be in use by another attempt, of whatever campaign (DIA-7). */
export function numberTaken(
  { gates }: CallDecision,
  phone: string,
  { redialInterval, now }: { readonly redialInterval: number; readonly now: Instant },
): { readonly until: Instant; readonly gates: readonly Gate[] } {
  const gate = {
    gate: 'number-free',
    passed: false,
    saw: `${mask(phone)} is in another call, or was a moment ago`,
    wanted: `free for ${redialInterval} s`,
  };
  // after a long pause the exact moment matters less than a timeline one can read
  const wait = Math.min(LONGEST_LOOK, Math.max(LOOK_AGAIN, redialInterval / 4));
  return { until: plus(now, wait), gates: [...gates, gate] };
}

/**
 * While the campaign rests or an attempt has the record, nothing else is decided; then for ever
 * beats until then.
 */
function verdictOf(failures: readonly Failure[]): Failure | undefined {
  const worst = failures.find((failure) => failure.kind === 'never');
  const now = failures.find((failure) => failure.kind === 'not-now');
  if (worst !== undefined && now === undefined) return worst;
  if (now !== undefined) return now;
  return failures
    .filter((failure) => failure.kind === 'not-before')
    .reduce<Extract<Failure, { kind: 'not-before' }> | undefined>(
      (last, next) => (last === undefined || next.at > last.at ? next : last),
      undefined,
    );
}

/**
 * A record that waits for one gate is not woken up for another to send it away: it waits until all
 * hours are open.
 */
function withinAllHours(failure: Failure | undefined, facts: GateFacts): Failure | undefined {
  if (failure?.kind !== 'not-before') return failure;
  const { record, queueHours, recallHours, contact } = facts;
  const all: NextOpen[] = [queueHours, record.attempts > 0 ? recallHours : undefined]
    .filter((each) => each !== undefined)
    .map((each) => (at) => nextOpen(each, at));
  if (contact !== undefined) {
    const callee = calleeHours(contact, record);
    all.push((at) => nextCallable(callee, at));
  }
  const at = nextOpenInAll(all, failure.at);
  if (at !== undefined) return { kind: 'not-before', at };
  return { kind: 'never', because: 'the hours it may be called in never meet' };
}

function check(gate: Gate, failure: () => Failure): Checked {
  return gate.passed ? [gate] : [gate, failure()];
}

function campaignRuns({ campaignSwitch }: GateFacts): Checked {
  const passed = campaignSwitch === 'running';
  const gate = { gate: 'campaign-running', passed, saw: campaignSwitch, wanted: 'running' };
  return check(gate, () => ({ kind: 'not-now', because: `the campaign is ${campaignSwitch}` }));
}

function placesCalls({ placesCalls: places }: GateFacts): Checked | undefined {
  if (places !== false) return undefined;
  const gate = { gate: 'campaign-places-calls', passed: false, saw: false, wanted: true };
  return [
    gate,
    { kind: 'never', because: 'the campaign places no calls: it has no outbound channel' },
  ];
}

function recordIsOpen({ record: { state } }: GateFacts): Checked {
  const passed = state === 'new' || state === 'recall-scheduled';
  const gate = { gate: 'record-state', passed, saw: state, wanted: 'new or recall-scheduled' };
  return check(gate, () => ({ kind: 'not-now', because: `the record is ${state}` }));
}

function notTaken({ record: { current } }: GateFacts): Checked {
  const saw = current === undefined ? 'free' : `attempt ${current.attempt}, ${current.phase}`;
  const gate = { gate: 'record-free', passed: current === undefined, saw, wanted: 'free' };
  return check(gate, () => ({ kind: 'not-now', because: 'the record is taken by an attempt' }));
}

function redial({ record, redialInterval, now }: GateFacts, phone?: string): Checked | undefined {
  const from = redialFrom(record, phone, redialInterval);
  if (from === undefined) return undefined;
  const gate = {
    gate: 'redial-interval',
    passed: now >= from,
    saw: toIso(now),
    wanted: toIso(from),
  };
  return check(gate, () => ({ kind: 'not-before', at: from }));
}

function hasNumber(phone: string | undefined): Checked {
  if (phone === undefined) {
    const gate = { gate: 'telephone-number', passed: false, saw: 'none' };
    return [gate, { kind: 'never', because: 'the record has no telephone number' }];
  }
  const gate = { gate: 'telephone-number', passed: isE164(phone), saw: mask(phone) };
  return check(gate, () => ({ kind: 'never', because: 'its number is not in international form' }));
}

/**
 * A number of a person or a company passes without a word; one that costs a multiple only where it
 * may be called.
 */
function numberKind(
  phone: string | undefined,
  contact: ContactSettings | undefined,
): Checked | undefined {
  const kind = phone === undefined ? undefined : specialKindOf(phone);
  if (kind === undefined || contact === undefined) return undefined;
  const allowed = contact.specialNumbers ?? [];
  const wanted = ['ordinary', ...allowed].join(' or ');
  const gate = { gate: 'number-kind', passed: allowed.includes(kind), saw: kind, wanted };
  return check(gate, () => ({ kind: 'never', because: notCalled(kind) }));
}

/** REC-13, NEW-8. */
function ledgerSays(facts: GateFacts, phone: string | undefined): readonly Checked[] {
  const { standing, record, contact, channel = 'voice', purpose = 'service', now } = facts;
  if (standing === undefined || phone === undefined) return [];
  const about: LedgerFacts = {
    standing,
    campaign: record.campaign,
    channel,
    purpose,
    country: originOf(phone)?.country ?? contact?.country ?? '',
    isWanted: record.origin.kind === 'call',
    now,
  };
  return [blacklistGate(about), consentGate(about)]
    .filter((each) => each !== undefined)
    .map(asChecked);
}

function asChecked({ gate, blocked }: LedgerChecked): Checked {
  if (blocked === undefined) return [gate];
  const { by, because, until } = blocked;
  if (until !== undefined) return [gate, { kind: 'not-before', at: until }];
  return [gate, { kind: 'never', because, blocked: by }];
}

/** NEW-7: a person is contacted only so often, across campaigns and channels. */
function withinCaps(facts: GateFacts, phone: string | undefined): readonly Checked[] {
  const { contacted: pages, caps = [], record, channel = 'voice', zone, now } = facts;
  if (pages === undefined || phone === undefined) return [];
  const isWanted = asksForContact(record);
  return capGates({ caps, channel, address: phone, pages, isWanted, zone, now }).map(
    ({ gate, opens }) => (opens === undefined ? [gate] : [gate, { kind: 'not-before', at: opens }]),
  );
}

function lastDate({ lastDate: date, zone, now }: GateFacts): Checked | undefined {
  if (date === undefined) return undefined;
  const gate = {
    gate: 'last-date',
    passed: now < endOfDay(date, zone),
    saw: toIso(now),
    wanted: date,
  };
  return check(gate, () => ({
    kind: 'never',
    because: `the last date of the campaign, ${date}, is over`,
  }));
}

function nextContact({ record: { nextContact: at }, now }: GateFacts): Checked | undefined {
  if (at === undefined) return undefined;
  const gate = { gate: 'next-contact', passed: at <= now, saw: toIso(now), wanted: toIso(at) };
  return check(gate, () => ({ kind: 'not-before', at }));
}

function hours(name: string, open: HoursInZone | undefined, now: Instant): Checked | undefined {
  if (open === undefined) return undefined;
  const at = nextOpen(open, now);
  if (at === undefined) {
    return [
      { gate: name, passed: false, saw: toIso(now), wanted: 'opening hours' },
      { kind: 'never', because: `the ${name.replace('-', ' ')} never open` },
    ];
  }
  const passed = at === now;
  const gate = { gate: name, passed, saw: toIso(now) };
  return check(passed ? gate : { ...gate, wanted: toIso(at) }, () => ({ kind: 'not-before', at }));
}

/** NEW-7: only in the hours allowed there. */
function whereCalleeIs({ record, contact, now }: GateFacts): Checked | undefined {
  if (contact === undefined) return undefined;
  const { gate, opens } = calleeGate(calleeHours(contact, record), now);
  return check(gate, () =>
    opens === undefined
      ? { kind: 'never', because: 'the hours allowed where the callee is never open' }
      : { kind: 'not-before', at: opens },
  );
}

/** REC-7: nobody else is called in to a private record, so it waits for its agent. */
function ownAgentFree({ record: { privateTo }, agents, now }: GateFacts): Checked | undefined {
  if (privateTo === undefined || agents === undefined) return undefined;
  const found = agents.get(privateTo) ?? 'not at work';
  const saw = found === 'held up' ? 'has too many unhandled records' : found;
  const wait = saw === 'busy' ? LOOK_AGAIN : LOOK_AGAIN_ABSENT;
  return check({ gate: 'own-agent-free', passed: saw === 'free', saw, wanted: privateTo }, () => ({
    kind: 'not-before',
    at: plus(now, wait),
  }));
}

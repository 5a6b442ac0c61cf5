// Why a record was or was not called at any moment of its history, and why it is or is not called
// now (NEW-5). The past is in the journal, which holds the gates as they stood then; the
// present by the gates the dialer itself uses.

import type { CampaignState, Counts } from '../campaigns/campaign-state.ts';
import { leftToDial, open } from '../campaigns/counts.ts';
import { type GateSetting, gateFacts, type KnownOfPerson } from '../dialing/gate-facts.ts';
import { type CallDecision, mayCall } from '../dialing/gates.ts';
import type { Gate } from '../model/gate.ts';
import { type Instant, instant, toIso } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import type { CampaignRecord, CurrentAttempt } from '../model/record.ts';
import { sentenceOf } from './entry-text.ts';

export interface WhyFacts {
  readonly setting: GateSetting;
  readonly state: CampaignState;
  readonly record: CampaignRecord;
  /** The record's journal, oldest first. */
  readonly journal: readonly RecordEntry[];
  readonly counts: Counts;
  readonly now: Instant;
  /** Where it was not asked, the journal tells what was known when the record was taken last. */
  readonly person?: KnownOfPerson;
}

/** One thing that happened. Several postponements in a row are shown as one. */
export interface Moment {
  readonly at: Instant;
  /** When the last of those folded happened. */
  readonly lastAt: Instant;
  readonly times: number;
  readonly type: RecordEntry['type'];
  readonly says: string;
  /** What was looked at, where something was decided. */
  readonly gates: readonly Gate[];
  readonly entry: RecordEntry;
}

export interface Why {
  readonly history: readonly Moment[];
  /** The gates as they stand now; an agent's being free is left out, it changes by the second. */
  readonly present: CallDecision;
  readonly presentSays: string;
  /** Records waiting for a call, this one included if it is, and records not worked to the end. */
  readonly pool: { readonly waiting: number; readonly open: number };
}

export function explain(facts: WhyFacts): Why {
  const { setting, state, record, journal, counts, now, person } = facts;
  const asked = mayCall(gateFacts(record, setting, state, now, person));
  const seen = person === undefined ? ledgerGatesSeen(journal) : [];
  const present = { ...asked, gates: [...asked.gates, ...seen] };
  return {
    history: historyOf(journal),
    present,
    presentSays:
      whyBlocked(record, present, journal) ?? presentSays(present, record, writesTo(setting)),
    pool: { waiting: leftToDial(counts), open: open(counts) },
  };
}

export const writesTo = ({ campaign: { channels } }: GateSetting): boolean =>
  channels.outbound === undefined && channels.sms !== undefined;

/** Gates that look at what is kept of people apart from their records. */
const KEPT_APART = ['blacklist', 'consent', 'contact-cap'];

/** The ledger is asked when a record is taken: here stands what it said then. */
function ledgerGatesSeen(journal: readonly RecordEntry[]): readonly Gate[] {
  const gates = (entry: RecordEntry) =>
    ('gates' in entry ? (entry.gates ?? []) : []).filter(({ gate }) => KEPT_APART.includes(gate));
  const last = journal.findLast((entry) => gates(entry).length > 0);
  if (last === undefined) return [];
  return gates(last).map((gate) => ({
    ...gate,
    saw: `${gate.saw}, as of ${toIso(instant(last.at))}`,
  }));
}

/**
 * While nothing has changed about a record that was blocked. The entry of the blacklist is named
 * with its reason, author and end: the gates below say what else there is.
 */
function whyBlocked(
  { state }: CampaignRecord,
  { verdict, gates }: CallDecision,
  journal: readonly RecordEntry[],
): string | undefined {
  const listed = gates.find(({ gate, passed }) => gate === 'blacklist' && !passed);
  const isListed = verdict.kind === 'never' && verdict.blocked === 'blacklist';
  if (listed !== undefined && (isListed || state === 'blacklisted'))
    return `it is not contacted: it is on the blacklist: ${listed.saw}`;
  const last = journal.findLast(({ type }) => STATE_CHANGES.has(type));
  if (last?.type !== 'record.blocked') return undefined;
  if (state !== 'blacklisted' && state !== 'set-aside') return undefined;
  const isOff = state === 'blacklisted' && gates.some(({ gate }) => gate === 'blacklist');
  const because = isOff ? `${last.because}, but it is off the blacklist now` : last.because;
  return `it is not contacted: ${because}`;
}

const STATE_CHANGES: ReadonlySet<RecordEntry['type']> = new Set([
  'record.blocked',
  'record.put-back',
  'record.closed',
  'record.deleted',
]);

export function historyOf(journal: readonly RecordEntry[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (const entry of journal) {
    const last = moments.at(-1);
    const folds = entry.type === 'record.postponed' && last?.type === 'record.postponed';
    if (folds) moments[moments.length - 1] = fold(last, entry);
    else moments.push(momentOf(entry));
  }
  return moments;
}

function momentOf(entry: RecordEntry): Moment {
  const at = instant(entry.at);
  const gates = 'gates' in entry ? (entry.gates ?? []) : [];
  const says = sentenceOf(entry);
  return { at, lastAt: at, times: 1, type: entry.type, says, gates: gates as Gate[], entry };
}

/** Of several postponements the last one says until when and why. */
function fold(earlier: Moment, entry: RecordEntry): Moment {
  const last = momentOf(entry);
  return { ...last, at: earlier.at, times: earlier.times + 1 };
}

const PHASE: Readonly<Record<CurrentAttempt['phase'], string>> = {
  ordered: 'a call is ordered',
  unclear: 'Connect was asked for the call and has not said whether it placed it',
  started: 'the telephone is ringing',
  connected: 'the customer is on the line, without an agent yet',
  'with-agent': 'an agent is talking',
  'wrap-up': 'the agent is to classify the call',
  ended: 'the callback rule is to decide',
};

function doing({ phase, awaitsAgent, offeredTo, dialAt }: CurrentAttempt): string {
  if (phase === 'ordered' && dialAt !== undefined) {
    return `${offeredTo ?? 'an agent'} has accepted it; it is called from ${toIso(dialAt)}`;
  }
  if (phase !== 'ordered' || awaitsAgent !== true) return PHASE[phase];
  return `it is offered to ${offeredTo ?? 'an agent'}, who has not started the call yet`;
}

/** Of a campaign that writes to its people. */
const TEXT_PHASE: Readonly<Partial<Record<CurrentAttempt['phase'], string>>> = {
  ordered: 'a text message is ordered',
  'wrap-up': 'an agent is to answer and to classify what the person wrote',
};

export function presentSays(
  { verdict }: CallDecision,
  { current }: CampaignRecord,
  writes: boolean,
): string {
  const contacted = writes ? 'written to' : 'called';
  switch (verdict.kind) {
    case 'call':
      return writes
        ? 'it may be written to now: it waits for its turn'
        : 'it may be called now: it waits for a free agent and for its turn';
    case 'not-before':
      return `it is not ${contacted} before ${new Date(verdict.at).toISOString()}`;
    case 'not-now':
      return current === undefined
        ? `it is not ${contacted}: ${verdict.because}`
        : `it is being worked: ${(writes && TEXT_PHASE[current.phase]) || doing(current)}`;
    case 'never':
      return `it will not be ${contacted}: ${verdict.because}`;
  }
}

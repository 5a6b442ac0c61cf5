// What the tiles a record passed do to it: one change, to be committed whole (CBR-7 … CBR-12,
// CBR-15). The actions are carried out in the order of the path; the passes of all its tiles are
// counted (CBR-3).

import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import { leftByRule } from '../calls/settlement.ts';
import { hoursInZone } from '../contact-hours/calendar.ts';
import { contactSettings } from '../contact-hours/callee-hours.ts';
import type { Change } from '../model/change.ts';
import type { Instant } from '../model/instant.ts';
import { invariant } from '../model/invariant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { type CampaignRecord, isOver } from '../model/record.ts';
import { changed, nextVersion } from '../records/record-changes.ts';
import { carryOut } from './carry-out.ts';
import type { Draft, RuleSetting } from './draft.ts';
import type { CompletedRun, RuleAction } from './rule-schema.ts';
import type { RuleFacts } from './rule-values.ts';

/** What of a run the actions depend on. */
export type AppliedRun = Omit<CompletedRun, 'campaign' | 'record' | 'attempt' | 'result'>;

export function ruleSetting(definitions: Definitions, id: string): RuleSetting {
  const { centre, hours, campaigns } = definitions;
  const contact = contactSettings(definitions, id);
  const campaign = campaigns[id];
  const zone = centre.timeZone;
  const named = campaign?.channels.outbound?.recallHours;
  const recallHours = named === undefined ? undefined : hours[named];
  return {
    zone,
    lastDate: campaign?.lastDate,
    recallHours: recallHours && hoursInZone(recallHours, zone),
    contact,
    redialInterval: campaign?.channels.outbound?.minimumRedialInterval,
    smsNumbers: centre.sms.numbers,
  };
}

/** The change to commit: record, attempt, messages and what the timeline says of it. */
export function applyActions(facts: RuleFacts, run: AppliedRun, setting: RuleSetting): Change {
  const { record, attempt, now } = facts;
  const path = tilesOf(run.path);
  const skipped = path.filter((tile) => standsAgainst(record, run.actions[tile]));
  const begun: Draft = {
    // those of the call before: this one has ended
    record: { ...record, callParameters: undefined, rule: progress(record, run, path) },
    attempt: { ...attempt, ruleApplied: true },
    messages: [],
    entries: [appliedEntry(facts, run, path, skipped)],
  };
  const acted = path.reduce((draft, tile) => {
    const action = skipped.includes(tile) ? undefined : own(run.actions, tile);
    return action ? carryOut(action, draft, { tile, rule: run.rule, now, setting }) : draft;
  }, begun);
  const ended = atRest(acted, `rule ${run.rule} ended at tile ${path.at(-1)}`, now);
  return {
    before: record,
    after: changed(ended.record, now),
    entries: ended.entries,
    attempt: { before: attempt, after: nextVersion(ended.attempt) },
    messages: ended.messages.map((after) => ({ before: undefined, after })),
  };
}

/**
 * What the classifier decided stands, the rule decides only what it left open (CBR-15): no other
 * recall, no closing of a record that will be recalled. One that was closed may still be deleted.
 */
function standsAgainst(
  { nextContact, state }: CampaignRecord,
  action: RuleAction | undefined,
): boolean {
  const decided = nextContact !== undefined ? RECALLED : isOver(state) ? OVER : [];
  return action !== undefined && decided.includes(action.kind);
}

const RECALLED: readonly RuleAction['kind'][] = ['recontact', 'close-record', 'delete-contact'];
const OVER: readonly RuleAction['kind'][] = ['recontact', 'close-record'];

/** "/a/b" to ['a', 'b']. */
function tilesOf(path: string): readonly string[] {
  const [root, ...tiles] = path.split('/');
  invariant(root === '', `the path '${path}' does not begin with a slash`);
  return tiles;
}

/** The next call starts at the trigger, unless a recontact says where (CBR-7). */
function progress(
  { rule }: CampaignRecord,
  run: AppliedRun,
  path: readonly string[],
): CampaignRecord['rule'] {
  const passes: Record<string, number> = { ...rule.passes };
  for (const tile of path) passes[tile] = (own(passes, tile) ?? 0) + 1;
  return { version: run.version, passes };
}

function appliedEntry(
  { attempt, now }: RuleFacts,
  run: AppliedRun,
  path: readonly string[],
  skipped: readonly string[],
) {
  return {
    type: 'rule.applied',
    at: now,
    attempt: attempt.id,
    rule: run.rule,
    version: run.version,
    path,
    values: Object.fromEntries(Object.entries(run.values).filter(([tile]) => path.includes(tile))),
    restarted: run.restarted !== '' ? run.restarted : undefined,
    skipped: skipped.length > 0 ? skipped : undefined,
  } as const satisfies RecordEntry;
}

/**
 * The rule stopped: what it and the classifier left open is decided by what the call was (CBR-9).
 */
function atRest(draft: Draft, because: string, now: Instant): Draft {
  const { record, attempt, entries } = draft;
  const left = leftByRule(record, attempt, because, now);
  return { ...draft, record: left.record, entries: [...entries, ...left.entries] };
}

// What the tiles a record passed do to it: one change, to be committed whole (CBR-7 … CBR-12, CBR-15). The actions
// are carried out in the order of the path; the passes of all its tiles are counted (CBR-3).
import type { Definitions } from '../../language/definitions.ts';
import type { Attempt } from '../attempt.ts';
import { type HoursInZone, hoursInZone } from '../calendar.ts';
import { type ContactSettings, contactSettings } from '../callee/callee-hours.ts';
import { invariant } from '../faults.ts';
import type { Instant } from '../instant.ts';
import type { RecordEntry } from '../journal.ts';
import type { Message } from '../message.ts';
import type { Change } from '../ports.ts';
import { type CampaignRecord, isOver } from '../record.ts';
import { changed, nextVersion } from '../record-changes.ts';
import { leftByRule } from '../settlement.ts';
import type { TaskInput } from '../tasks.ts';
import { carryOut } from './carry-out.ts';
import type { RuleFacts } from './rule-values.ts';

/** What of the definitions the actions depend on. */
export interface RuleSetting {
  readonly zone: string;
  readonly lastDate?: string;
  readonly recallHours?: HoursInZone;
  readonly contact?: ContactSettings;
  /** Own numbers a text message may be sent from. */
  readonly smsNumbers: readonly string[];
}

/** The run that commit-rule is told of. */
export type RuleRun = Pick<
  TaskInput<'commit-rule'>,
  'rule' | 'version' | 'path' | 'restarted' | 'values' | 'actions'
>;

/** A record on its way through the actions. */
export interface Underway {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly messages: readonly Message[];
  readonly entries: readonly RecordEntry[];
}

export function ruleSetting(definitions: Definitions, id: string): RuleSetting {
  const { centre, hours, campaigns } = definitions;
  const contact = contactSettings(definitions, id);
  const campaign = campaigns[id];
  const zone = centre.timeZone;
  const named = campaign?.channels.outbound?.recallHours;
  const recallHours = named === undefined ? undefined : hours[named];
  return {
    zone,
    ...(campaign?.lastDate !== undefined && { lastDate: campaign.lastDate }),
    ...(recallHours && { recallHours: hoursInZone(recallHours, zone) }),
    ...(contact && { contact }),
    smsNumbers: centre.sms.numbers,
  };
}

/** The change to commit: record, attempt, messages and what the timeline says of it. */
export function applyActions(facts: RuleFacts, run: RuleRun, setting: RuleSetting): Change {
  const { record, attempt, now } = facts;
  const path = tilesOf(run.path);
  const begun: Underway = {
    record: { ...record, rule: progress(record, run, path) },
    attempt: { ...attempt, ruleApplied: true },
    messages: [],
    entries: [appliedEntry(facts, run, path)],
  };
  const acted = path.reduce((underway, tile) => {
    const action = run.actions[tile];
    return action ? carryOut(action, underway, { tile, rule: run.rule, now, setting }) : underway;
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

/** "/a/b" to ['a', 'b']. */
function tilesOf(path: string): readonly string[] {
  const [root, ...tiles] = path.split('/');
  invariant(root === '', `the path '${path}' does not begin with a slash`);
  return tiles;
}

/** The next call starts at the trigger, unless a recontact says where (CBR-7). */
function progress(
  { rule }: CampaignRecord,
  run: RuleRun,
  path: readonly string[],
): CampaignRecord['rule'] {
  const passes: Record<string, number> = { ...rule.passes };
  for (const tile of path) passes[tile] = (passes[tile] ?? 0) + 1;
  return { version: run.version, passes };
}

function appliedEntry({ attempt, now }: RuleFacts, run: RuleRun, path: readonly string[]) {
  return {
    type: 'rule.applied',
    at: now,
    attempt: attempt.id,
    rule: run.rule,
    version: run.version,
    path,
    values: Object.fromEntries(Object.entries(run.values).filter(([tile]) => path.includes(tile))),
    ...(run.restarted !== '' && { restarted: run.restarted }),
  } as const satisfies RecordEntry;
}

/** The rule stopped without a next call or an end (CBR-9). */
function atRest(underway: Underway, because: string, now: Instant): Underway {
  const { record, attempt, entries } = underway;
  if (record.nextContact !== undefined || isOver(record.state)) return underway;
  const left = leftByRule(record, attempt, because, now);
  return { ...underway, record: left.record, entries: [...entries, ...left.entries] };
}

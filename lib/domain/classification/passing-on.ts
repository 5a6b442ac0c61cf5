// Moving and copying a record to another campaign (CLS-8). It begins there as if imported: new, due
// at once, with the values the other campaign has fields for. A campaign that takes no records from
// this one (CAM-8) leaves it where it was, and the timeline says so. Somebody who is on record
// there already stays as they are there: what that campaign has decided about them is not undone.

import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Campaign, Classifier } from '../../language/schema/campaign.ts';
import type { Change } from '../model/change.ts';
import type { AttemptId, CampaignId, RecordId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import type { CampaignRecord } from '../model/record.ts';
import { checkField } from '../records/fields.ts';
import { newRecord } from '../records/new-record.ts';

/** The other campaign, and the person's record in it. */
export interface PassingOn {
  readonly campaign: CampaignId;
  readonly settings: Campaign;
  /** Who takes the contacts of that campaign: a private record stays private to one of them. */
  readonly agents: readonly string[];
  readonly record: RecordId;
  /** They are on record there. */
  readonly isThere: boolean;
}

interface PassedOn {
  readonly entry: RecordEntry;
  /** The record leaves this campaign. */
  readonly leaves: boolean;
  readonly adds?: Change;
}

/** Where a classifier sends the record, and whether it stays here as well. */
export const sendsTo = ({ movesTo, copiesTo }: Classifier) => {
  if (movesTo !== undefined) return { to: movesTo, how: 'moved' } as const;
  return copiesTo === undefined ? undefined : ({ to: copiesTo, how: 'copied' } as const);
};

/** Campaigns that its classifiers send records to, or theirs on. */
export function campaignsBeside(
  { campaigns }: Pick<Definitions, 'campaigns'>,
  chosen: string,
): readonly string[] {
  const found = [chosen];
  for (const id of found) {
    for (const classifier of Object.values(campaigns[id]?.classifiers ?? {})) {
      const to = sendsTo(classifier)?.to;
      if (to !== undefined && campaigns[to] !== undefined && !found.includes(to)) found.push(to);
    }
  }
  return found.slice(1);
}

export interface Passing {
  readonly record: CampaignRecord;
  readonly attempt?: AttemptId | undefined;
  readonly classifier: string;
  readonly how: 'moved' | 'copied';
  /** undefined: the other campaign has left the files. */
  readonly to: PassingOn | undefined;
  readonly now: Instant;
}

/** @param to id of the other campaign */
export function passOn(to: string, passing: Passing): PassedOn {
  const { record, attempt, how, to: target, now } = passing;
  const entry = { type: 'record.passed-on', at: now, attempt, how, to } as const;
  const because = whyNot(record, to, target);
  if (because !== undefined || target === undefined)
    return { entry: { ...entry, outcome: 'refused', because }, leaves: false };
  const leaves = how === 'moved';
  if (target.isThere) return { entry: { ...entry, outcome: 'present', as: target.record }, leaves };
  const { values, leftOut } = valuesFor(target.settings, record.fields);
  return {
    entry: {
      ...entry,
      outcome: 'added',
      as: target.record,
      leftOut: leftOut.length > 0 ? leftOut : undefined,
    },
    leaves,
    adds: beginsThere(target, values, passing),
  };
}

function whyNot(
  { campaign }: CampaignRecord,
  to: string,
  target: PassingOn | undefined,
): string | undefined {
  if (target === undefined) return `there is no campaign '${to}'`;
  if (!target.settings.takesNoRecordsFrom.includes(campaign)) return undefined;
  return `that campaign takes no records from ${campaign}`;
}

function beginsThere(
  { campaign, record: id, agents }: PassingOn,
  fields: Readonly<Record<string, string>>,
  { record, classifier, now }: Passing,
): Change {
  const { phones, emails, weight, privateTo: owner } = record;
  const privateTo = owner !== undefined && agents.includes(owner) ? owner : undefined;
  const by = `classifier ${classifier} of campaign ${record.campaign}`;
  const origin = {
    kind: 'record',
    of: { campaign: record.campaign, record: record.record },
  } as const;
  const person = { phones, emails, fields, weight, ...(privateTo !== undefined && { privateTo }) };
  const entries: RecordEntry[] = [{ type: 'record.added', at: now, by }];
  if (privateTo !== undefined)
    entries.push({ type: 'record.reserved', at: now, for: privateTo, by });
  return { before: undefined, after: newRecord(campaign, id, person, origin, now), entries };
}

/** Values of fields both campaigns have, as the other one checks them. */
function valuesFor({ fields }: Campaign, values: Readonly<Record<string, string>>) {
  const kept: Record<string, string> = {};
  const leftOut: string[] = [];
  for (const [id, value] of Object.entries(values)) {
    const field = own(fields, id);
    const checked = field && checkField(value, field);
    if (checked?.kind === 'ok') kept[id] = checked.value;
    else if (value !== '') leftOut.push(id);
  }
  return { values: kept, leftOut };
}

// What a person decides about a record outside of a call: put it back into the list, close it
// (CBR-9), reserve it for an agent or release it (REC-7).
import type { Change } from '../model/change.ts';
import type { AgentId } from '../model/ids.ts';
import { type Instant, isPast, toIso } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { type CampaignRecord, isOver } from '../model/record.ts';
import { changed, close, scheduleCall } from './record-changes.ts';

export type RecordUpdate =
  /** Called again from then on; at once when missing. */
  | { readonly kind: 'put-back'; readonly at?: Instant | undefined }
  | { readonly kind: 'close' }
  | { readonly kind: 'reserve'; readonly agent: AgentId }
  | { readonly kind: 'release' };

export type Updated =
  | { readonly kind: 'changed'; readonly change: Change }
  /** It is so already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly because: string };

interface Decision {
  readonly record: CampaignRecord;
  readonly update: RecordUpdate;
  readonly by: string;
  readonly now: Instant;
}

export function updateRecord(decision: Decision): Updated {
  const { record, update } = decision;
  switch (update.kind) {
    case 'put-back':
      return putBack(decision, update.at);
    case 'close':
      return closedBy(decision);
    case 'reserve':
      return record.privateTo === update.agent ? unchanged : reservedFor(decision, update.agent);
    case 'release':
      return record.privateTo === undefined ? unchanged : released(decision);
  }
}

const unchanged: Updated = { kind: 'unchanged' };
const refused = (because: string): Updated => ({ kind: 'refused', because });

/**
 * Its place in the rule is lost, what the rule has counted stays: the next call starts at the
 * trigger.
 */
function putBack(decision: Decision, at: Instant = decision.now): Updated {
  const { record, by, now } = decision;
  if (record.nextContact !== undefined && record.current === undefined) return unchanged;
  if (record.current !== undefined) return refused('a call with it is under way');
  // who is off the blacklist again can be called again; until then the gates block it anew
  if (isOver(record.state) && record.state !== 'blacklisted') {
    return refused(`it is ${record.state}`);
  }
  if (isPast(at, now)) return refused(`${toIso(at)} is over`);
  const { cursor: _, ...rule } = record.rule;
  const after = scheduleCall({ ...record, rule }, at);
  return change(decision, after, { type: 'record.put-back', at: now, by, for: at });
}

function closedBy(decision: Decision): Updated {
  const { record, by, now } = decision;
  if (record.state === 'closed') return unchanged;
  if (isOver(record.state)) return refused(`it is ${record.state}`);
  if (record.current !== undefined) return refused('a call with it is under way');
  return change(decision, close(record), { type: 'record.closed', at: now, because: `by ${by}` });
}

function reservedFor(decision: Decision, agent: AgentId): Updated {
  const { record, by, now } = decision;
  if (record.state === 'deleted') return refused('it is deleted');
  const after = { ...record, privateTo: agent };
  return change(decision, after, { type: 'record.reserved', at: now, for: agent, by });
}

function released(decision: Decision): Updated {
  const { privateTo: _, ...after } = decision.record;
  const { by, now } = decision;
  return change(decision, after, { type: 'record.released', at: now, by });
}

function change({ record, now }: Decision, after: CampaignRecord, entry: RecordEntry): Updated {
  const committed = { before: record, after: changed(after, now), entries: [entry] };
  return { kind: 'changed', change: committed };
}

// Whose a record is: agents see and change those that are theirs, and no others.

import type { RecordStore } from '../application/ports/record-store.ts';
import { agentsOfCampaign } from '../domain/campaigns/campaign-agents.ts';
import { type AgentId, campaignId, type RecordRef, recordId } from '../domain/model/ids.ts';
import type { CampaignRecord } from '../domain/model/record.ts';
import type { Definitions } from '../language/definitions.ts';
import { own } from '../language/dictionary.ts';
import type { Campaign } from '../language/schema/campaign.ts';
import { agentOf, type Caller, reaches } from './caller.ts';
import { type Problem, problem } from './problems.ts';

/** Private to them, offered to them, in a call with them, or last spoken with by them. */
function isOf(record: CampaignRecord, agent: AgentId): boolean {
  const { privateTo, current, lastAgent } = record;
  if (privateTo !== undefined) return privateTo === agent;
  return current?.offeredTo === agent || lastAgent === agent;
}

export const refOf = (params: {
  readonly campaign: string;
  readonly record: string;
}): RecordRef => ({
  campaign: campaignId(params.campaign),
  record: recordId(params.record),
});

/** What agents of a campaign may do with any of its records, where it says so (CAM-11, CAM-19). */
type Freedom = keyof Campaign['agentsMay'];

/**
 * The record a request is about, if it is there and the caller may see it. @param freedom by which
 * it may be none of theirs
 */
export async function recordFor(
  definitions: Definitions,
  caller: Caller,
  ref: RecordRef,
  records: Pick<RecordStore, 'load' | 'loadAttempt'>,
  freedom?: Freedom,
): Promise<CampaignRecord | Problem> {
  const record = await records.load(ref);
  if (record === undefined) return noSuchRecord;
  if (reaches(definitions, caller, ref.campaign)) return record;
  const agent = agentOf(definitions, caller);
  if (agent !== undefined && (isOf(record, agent) || (await talksWith(record, agent, records))))
    return record;
  if (agent !== undefined && freedom !== undefined && isFree(definitions, ref, agent, freedom))
    return record;
  // an agent does not learn which ids there are
  return problem('not-allowed', 'the record is none of yours');
}

const isFree = (
  definitions: Definitions,
  { campaign }: RecordRef,
  agent: AgentId,
  freedom: Freedom,
): boolean =>
  (own(definitions.campaigns, campaign)?.agentsMay[freedom] ?? false) &&
  agentsOfCampaign(definitions, campaign).includes(agent);

/** The contact under way is with this agent. */
async function talksWith(
  record: CampaignRecord,
  agent: AgentId,
  records: Pick<RecordStore, 'loadAttempt'>,
): Promise<boolean> {
  if (record.current === undefined) return false;
  const attempt = await records.loadAttempt(record, record.current.attempt);
  return attempt?.agent === agent;
}

export const noSuchRecord: Problem = problem('not-found', 'there is no such record');

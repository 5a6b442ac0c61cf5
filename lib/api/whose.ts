// Whose a record is: agents see and change those that are theirs, and no others.

import type { RecordStore } from '../application/ports/record-store.ts';
import { campaignsOf } from '../domain/campaigns/campaigns-of.ts';
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

/** Whoever manages the campaign may; an agent of it where the campaign says so. */
export function mayDo(
  definitions: Definitions,
  caller: Caller,
  campaign: string,
  freedom: Freedom,
): boolean {
  if (reaches(definitions, caller, campaign)) return true;
  const agent = agentOf(definitions, caller);
  return (
    agent !== undefined && isFree(definitions, { campaign: campaignId(campaign) }, agent, freedom)
  );
}

function isFree(
  definitions: Definitions,
  { campaign }: Pick<RecordRef, 'campaign'>,
  agent: AgentId,
  freedom: Freedom,
): boolean {
  if (!own(definitions.campaigns, campaign)?.agentsMay[freedom]) return false;
  return isAgentOf(agent, definitions, campaign);
}

/** As an agent, on whatever channel. */
export function worksOn(definitions: Definitions, caller: Caller, campaign: string): boolean {
  const agent = agentOf(definitions, caller);
  return agent !== undefined && isAgentOf(agent, definitions, campaign);
}

const isAgentOf = (agent: AgentId, definitions: Definitions, campaign: string): boolean =>
  groupsWith(agent, definitions).some((group) =>
    campaignsOf(definitions, group).some(({ id }) => id === campaign),
  );

const groupsWith = (agent: AgentId, { groups }: Definitions): readonly string[] =>
  Object.entries(groups).flatMap(([group, { agents }]) => (agents.includes(agent) ? [group] : []));

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

// Where `ringback pacing` finds a campaign: what the last local run left, or the table of a
// deployment.

import { dynamoCampaignStore } from '../../aws/dynamodb/campaign-store.ts';
import { dynamo, dynamoClient } from '../../aws/dynamodb/document-table.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import { checkedFolder } from '../checked-folder.ts';
import { lastRun } from '../start/snapshot.ts';
import { tablesOf } from '../why/sources.ts';

interface Found {
  readonly kind: 'found';
  readonly definitions: Definitions;
  readonly state: CampaignState;
  readonly now: Instant;
  /** Where it was found, for the reader. */
  readonly where: string;
}
export type Looked = Found | { readonly kind: 'nothing'; readonly because: string };

const nothing = (because: string): Looked => ({ kind: 'nothing', because });

export async function inLastRun(campaign: string): Promise<Looked> {
  const run = await lastRun();
  if (run.kind === 'nothing') return run;
  if (run.campaign.campaign !== campaign)
    return nothing(`the last run was of campaign '${run.campaign.campaign}', not '${campaign}'`);
  const { definitions, campaign: state } = run;
  return { kind: 'found', definitions, state, now: instant(run.at), where: run.where };
}

/** @param name prefix of the deployment, as given to cdk with -c name=… */
export async function onAws(name: string, folder: string, campaign: string): Promise<Looked> {
  const checked = await checkedFolder(folder);
  if (checked.kind === 'refused') return nothing(checked.lines.join('\n'));
  const tables = await tablesOf(name);
  if (!tables) return nothing(`no deployment '${name}' in this account and region`);
  const state = await dynamoCampaignStore(dynamo(dynamoClient()), tables).load(
    campaignId(campaign),
  );
  const { definitions } = checked;
  const now = instant(Date.now());
  return { kind: 'found', definitions, state, now, where: `deployment ${name}` };
}

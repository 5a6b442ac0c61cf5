// Where `ringback pacing` finds a campaign: the saved last local run, or the table of a deployment.

import { dynamoCampaignStore } from '../../aws/dynamodb/campaign-store.ts';
import { dynamo, dynamoClient } from '../../aws/dynamodb/document-table.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import { deployedCentre, lastRunOf, type NotFound } from '../campaign-source.ts';

interface FoundCampaign {
  readonly kind: 'found';
  readonly definitions: Definitions;
  readonly state: CampaignState;
  readonly now: Instant;
  /** Where it was found, for the reader. */
  readonly where: string;
}

/** @param folder of the run */
export async function campaignInLastRun(
  folder: string,
  campaign: string,
): Promise<FoundCampaign | NotFound> {
  const run = await lastRunOf(campaign, folder);
  if (run.kind === 'nothing') return run;
  const { definitions, campaign: state } = run;
  return { kind: 'found', definitions, state, now: instant(run.at), where: run.where };
}

export async function campaignOnAws(
  name: string,
  folder: string,
  campaign: string,
): Promise<FoundCampaign | NotFound> {
  const deployed = await deployedCentre(name, folder);
  if (deployed.kind === 'nothing') return deployed;
  const { definitions, tables } = deployed;
  const store = dynamoCampaignStore(dynamo(dynamoClient()), tables);
  const state = await store.load(campaignId(campaign));
  const now = instant(Date.now());
  return { kind: 'found', definitions, state, now, where: `deployment ${name}` };
}

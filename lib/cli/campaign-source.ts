// Where `ringback why` and `ringback pacing` read a campaign: the saved last local run, or the
// tables of a deployment.
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Definitions } from '../language/definitions.ts';
import { listed } from '../language/nearest.ts';
import { checkedFolder } from './checked-folder.ts';
import { lastRun, type Snapshot } from './last-run.ts';

export interface NotFound {
  readonly kind: 'nothing';
  readonly because: string;
}

export const notFound = (because: string): NotFound => ({ kind: 'nothing', because });

/** The last run as one of its campaigns knows it; the one it was of when none is named. */
export async function lastRunOf(
  campaign: string | undefined,
  folder: string,
): Promise<({ readonly kind: 'kept'; readonly where: string } & Snapshot) | NotFound> {
  const run = await lastRun(folder);
  if (run.kind === 'nothing') return run;
  const { campaign: main, campaignJournal, beside = [], records } = run;
  const kept = [{ campaign: main, campaignJournal }, ...beside];
  const wanted = campaign ?? main.campaign;
  const found = kept.find((one) => one.campaign.campaign === wanted);
  if (found !== undefined)
    return {
      ...run,
      ...found,
      records: records.filter(({ record }) => record.campaign === wanted),
    };
  const ran = listed(
    kept.map((one) => one.campaign.campaign),
    'and',
  );
  return notFound(`the last run was of ${ran}, not of '${wanted}'`);
}

export interface DeployedCentre {
  readonly kind: 'deployed';
  readonly definitions: Definitions;
  readonly tables: { readonly records: string; readonly journal: string; readonly runtime: string };
}

/**
 * @param name prefix of the deployment, as given to cdk with -c name=…
 * @param folder the definitions it was deployed with
 */
export async function deployedCentre(
  name: string,
  folder: string,
): Promise<DeployedCentre | NotFound> {
  const checked = await checkedFolder(folder);
  if (checked.kind === 'refused') return notFound(checked.lines.join('\n'));
  const tables = await tablesOf(name);
  if (!tables) return notFound(`no deployment '${name}' in this account and region`);
  return { kind: 'deployed', definitions: checked.definitions, tables };
}

async function tablesOf(name: string): Promise<DeployedCentre['tables'] | undefined> {
  const Path = `/${name}/tables`;
  const { Parameters = [] } = await new SSMClient({}).send(
    new GetParametersByPathCommand({ Path }),
  );
  const table = (id: string) =>
    Parameters.find((parameter) => parameter.Name === `${Path}/${id}`)?.Value;
  const [records, journal, runtime] = [table('records'), table('journal'), table('runtime')];
  return records && journal && runtime ? { records, journal, runtime } : undefined;
}

// The contact centre that commands use unless another is named: in a team's repository the one of
// its cdk.json, in Ringback's own an example.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isObject } from '../compiler/json.ts';
import { IS_PACKAGE, ROOT } from './installation.ts';

const ours = {
  folder: IS_PACKAGE ? '.' : 'examples/clinic-recall',
  deployed: IS_PACKAGE ? '.' : 'examples/dental-recall',
  name: 'ringback',
};
const theirs = settingsIn('cdk.json');

/** In a team's repository, for commands that elsewhere must be told the folder. */
export const OWN_FOLDER: string | undefined = theirs.folder;

export const DEFAULT_FOLDER: string = theirs.folder ?? ours.folder;

/** What `npx cdk deploy --all` deploys, by cdk.json and lib/cli/app.ts. */
export const DEPLOYED_FOLDER: string = theirs.folder ?? ours.deployed;
export const DEFAULT_NAME: string = theirs.name ?? ours.name;

/** The settings of the repository in which the command runs, unless it is Ringback's own. */
function settingsIn(file: string): { readonly folder?: string; readonly name?: string } {
  if (resolve('.') === ROOT || !existsSync(file)) return {};
  const { folder, name } = contextOf(readFileSync(file, 'utf8'));
  return {
    folder: typeof folder === 'string' ? folder : undefined,
    name: typeof name === 'string' ? name : undefined,
  };
}

/** Of a file that somebody else's CDK app may have, in whatever state. */
function contextOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const cdk: unknown = JSON.parse(text);
    return isObject(cdk) && isObject(cdk.context) ? cdk.context : {};
  } catch {
    return {};
  }
}

// CDK entry: a folder of definitions becomes four stacks. `npx cdk synth` and
// `npx cdk deploy --all` run it; the settings are context values of cdk.json, each of which
// `-c name=value` overrides.
import { statSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { compileRules } from '../compiler/compile-rule.ts';
import { compileIvr } from '../compiler/ivr/compile-ivr.ts';
import { tooLargeTemplates, tooManyResources } from '../infra/stack-limits.ts';
import { checkedFolder } from './checked-folder.ts';
import { deployableBundles } from './deployable-bundles.ts';
import { deployableRecordings } from './deployable-recordings.ts';
import { readSettings, type Settings } from './deployment-settings.ts';
import { explainFailures } from './failures.ts';

explainFailures();
const app = new App({ autoSynth: false });
const setting = (name: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(name);
  return value === undefined ? undefined : String(value);
};

const read = readSettings(setting);
// what was wrong has been said; a stack trace would only bury it
const wrong = 'wrong' in read ? read.wrong : await synthesise(read.settings);
for (const line of wrong) process.stderr.write(`${line}\n`);
if (wrong.length > 0) process.exitCode = 1;

/** @returns what is wrong */
async function synthesise({
  folder,
  userPool,
  consoleOrigin,
  integrators,
  ...settings
}: Settings): Promise<readonly string[]> {
  const checked = await checkedFolder(folder);
  if (checked.kind === 'refused') return checked.lines;
  for (const line of checked.lines) process.stderr.write(`${line}\n`);
  const { definitions } = checked;
  // the constructs take seconds to load, and mistakes are shown without them
  const { addRingback } = await import('../infra/ringback-app.ts');
  addRingback(app, {
    ...settings,
    access: { userPool, consoleOrigin, integrators },
    definitions,
    rules: compileRules(definitions),
    compileIvr,
    recordings: await deployableRecordings(folder, checked),
    bundles: await deployableBundles(folder, checked),
  });
  const tooMany = tooManyResources(app);
  return tooMany.length > 0 ? tooMany : tooLargeTemplates(templatesOf(app.synth()));
}

function templatesOf({ stacks }: CloudAssembly) {
  return stacks.map(({ stackName, templateFullPath }) => ({
    stack: stackName,
    bytes: statSync(templateFullPath).size,
  }));
}

// CDK entry: a folder of definitions becomes four stacks. `npx cdk synth` and
// `npx cdk deploy --all` run it; the settings are context values of cdk.json, each of which
// `-c name=value` overrides.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { compileRules } from '../compiler/compile-rule.ts';
import { compileIvr } from '../compiler/ivr/compile-ivr.ts';
import type { Deployment } from '../infra/deployment.ts';
import { tooLargeTemplates, tooManyResources } from '../infra/stack-limits.ts';
import { deployables, passingFolder } from './deployables.ts';
import { readSettings, type Settings, withAccess } from './deployment-settings.ts';
import { explainFailures } from './failures.ts';
import { IS_PACKAGE, ROOT } from './installation.ts';

explainFailures();
// settings of the folder the command runs in take precedence
const { context } = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8'));
const app = new App({ autoSynth: false, context });
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
async function synthesise({ folder, ...settings }: Settings): Promise<readonly string[]> {
  const ready = await deployables(folder, await passingFolder());
  if ('refused' in ready) return ready.refused;
  const { lines, ...parts } = ready;
  for (const line of lines) process.stderr.write(`${line}\n`);
  // the constructs take seconds to load, and mistakes are shown without them
  await addTo(app, {
    ...withAccess(settings),
    ...parts,
    rules: compileRules(parts.definitions),
    compileIvr,
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

/** The templates of the package were checked before it was made. */
async function addTo(app: App, deployment: Deployment): Promise<void> {
  if (IS_PACKAGE) (await import('../infra/stacks.ts')).addStacks(app, deployment);
  else (await import('../infra/ringback-app.ts')).addRingback(app, deployment);
}

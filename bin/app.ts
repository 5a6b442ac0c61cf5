// CDK entry: a folder of definitions becomes three stacks. `npx cdk synth` and
// `npx cdk deploy --all` run it; the settings are context values of cdk.json, each of which
// `-c name=value` overrides.
import { statSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { checkedFolder } from '../lib/cli/checked-folder.ts';
import { deployableBundles } from '../lib/cli/deployable-bundles.ts';
import { deployableRecordings } from '../lib/cli/deployable-recordings.ts';
import { explainFailures } from '../lib/cli/failures.ts';
import { compileRules } from '../lib/compiler/compile-rule.ts';
import { compileIvr } from '../lib/compiler/ivr/compile-ivr.ts';
import { addRingback } from '../lib/infra/ringback-app.ts';
import { tooLargeTemplates, tooManyResources } from '../lib/infra/stack-limits.ts';

explainFailures();
const app = new App({ autoSynth: false });
const setting = (name: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(name);
  return value === undefined ? undefined : String(value);
};

const folder = setting('folder') ?? 'examples/clinic-recall';
const checked = await checkedFolder(folder);
for (const line of checked.lines) process.stderr.write(`${line}\n`);

if (checked.kind === 'refused') {
  // what was wrong has been said; a stack trace would only bury it
  process.exitCode = 1;
} else {
  const { definitions } = checked;
  const alarmsTo = setting('alarmsTo');
  addRingback(app, {
    name: setting('name') ?? 'ringback',
    production: setting('production') !== 'false',
    definitions,
    rules: compileRules(definitions),
    compileIvr,
    recordings: await deployableRecordings(folder, checked),
    bundles: await deployableBundles(folder, checked),
    runbook: setting('runbook') ?? 'docs/runbook.md',
    alarmsTo: alarmsTo || undefined,
  });
  const refused = [...tooManyResources(app)];
  if (refused.length === 0) refused.push(...tooLargeTemplates(templatesOf(app.synth())));
  for (const line of refused) process.stderr.write(`${line}\n`);
  if (refused.length > 0) process.exitCode = 1;
}

function templatesOf({ stacks }: CloudAssembly) {
  return stacks.map(({ stackName, templateFullPath }) => ({
    stack: stackName,
    bytes: statSync(templateFullPath).size,
  }));
}

// CDK entry: a folder of definitions becomes five stacks. `npx cdk synth` and
// `npx cdk deploy --all` run it; the settings are context values of cdk.json, each of which
// `-c name=value` overrides.
import { App } from 'aws-cdk-lib';
import { passingFolder } from './deployables.ts';
import { readSettings } from './deployment-settings.ts';
import { explainFailures } from './failures.ts';
import { synthesiseIn, usualContext } from './synthesis.ts';

explainFailures();
// settings of the folder the command runs in take precedence
const app = new App({ autoSynth: false, context: usualContext() });
const setting = (name: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(name);
  return value === undefined ? undefined : String(value);
};

const read = readSettings(setting);
// what was wrong has been said; a stack trace would only bury it
const wrong =
  'wrong' in read ? read.wrong : await synthesiseIn(app, read.settings, await passingFolder());
for (const line of wrong) process.stderr.write(`${line}\n`);
if (wrong.length > 0) process.exitCode = 1;

// A folder of definitions becomes a cloud assembly.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { compileRules } from '../compiler/compile-rule.ts';
import { compileIvr } from '../compiler/ivr/compile-ivr.ts';
import type { Deployment } from '../infra/deployment.ts';
import { tooLargeTemplates, tooManyResources } from '../infra/stack-limits.ts';
import { deployables } from './deployables.ts';
import { type Settings, withAccess } from './deployment-settings.ts';
import { IS_PACKAGE, ROOT } from './installation.ts';

/** Of our cdk.json: what the templates were tested with. */
export const usualContext = (): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8')).context;

/**
 * @param into folder for what is uploaded; the CDK copies it
 * @param add how the stacks are added; with a check of the templates unless told
 * @returns what is wrong
 */
export async function synthesiseIn(
  app: App,
  { folder, ...settings }: Settings,
  into: string,
  add: AddStacks = addChecked,
): Promise<readonly string[]> {
  // meanwhile esbuild may be at work, in a process of its own
  if (isUnchecked()) void import('../infra/stacks.ts');
  const ready = await deployables(folder, into);
  if ('refused' in ready) return ready.refused;
  const { lines, ...parts } = ready;
  for (const line of lines) process.stderr.write(`${line}\n`);
  // the constructs take seconds to load, and mistakes are shown without them
  await add(app, {
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

/** As a local run wants it (start/synthesise.ts). */
const isUnchecked = (): boolean => process.env.CDK_VALIDATION === 'false';

type AddStacks = (app: App, deployment: Deployment) => Promise<void>;

/** As the package does, whose templates were checked before it was made. */
export async function addUnchecked(app: App, deployment: Deployment): Promise<void> {
  (await import('../infra/stacks.ts')).addStacks(app, deployment);
}

async function addChecked(app: App, deployment: Deployment): Promise<void> {
  if (IS_PACKAGE || isUnchecked()) return await addUnchecked(app, deployment);
  (await import('../infra/ringback-app.ts')).addRingback(app, deployment);
}

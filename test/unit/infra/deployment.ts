// A deployment to synthesise in tests: the example folder, and bundles that are not built, because templates carry
// only their hash.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { readDefinitionsFolder } from '../../../bin/definitions-folder.ts';
import { compileRules } from '../../../lib/compiler/compile-rule.ts';
import { TASKS } from '../../../lib/domain/tasks.ts';
import type { Deployment } from '../../../lib/infra/deployment.ts';
import { addRingback } from '../../../lib/infra/ringback-app.ts';
import type { Definitions } from '../../../lib/language/definitions.ts';
import { loadDefinitions } from '../../../lib/language/load.ts';

const cdkJson = JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8'));

export async function exampleDefinitions(): Promise<Definitions> {
  const folder = await readDefinitionsFolder('examples/clinic-recall');
  const definitions = folder.kind === 'read' && loadDefinitions(folder.files).definitions;
  if (!definitions) throw new Error('the example folder does not load');
  return definitions;
}

/** One folder for all tests of a file: the paths of bundles are no part of a template. */
const bundles = mkdtempSync(join(tmpdir(), 'ringback-bundles-'));
for (const task of Object.keys(TASKS)) {
  mkdirSync(join(bundles, task));
  writeFileSync(join(bundles, task, 'index.mjs'), `export const handler = '${task}';\n`);
}

export function deploymentOf(definitions: Definitions, more: Partial<Deployment> = {}): Deployment {
  const rules = compileRules(definitions);
  return {
    name: 'ringback',
    production: true,
    definitions,
    rules,
    bundles,
    runbook: 'docs/runbook.md',
    ...more,
  };
}

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates are data of a hundred shapes
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

export interface Synthesised {
  /** Stack name → template. */
  readonly templates: Readonly<
    Record<string, { readonly Resources: Readonly<Record<string, Resource>> }>
  >;
  /** Every resource of every stack with its logical id. */
  readonly resources: readonly (Resource & { readonly id: string })[];
  /** Of cdk-nag and of CDK's own rules. */
  readonly findings: readonly string[];
}

export function synthesise(deployment: Deployment): Synthesised {
  const app = new App({
    context: cdkJson.context,
    outdir: mkdtempSync(join(tmpdir(), 'ringback-cdk-')),
  });
  addRingback(app, deployment);
  const assembly = app.synth();
  const templates = Object.fromEntries(
    assembly.stacks.map((stack) => [stack.stackName, stack.template]),
  );
  const resources = assembly.stacks.flatMap((stack) =>
    Object.entries<Resource>(stack.template.Resources).map(([id, resource]) => ({
      id,
      ...resource,
    })),
  );
  return { templates, resources, findings: [] };
}

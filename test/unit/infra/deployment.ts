// A deployment to synthesise in tests: the example folder, and bundles that are not built, because
// templates carry only their hash.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TASKS } from '../../../lib/application/tasks/tasks.ts';
import { readDefinitionsFolder } from '../../../lib/cli/definitions-folder.ts';
import { compileRules } from '../../../lib/compiler/compile-rule.ts';
import { compileIvr } from '../../../lib/compiler/ivr/compile-ivr.ts';
import { ConnectStack } from '../../../lib/infra/connect-stack.ts';
import { DataStack } from '../../../lib/infra/data-stack.ts';
import type { Deployment } from '../../../lib/infra/deployment.ts';
import { addRingback } from '../../../lib/infra/ringback-app.ts';
import type { RingbackStacks } from '../../../lib/infra/stacks.ts';
import type { Definitions } from '../../../lib/language/definitions.ts';
import { loadDefinitions } from '../../../lib/language/load.ts';
import { EmailReplies } from '../../../lib/language/schema/email-channel.ts';
import { Inbound } from '../../../lib/language/schema/inbound.ts';
import { smallIvr } from '../../support/small-ivr.ts';

const cdkJson = JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8'));

export async function exampleDefinitions(path = 'examples/clinic-recall'): Promise<Definitions> {
  const folder = await readDefinitionsFolder(path);
  const definitions = folder.kind === 'read' && loadDefinitions(folder.files).definitions;
  if (!definitions) throw new Error('the example folder does not load');
  return definitions;
}

function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `ringback-test-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One folder for all tests of a file: the paths of bundles are no part of a template. */
const bundles = temporaryFolder('bundles');
for (const task of Object.keys(TASKS)) {
  mkdirSync(join(bundles, task));
  writeFileSync(join(bundles, task, 'index.mjs'), `export const handler = '${task}';\n`);
}

/**
 * The reception that takes calls, as it is deployed: its IVRs by the compiler, its recordings as
 * they are.
 */
export async function receptionDeployment(): Promise<Deployment> {
  const path = 'examples/medika-reception';
  return deploymentOf(await exampleDefinitions(path), {
    compileIvr,
    recordings: `${path}/recordings`,
  });
}

/** What is in a recording is no part of a template either. */
const recordings = temporaryFolder('recordings');
writeFileSync(join(recordings, 'welcome.wav'), 'RIFF');

/** The example's campaign takes calls, too, by `smallIvr`. */
export function takingCalls(
  definitions: Definitions,
  more: Readonly<Record<string, unknown>> = {},
): Definitions {
  const [[id, campaign] = []] = Object.entries(definitions.campaigns);
  if (id === undefined || campaign === undefined) throw new Error('the example has a campaign');
  const inbound = Inbound.parse({ numbers: ['main'], ivr: 'small', ...more });
  const channels = { ...campaign.channels, inbound };
  return { ...definitions, campaigns: { [id]: { ...campaign, channels } } };
}

/** The mailbox of the example receives, and its campaign takes answers. */
export function receivingMail(definitions: Definitions): Definitions {
  const [[id, campaign] = []] = Object.entries(definitions.campaigns);
  if (id === undefined || campaign === undefined) throw new Error('the example has a campaign');
  const email = EmailReplies.parse({ queue: campaign.channels.outbound?.queue });
  const { centre } = definitions;
  const mailboxes = Object.fromEntries(
    Object.entries(centre.mailboxes).map(([name, mailbox]) => [
      name,
      { ...mailbox, replies: 'reply.example.org' },
    ]),
  );
  return {
    ...definitions,
    centre: { ...centre, mailboxes },
    campaigns: { [id]: { ...campaign, channels: { ...campaign.channels, email } } },
  };
}

const pages = temporaryFolder('pages');
writeFileSync(join(pages, 'index.html'), '<!doctype html>');

export function deploymentOf(definitions: Definitions, more: Partial<Deployment> = {}): Deployment {
  const rules = compileRules(definitions);
  return {
    name: 'ringback',
    production: true,
    definitions,
    rules,
    bundles,
    compileIvr: smallIvr,
    recordings,
    pages,
    runbook: 'docs/runbook.md',
    ...more,
  };
}

export interface Resource {
  readonly id: string;
  readonly stack: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: properties of thirty resource types
  readonly properties: any;
  readonly deletionPolicy: string | undefined;
  readonly dependsOn: readonly string[];
}

export interface Synthesised {
  /** Where the cloud assembly lies. */
  readonly folder: string;
  readonly resources: readonly Resource[];
  /** What cdk-nag and the CDK's own rules found. */
  readonly findings: readonly unknown[];
  /** What the CDK prints as warnings. */
  readonly warnings: readonly string[];
}

interface Synthesis {
  /** Adds to the stacks before they are synthesised. */
  readonly more?: (stacks: RingbackStacks) => void;
  /**
   * Lets the CDK hold the templates against the schemas of CloudFormation as well: right, but slow.
   */
  readonly againstSchemas?: boolean;
}

/** As cdk-nag and, where asked for, the CDK let it pass. */
export function synthesise(deployment: Deployment, how: Synthesis = {}): Synthesised {
  const folder = temporaryFolder('assembly');
  const app = new App({
    context: cdkJson.context,
    outdir: folder,
    builtinCloudFormationValidation: how.againstSchemas ?? false,
  });
  const stacks = addRingback(app, deployment);
  how.more?.(stacks);
  const synthesised = app.synth().stacks;
  const resources = synthesised.flatMap(({ stackName, template }) =>
    resourcesOf(stackName, template.Resources),
  );
  const warnings = synthesised
    .flatMap(({ messages }) => messages)
    .filter(({ level }) => level === 'warning')
    .map(({ entry }) => String(entry.data));
  const report = readFileSync(join(folder, 'validation-report.json'), 'utf8');
  return { folder, resources, findings: JSON.parse(report).pluginReports, warnings };
}

/** The stack of Connect alone, which is much quicker; nothing is looked for in it. */
export function synthesiseConnect(deployment: Deployment): Synthesised {
  const stack = connectAlone(deployment);
  const { Resources } = Template.fromStack(stack).toJSON();
  return { folder: '', resources: resourcesOf('connect', Resources), findings: [], warnings: [] };
}

function connectAlone(deployment: Deployment): ConnectStack {
  const app = new App();
  const data = new DataStack(app, 'data', deployment);
  return new ConnectStack(app, 'connect', deployment, data);
}

function resourcesOf(stack: string, resources: Readonly<Record<string, RawResource>>): Resource[] {
  return Object.entries(resources).map(([id, resource]) => ({
    id,
    stack,
    type: resource.Type,
    properties: resource.Properties,
    deletionPolicy: resource.DeletionPolicy,
    dependsOn: [resource.DependsOn ?? []].flat(),
  }));
}

interface RawResource {
  readonly Type: string;
  readonly Properties: unknown;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string | readonly string[];
}

/** The text of an asset that lies in S3 when it is deployed. */
export function assetText({ folder }: Synthesised, { Key }: { readonly Key: string }): string {
  return readFileSync(join(folder, `asset.${Key}`), 'utf8');
}

export const ofType = ({ resources }: Synthesised, type: string): readonly Resource[] =>
  resources.filter((resource) => resource.type === type);

/** The logical id a reference leads to. */
export function targetOf(reference: unknown): string {
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::ImportValue': imported,
  } = reference as { Ref?: string; 'Fn::GetAtt'?: string[]; 'Fn::ImportValue'?: string };
  // an export is named for what it refers to: …ExportsOutputRef<id><hash of eight digits>
  const [, exported] =
    /:ExportsOutput(?:Ref|FnGetAtt)(\w+?)[0-9A-F]{8}$/.exec(imported ?? '') ?? [];
  return Ref ?? attribute?.[0] ?? exported ?? '';
}

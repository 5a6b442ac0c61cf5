// A contact centre as a construct, for teams that have an app of their own: five stacks below it,
// the same as `npx cdk deploy -c folder=…` deploys.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Annotations, type Environment, type Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Deployables } from '../cli/deployables.ts';
import { readSettings, type Settings, withAccess } from '../cli/deployment-settings.ts';
import { ROOT } from '../cli/installation.ts';
import { compileRules } from '../compiler/compile-rule.ts';
import { compileIvr } from '../compiler/ivr/compile-ivr.ts';
import { tooManyResources } from '../infra/stack-limits.ts';
import { addStacks } from '../infra/stacks.ts';

export interface RingbackProps {
  /** The folder with the definitions of the contact centre. */
  readonly folder: string;
  /** Prefix of stacks, functions, bus and parameters; 'ringback' when left out. */
  readonly name?: string;
  /** Keeps the data when a stack is deleted; true when left out. */
  readonly production?: boolean;
  /** Address that receives alarms by e-mail. */
  readonly alarmsTo?: string;
  /** Functions that the account lets run at once, where it is fewer than all want. */
  readonly concurrency?: number;
  /** ARN of a Cognito user pool that is there, for the API; without one the stack makes one. */
  readonly userPool?: string;
  /** Where people of that pool sign in, such as https://login.example.com, for the pages. */
  readonly userPoolDomain?: string;
  /** Origin of pages of your own, such as https://console.example.com. */
  readonly consoleOrigin?: string;
  /** Programs of other systems that use the API, each with credentials of its own. */
  readonly integrators?: readonly string[];
  /** Exceptions of opening hours before this day, such as 2026-11-29, are left out. */
  readonly exceptionsFrom?: string;
  /** Where your team reads the runbook; alarms link to it. */
  readonly runbook?: string;
  /** Account and region of the stacks; those of the surroundings when left out. */
  readonly env?: Environment;
}

export class Ringback extends Construct {
  /** Tables and buckets. */
  readonly data: Stack;
  /** The contact centre in Amazon Connect. */
  readonly connect: Stack;
  /** Dialer, callback rules and messages. */
  readonly dialer: Stack;
  /** The HTTP API and its users. */
  readonly api: Stack;
  /** What happened to each record, append-only. */
  readonly journal: ITable;
  /** Where contact files are uploaded, below imports/. */
  readonly contacts: IBucket;
  /** The bus of the events that are listed in the documentation. */
  readonly bus: IEventBus;
  readonly instanceArn: string;

  constructor(scope: Construct, id: string, { env, ...props }: RingbackProps) {
    super(scope, id);
    const { folder, ...settings } = settingsOf(props);
    const { lines, ...parts } = prepared(resolve(folder));
    // the templates are those that were tested, whatever flags the app around has
    for (const [flag, value] of Object.entries(testedFlags())) this.node.setContext(flag, value);
    const { data, connect, dialer, api } = addStacks(this, {
      ...withAccess(settings),
      ...parts,
      env,
      rules: compileRules(parts.definitions),
      compileIvr,
    });
    this.node.addValidation({ validate: () => [...tooManyResources(this)] });
    if (lines.length > 0)
      Annotations.of(data).addWarningV2('ringback:definitions', lines.join('\n'));
    this.data = data;
    this.connect = connect;
    this.dialer = dialer;
    this.api = api;
    this.journal = data.journal;
    this.contacts = data.contacts;
    this.bus = dialer.bus;
    this.instanceArn = connect.instance.arn;
  }
}

function settingsOf(props: Omit<RingbackProps, 'env'>): Settings {
  const given = new Map<string, unknown>(Object.entries(props));
  const text = (name: string) => (given.has(name) ? String(given.get(name) ?? '') : undefined);
  const read = readSettings(text, (name, value) => `${name}: '${value}'`);
  if ('wrong' in read) throw new Error(read.wrong.join('\n'));
  return read.settings;
}

function prepared(folder: string): Deployables {
  const into = mkdtempSync(join(tmpdir(), 'ringback-'));
  // the CDK copies what it uploads when it synthesises
  process.once('exit', () => rmSync(into, { recursive: true, force: true }));
  const script = fileURLToPath(new URL('./prepare.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder, into], {
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  if (status !== 0) throw new Error(`${folder} could not be read: ${stderr}`);
  const ready: Deployables | { readonly refused: readonly string[] } = JSON.parse(stdout);
  if ('refused' in ready) throw new Error(`it is not deployed:\n${ready.refused.join('\n')}`);
  return ready;
}

function testedFlags(): Readonly<Record<string, unknown>> {
  const { context } = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8'));
  const { folder: _folder, name: _name, ...flags } = context;
  return flags;
}

// The local cloud: one process, one port, running what a cloud assembly describes.
import type { AccountFacts } from './account/account-facts.ts';
import { buildCloud, type CleanUp } from './build-cloud.ts';
import type { Cloud } from './cloud.ts';
import { DynamoDbClient } from './dynamodb/dynamodb-client.ts';
import { clearTables } from './dynamodb/external-endpoint.ts';
import { givenEndpoint } from './dynamodb/given-endpoint.ts';
import type { Faults } from './faults.ts';
import type { Service } from './gateway/service.ts';
import { allResourceKinds } from './resources/resource-kinds.ts';
import { builtInServices } from './services.ts';
import { readAssembly } from './template/assembly.ts';
import {
  type DeployedAssembly,
  type DeployedResource,
  deploy,
  type ResourceKinds,
} from './template/deploy.ts';
import type { ResourceKind } from './template/resource-kind.ts';
import { type Changes, changesBetween, replaceIn } from './template/update.ts';
import { SimulatedTime } from './time.ts';

/** A further service beside the built-in ones, e.g. Amazon Connect. */
export interface Extension {
  /** CloudFormation types it brings. */
  readonly resources: Readonly<Record<string, ResourceKind>>;
  /** Called before any resource is created. */
  readonly services: (cloud: Cloud) => readonly Service[];
}

export interface LocalCloudOptions {
  /** Folder of the cloud assembly (`cdk.out`). */
  readonly assembly: string;
  /** Simulated time at the start, epoch ms. */
  readonly start: number;
  /**
   * Simulated seconds per real second; as fast as possible when left out. Time stands until asked
   * to move.
   */
  readonly speed?: number;
  /**
   * Simulated ms that may pass while something is in flight, at a finite speed; none when left out.
   */
  readonly overlap?: number;
  readonly extensions?: readonly Extension[];
  /** What differs from an account that AWS has just opened. */
  readonly account?: Partial<AccountFacts>;
  readonly faults?: Faults;
  /** Generated secrets are drawn from it, and so are the same each time. */
  readonly seed?: string | undefined;
  /** 0 or left out: a free one. */
  readonly port?: number;
  /** Warm environments per function; 2 when left out. */
  readonly poolSize?: number;
  /** Log lines, events and executions that can be read afterwards; 50,000 when left out. */
  readonly history?: number | undefined;
  /**
   * Functions run in this thread, for less processor time, instead of in worker threads. Code that
   * never yields then stops all of it.
   */
  readonly oneThread?: boolean | undefined;
  /** Real seconds granted per second of a function's timeout; 10 when left out. */
  readonly patience?: number;
}

/** What an SDK client needs to reach the local cloud as its administrator. */
interface ClientConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export interface LocalCloud extends Cloud {
  readonly endpoint: string;
  readonly resources: readonly DeployedResource[];
  /** Outputs of a stack by its name. */
  outputs(stack: string): Readonly<Record<string, string>>;
  /** By `Stack.LogicalId`, logical id, or type when there is one of it. */
  resource(pathOrType: string): DeployedResource;
  clientConfig(): ClientConfig;
  /**
   * Takes over what another assembly of the same stacks changes; nothing when it changes more than
   * a running cloud can.
   */
  update(assembly: string): Promise<Changes>;
  stop(): Promise<void>;
}

export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const assembly = readAssembly(options.assembly);
  const time = new SimulatedTime(options.start, options.speed, options.overlap);
  const given = givenEndpoint();
  const client = given && new DynamoDbClient(given);
  const cleanUp: CleanUp[] = [() => client?.close()];
  const stop = async () => {
    time.stop();
    for (const step of cleanUp.splice(0).reverse()) await step();
  };
  try {
    if (client) await clearTables(given.own, client, assembly.stacks);
    const cloud = await buildCloud({ ...options, assembly, time, client, cleanUp });
    const extensions = options.extensions ?? [];
    const services = extensions.flatMap((each) => each.services(cloud));
    for (const service of [...builtInServices(cloud), ...services]) cloud.gateway.register(service);
    const kinds = Object.assign({}, ...extensions.map((each) => each.resources));
    const all = allResourceKinds(kinds);
    const deployment = await deploy(cloud, all);
    return finished(cloud, deployment, updater(cloud, all, deployment), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

function finished(
  cloud: Cloud,
  deployment: DeployedAssembly,
  update: LocalCloud['update'],
  stop: () => Promise<void>,
): LocalCloud {
  const { location } = cloud;
  return {
    ...cloud,
    endpoint: location.endpoint,
    resources: deployment.resources,
    outputs: (stack) => {
      const outputs = deployment.outputs.get(stack);
      if (!outputs) throw new Error(`the assembly has no stack '${stack}'`);
      return outputs;
    },
    resource: (name) => findResource(deployment.resources, name),
    clientConfig: () => ({
      endpoint: location.endpoint,
      region: location.region,
      credentials: { accessKeyId: cloud.iam.administratorKey, secretAccessKey: 'local' },
    }),
    update,
    stop,
  };
}

function updater(
  cloud: Cloud,
  kinds: ResourceKinds,
  deployment: DeployedAssembly,
): LocalCloud['update'] {
  let { assembly } = cloud;
  return async (folder) => {
    const next = readAssembly(folder);
    const changes = changesBetween(assembly, next);
    if (changes.refused.length > 0) return changes;
    await replaceIn({ ...cloud, assembly: next }, kinds, deployment, changes.replaced);
    assembly = next;
    return changes;
  };
}

function findResource(all: readonly DeployedResource[], name: string): DeployedResource {
  const found = all.filter(
    ({ stack, logicalId, type }) =>
      name === logicalId || name === type || name === `${stack}.${logicalId}`,
  );
  const [only, ...more] = found;
  if (!only) throw new Error(`no resource '${name}' in the assembly`);
  if (more.length > 0) throw new Error(`'${name}' names ${found.length} resources`);
  return only;
}

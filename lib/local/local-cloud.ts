// The local cloud: one process, one port, running what a cloud assembly describes.
import type { Cloud } from './cloud.ts';
import { DynamoDbClient } from './dynamodb/dynamodb-client.ts';
import { startDynamoDb } from './dynamodb/dynamodb-process.ts';
import { dynamoDbService } from './dynamodb/dynamodb-service.ts';
import { Tables } from './dynamodb/tables.ts';
import { EventBuses } from './events/buses.ts';
import { eventsService } from './events/events-service.ts';
import type { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import type { Service } from './gateway/service.ts';
import { ADMIN_KEY, Iam } from './iam/iam.ts';
import { Functions } from './lambda/functions.ts';
import { lambdaService } from './lambda/lambda-service.ts';
import { LogSink } from './logs.ts';
import { Meter } from './meter.ts';
import { ParameterStore, ssmService } from './parameters/parameter-store.ts';
import type { Place } from './place.ts';
import { allResourceKinds } from './resources/table.ts';
import { Queues } from './sqs/queues.ts';
import { sqsService } from './sqs/sqs-service.ts';
import { Machines, statesService } from './states/machines.ts';
import { KinesisStreams, kinesisService } from './streams/kinesis.ts';
import { type Assembly, readAssembly } from './template/assembly.ts';
import { type DeployedResource, type Deployment, deploy } from './template/deploy.ts';
import type { ResourceKind } from './template/resource-kind.ts';
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
  /** Simulated seconds per real second; as fast as possible when left out. Time stands until asked to move. */
  readonly speed?: number;
  readonly extensions?: readonly Extension[];
  readonly faults?: Faults;
  /** 0 or left out: a free one. */
  readonly port?: number;
  /** Warm environments per function; 2 when left out. */
  readonly poolSize?: number;
  /** Real seconds granted per second of a function's timeout; 10 when left out. */
  readonly patience?: number;
}

/** What an SDK client needs to reach the local cloud as its administrator. */
export interface ClientConfig {
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
  stop(): Promise<void>;
}

export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const assembly = readAssembly(options.assembly);
  const time = new SimulatedTime(options.start, options.speed);
  const process = await startDynamoDb();
  const client = new DynamoDbClient(process);
  const cleanUp: (() => Promise<void> | void)[] = [() => client.close(), process.stop];
  const stop = async () => {
    time.stop();
    for (const step of cleanUp.splice(0).reverse()) await step();
  };
  try {
    const cloud = await build(options, assembly, time, client, cleanUp);
    const extensions = options.extensions ?? [];
    for (const service of extensions.flatMap((each) => each.services(cloud)))
      cloud.gateway.register(service);
    const kinds = Object.assign({}, ...extensions.map((each) => each.resources));
    const deployment = await deploy(cloud, allResourceKinds(kinds));
    return finished(cloud, deployment, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(
  options: LocalCloudOptions,
  assembly: Assembly,
  time: SimulatedTime,
  client: DynamoDbClient,
  cleanUp: (() => Promise<void> | void)[],
): Promise<Cloud> {
  const faults = options.faults ?? {};
  const meter = new Meter();
  const logs = new LogSink();
  const where = placeOf(assembly);
  const iam = new Iam({ ...where, endpoint: '' });
  const gateway: Gateway = new Gateway({
    time,
    iam,
    meter,
    faults,
    callerOf: (key) => functions.callerOf(key),
  });
  const port = await gateway.listen(options.port ?? 0);
  cleanUp.push(() => gateway.close());
  const place: Place = { ...where, endpoint: `http://127.0.0.1:${port}` };
  const queues = new Queues({ place, time, faults });
  const { poolSize = 2, patience = 10 } = options;
  const functions: Functions = new Functions({
    ...{ place, time, iam, meter, logs, faults, queues, poolSize, patience },
  });
  cleanUp.push(() => functions.stop());
  const tables = new Tables({ place, time, client });
  const parameters = new ParameterStore(place, time);
  const kinesis = new KinesisStreams(place, time);
  const machines = new Machines({ time, iam, functions, meter });
  const buses = new EventBuses({ place, time, faults, iam, functions, queues, machines });
  for (const service of [
    sqsService(queues, place),
    dynamoDbService(client, tables),
    lambdaService(functions),
    ssmService(parameters),
    kinesisService(kinesis),
    statesService(machines),
    eventsService(buses),
  ])
    gateway.register(service);
  return {
    ...{ place, time, assembly, iam, meter, logs, faults, gateway },
    ...{ queues, tables, functions, parameters, kinesis, machines, buses },
  };
}

/** The account and region the first stack was synthesised for, if it says. */
function placeOf(assembly: Assembly): Omit<Place, 'endpoint'> {
  const [account = '', region = ''] =
    assembly.stacks[0]?.environment.replace('aws://', '').split('/') ?? [];
  return {
    partition: 'aws',
    account: /^\d{12}$/.test(account) ? account : '000000000000',
    region: /^[a-z]+(-[a-z]+)+-\d$/.test(region) ? region : 'eu-central-1',
  };
}

function finished(cloud: Cloud, deployment: Deployment, stop: () => Promise<void>): LocalCloud {
  const { place } = cloud;
  return {
    ...cloud,
    endpoint: place.endpoint,
    resources: deployment.resources,
    outputs: (stack) => {
      const outputs = deployment.outputs.get(stack);
      if (!outputs) throw new Error(`the assembly has no stack '${stack}'`);
      return outputs;
    },
    resource: (name) => findResource(deployment.resources, name),
    clientConfig: () => ({
      endpoint: place.endpoint,
      region: place.region,
      credentials: { accessKeyId: ADMIN_KEY, secretAccessKey: 'local' },
    }),
    stop,
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

// Wires the services together. The gateway listens first, because ARNs and environment variables
// need its port.
import { join } from 'node:path';
import { type AccountFacts, NEW_ACCOUNT } from './account/account-facts.ts';
import { CloudWatchAlarms } from './alarms/cloudwatch-alarms.ts';
import { Topics } from './alarms/topics.ts';
import type { AwsLocation } from './aws-location.ts';
import type { Cloud } from './cloud.ts';
import type { DynamoDbClient } from './dynamodb/dynamodb-client.ts';
import { Tables } from './dynamodb/tables.ts';
import { EventBuses } from './events/event-buses.ts';
import type { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { HttpApis } from './http-api/http-apis.ts';
import { Iam } from './iam/iam.ts';
import { Functions } from './lambda/functions.ts';
import { LogSink } from './logs.ts';
import { Outbox } from './messages/outbox.ts';
import { Meter } from './meter.ts';
import { OutsideServices } from './outside/outside-services.ts';
import { Distributions } from './pages/distributions.ts';
import { ParameterStore } from './parameters/parameter-store.ts';
import { PeoplePresent } from './people/people-present.ts';
import { Buckets } from './s3/buckets.ts';
import { SecretStore } from './secrets/secret-store.ts';
import { SqsQueues } from './sqs/sqs-queues.ts';
import { Machines } from './states/machines.ts';
import { KinesisStreams } from './streams/kinesis.ts';
import type { Assembly } from './template/assembly.ts';
import type { SimulatedTime } from './time.ts';
import { signInRoutes } from './users/sign-in.ts';
import { UserPools } from './users/user-pools.ts';
import { WebSocketApis } from './web-sockets/web-socket-apis.ts';

export type CleanUp = () => Promise<void> | void;

interface Parts {
  readonly assembly: Assembly;
  readonly time: SimulatedTime;
  /** Of another DynamoDB than the one in this process. */
  readonly client: DynamoDbClient | undefined;
  /** What is started here adds how it ends. */
  readonly cleanUp: CleanUp[];
  readonly account?: Partial<AccountFacts>;
  readonly faults?: Faults;
  readonly port?: number;
  readonly seed?: string | undefined;
  readonly poolSize?: number;
  readonly patience?: number;
  readonly oneThread?: boolean | undefined;
  readonly history?: number | undefined;
}

/** An empty cloud that already listens: everything in it knows the gateway's address. */
export async function buildCloud(parts: Parts): Promise<Cloud> {
  const { assembly, time, client, cleanUp, faults = {}, poolSize = 2, patience = 10 } = parts;
  const meter = new Meter();
  const logs = new LogSink(parts.history);
  const where = locationOf(assembly);
  const iam = new Iam({ ...where, endpoint: '' });
  const gateway: Gateway = new Gateway({
    time,
    iam,
    meter,
    faults,
    callerOf: (key) => functions.callerOf(key),
  });
  const port = await gateway.listen(parts.port ?? 0);
  cleanUp.push(() => gateway.close());
  const location: AwsLocation = { ...where, endpoint: `http://127.0.0.1:${port}` };
  const queues = new SqsQueues({ location, time, faults });
  const functions: Functions = new Functions({
    location,
    time,
    iam,
    gateway,
    meter,
    logs,
    faults,
    queues,
    poolSize,
    patience,
    oneThread: parts.oneThread ?? false,
    compileCache: join(assembly.folder, '.compile-cache'),
  });
  cleanUp.push(() => functions.stop());
  const machines = new Machines({ time, iam, functions, meter, history: parts.history });
  const topics = new Topics({ location, iam, queues });
  const buckets = new Buckets(location.region);
  cleanUp.push(() => buckets.stop());
  const httpApis = new HttpApis({ location, time, iam, functions });
  gateway.registerOpenRoute(httpApis.prefix, (request) => httpApis.answer(request));
  const distributions = new Distributions({ location, iam, buckets, httpApis, time });
  const webSockets = new WebSocketApis({ location, time, iam, functions });
  cleanUp.push(() => webSockets.stop());
  gateway.registerUpgrades((asked) =>
    webSockets.open(asked, distributions.apiAt(asked.request.path)),
  );
  gateway.registerLastRoute((request) => distributions.answer(request));
  const userPools = new UserPools(location.region);
  const signIn = signInRoutes(userPools, location.endpoint);
  gateway.registerOpenRoute(signIn.prefix, signIn.answer);
  return {
    location,
    account: { ...NEW_ACCOUNT, ...parts.account },
    time,
    assembly,
    iam,
    meter,
    logs,
    faults,
    seed: parts.seed,
    gateway,
    queues,
    functions,
    machines,
    topics,
    alarms: new CloudWatchAlarms({ location, time, topics }),
    buckets,
    outbox: new Outbox(),
    secrets: new SecretStore(location, time),
    outside: new OutsideServices(gateway),
    httpApis,
    webSockets,
    distributions,
    userPools,
    people: new PeoplePresent(time),
    tables: new Tables({ location, time, client }),
    parameters: new ParameterStore(location, time),
    kinesis: new KinesisStreams(location, time),
    buses: new EventBuses({
      ...{ location, time, faults, iam, functions, queues, machines },
      history: parts.history,
    }),
    emailConfigurationSets: new Map(),
    smsConfigurationSets: new Set(),
    receiptRules: [],
  };
}

/** The account and region the first stack was synthesised for, if it says. */
function locationOf(assembly: Assembly): Omit<AwsLocation, 'endpoint'> {
  const [account = '', region = ''] =
    assembly.stacks[0]?.environment.replace('aws://', '').split('/') ?? [];
  return {
    partition: 'aws',
    account: /^\d{12}$/.test(account) ? account : '000000000000',
    region: /^[a-z]+(-[a-z]+)+-\d$/.test(region) ? region : 'eu-central-1',
  };
}

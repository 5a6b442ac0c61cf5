// The parts of a local cloud, as resources of a template and extensions see them.
import type { AccountFacts } from './account/account-facts.ts';
import type { CloudWatchAlarms } from './alarms/cloudwatch-alarms.ts';
import type { Topics } from './alarms/topics.ts';
import type { AwsLocation } from './aws-location.ts';
import type { Tables } from './dynamodb/tables.ts';
import type { EventBuses } from './events/event-buses.ts';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { HttpApis } from './http-api/http-apis.ts';
import type { Iam } from './iam/iam.ts';
import type { Functions } from './lambda/functions.ts';
import type { LogSink } from './logs.ts';
import type { Outbox } from './messages/outbox.ts';
import type { ReceiptRule } from './messages/receiving.ts';
import type { Meter } from './meter.ts';
import type { OutsideServices } from './outside/outside-services.ts';
import type { Distributions } from './pages/distributions.ts';
import type { ParameterStore } from './parameters/parameter-store.ts';
import type { PeoplePresent } from './people/people-present.ts';
import type { Buckets } from './s3/buckets.ts';
import type { SecretStore } from './secrets/secret-store.ts';
import type { SqsQueues } from './sqs/sqs-queues.ts';
import type { Machines } from './states/machines.ts';
import type { KinesisStreams } from './streams/kinesis.ts';
import type { Assembly } from './template/assembly.ts';
import type { SimulatedTime } from './time.ts';
import type { UserPools } from './users/user-pools.ts';
import type { WebSocketApis } from './web-sockets/web-socket-apis.ts';

/** Everything a resource of the template may need to come into being. */
export interface Cloud {
  readonly location: AwsLocation;
  readonly account: AccountFacts;
  readonly time: SimulatedTime;
  readonly assembly: Assembly;
  readonly iam: Iam;
  readonly meter: Meter;
  readonly logs: LogSink;
  /** What is drawn for the deployment follows from it; without one nothing does. */
  readonly seed: string | undefined;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly queues: SqsQueues;
  readonly tables: Tables;
  readonly functions: Functions;
  readonly parameters: ParameterStore;
  readonly kinesis: KinesisStreams;
  readonly machines: Machines;
  readonly topics: Topics;
  readonly alarms: CloudWatchAlarms;
  readonly buses: EventBuses;
  readonly buckets: Buckets;
  readonly secrets: SecretStore;
  readonly outbox: Outbox;
  readonly outside: OutsideServices;
  readonly httpApis: HttpApis;
  readonly webSockets: WebSocketApis;
  readonly distributions: Distributions;
  readonly userPools: UserPools;
  /** Who is at a page of the cloud. */
  readonly people: PeoplePresent;
  /** Name → types of events that go to the default bus. */
  readonly emailConfigurationSets: Map<string, ReadonlySet<string>>;
  readonly smsConfigurationSets: Set<string>;
  /** Of the rule set that is active. */
  readonly receiptRules: ReceiptRule[];
}

// The centre on the local cloud: the cloud itself, the simulated world behind Connect, and what a
// person outside would use to work with it: S3 to upload, Lambda to switch, the tables to look at.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Journal } from '../../application/ports/journal.ts';
import type { RecordStore } from '../../application/ports/record-store.ts';
import type { TaskInput, TaskName, TaskOutput } from '../../application/tasks/tasks.ts';
import { dynamo, dynamoClient } from '../../aws/dynamodb/document-table.ts';
import { dynamoJournal } from '../../aws/dynamodb/journal.ts';
import { dynamoRecordStore } from '../../aws/dynamodb/record-store.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import { instant } from '../../domain/model/instant.ts';
import type { EntryType } from '../../domain/model/journal.ts';
import type { Definitions } from '../../language/definitions.ts';
import { localConnect } from '../../local/connect/local-connect.ts';
import type { Faults } from '../../local/faults.ts';
import type { LocalCloud } from '../../local/local-cloud.ts';
import { startLocalCloud } from '../../local/local-cloud.ts';
import type { ClassificationContext } from '../../simulation/centre/classify.ts';
import { classification } from '../../simulation/centre/classify.ts';
import { attemptFrom } from '../../simulation/centre/network-telephony.ts';
import type { Offered } from '../../simulation/centre/offered-records.ts';
import { agentsAtOffers } from '../../simulation/centre/offered-records.ts';
import type { Unhandled } from '../../simulation/centre/unhandled-records.ts';
import { returningAgents } from '../../simulation/centre/unhandled-records.ts';
import type { Arrival, KnownCaller } from '../../simulation/phone-network/arrivals.ts';
import { startArrivals } from '../../simulation/phone-network/arrivals.ts';
import type { Behaviour } from '../../simulation/phone-network/behaviour.ts';
import { behaviour } from '../../simulation/phone-network/behaviour.ts';
import type { EventFaults } from '../../simulation/phone-network/delivery.ts';
import type { PhoneNetwork } from '../../simulation/phone-network/phone-network.ts';
import { seededRandom } from '../../simulation/random.ts';
import type { BusEvent } from './bus-event.ts';

export interface LocalCentreOptions {
  readonly assembly: string;
  readonly definitions: Definitions;
  readonly agents: readonly { readonly id: string; readonly group: string }[];
  /** Epoch ms. */
  readonly start: number;
  readonly speed: number;
  readonly seed: string;
  /** Seconds of wrap-up after which Connect ends it. */
  readonly wrapUpLimit: number;
  readonly onEvent: (event: BusEvent) => void;
  /**
   * Simulated ms that may pass while something is in flight: more at a time, less alike from run to
   * run.
   */
  readonly overlap?: number;
  /** How the simulated people act; warm consumer lists when missing. */
  readonly behaviour?: Behaviour;
  /** What goes wrong on purpose, in the cloud and with Connect's events. */
  readonly faults?: Faults;
  readonly eventFaults?: EventFaults;
}

export interface LocalCentre {
  readonly cloud: LocalCloud;
  readonly network: PhoneNetwork;
  readonly records: RecordStore;
  readonly journal: Journal;
  readonly tables: { readonly records: string; readonly journal: string; readonly runtime: string };
  invoke<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskOutput<T>>;
  upload(key: string, body: Uint8Array): Promise<void>;
  download(key: string): Promise<string>;
  /** E.164, by its id in the definitions. */
  ownNumber(id: string): string;
  /**
   * Somebody dials an own number; undefined when no flow answers it or they are on the telephone.
   */
  ring(arrival: Arrival): ContactId | undefined;
  /**
   * People call in from now on, until what is returned is called. @param perHour at the day's usual
   * hours · @param numbers ids of own numbers
   */
  startCallers(callers: {
    readonly perHour: number;
    readonly numbers: readonly string[];
    readonly people: readonly KnownCaller[];
  }): () => void;
  /** Classifications the product refused, with its reasons: a simulated agent's mistakes. */
  readonly refusals: string[];
  stop(): Promise<void>;
}

/**
 * People who know the caller pick up more often than the mean of the trade; chances of a call at
 * the best hours.
 */
const OWN_CUSTOMERS = { answer: 0.5, mailbox: 0.35 };

/** Name of the deployment: functions are called `<name>-<task>`. */
const NAME = 'ringback';

export async function startLocalCentre(options: LocalCentreOptions): Promise<LocalCentre> {
  const { connect, numbers, timeZone } = options.definitions.centre;
  const phone = localConnect({
    callsPerSecond: connect.callsPerSecond,
    burst: connect.burst,
    existingInstanceArn: connect.instanceArn || undefined,
    existingNumbers: Object.values(numbers).flatMap((own) => ('number' in own ? [given(own)] : [])),
  });
  const cloud = await startLocalCloud({
    assembly: options.assembly,
    start: options.start,
    speed: options.speed,
    extensions: [phone.extension],
    overlap: options.overlap || undefined,
    faults: options.faults,
  });
  const config = cloud.clientConfig();
  const lambda = new LambdaClient(config);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const db = dynamo(dynamoClient(config));
  const tables = tablesOf(cloud);
  const store = { ...tables, dueIndex: 'due' };
  const records = dynamoRecordStore(db, store);
  const bucket = bucketOf(cloud, 'Contacts');
  const refusals: string[] = [];
  const invoke = invoker(lambda);
  cloud.buses.listen((event) => {
    if (event.source !== 'ringback') return;
    const { 'detail-type': type, detail } = event;
    options.onEvent({ type: type as EntryType, detail: detail as unknown as BusEvent['detail'] });
    if (type === 'record.unhandled') comeBackTo(detail as unknown as Unhandled);
    if (type === 'record.offered') offered(detail as unknown as Offered);
  });

  const classify = async (classifying: ClassificationContext): Promise<void> => {
    const owner = attemptFrom(classifying.attributes);
    const record = owner && (await records.load(owner.ref));
    const campaign = owner && options.definitions.campaigns[owner.ref.campaign];
    if (!record || !campaign) return;
    const now = instant(cloud.time.now());
    const input = classification(classifying, record, campaign, {
      weights: {},
      now,
      zone: options.definitions.centre.timeZone,
    });
    if (!input) return;
    const outcome = await invoke('classify-record', input);
    if (outcome.kind === 'refused') refusals.push(...outcome.reasons);
  };
  const random = seededRandom(options.seed);
  const people =
    options.behaviour ??
    behaviour({
      timeZone,
      callees: OWN_CUSTOMERS,
      agents: { wrapUpLimit: options.wrapUpLimit },
    });
  const network = phone.open({
    agents: options.agents.map(({ id, group }) => ({
      id,
      profile: group,
      skills: options.definitions.groups[group]?.skills ?? [],
    })),
    behaviour: people,
    faults: options.eventFaults,
    random,
    classify: (classifying) => cloud.time.work('an agent classifies', () => classify(classifying)),
  });
  const comeBackTo = returningAgents({
    random: random.fork('unhandled records'),
    network,
    after: (ms, then) => void cloud.time.after(ms, then, { background: true }),
    isUnhandled: async (ref) => (await records.load(ref))?.state === 'unhandled',
    classify,
    work: (what) => cloud.time.work('an agent comes back to a record', what),
  });
  const offered = agentsAtOffers({
    random: random.fork('offers'),
    behaviour: people.agents.offers,
    after: (ms, then) => void cloud.time.after(ms, then),
    answer: (input) => invoke('call-record', input),
    work: (what) => cloud.time.work('an agent answers an offer', what),
  });
  const ownNumber = (id: string) => cloud.parameters.get(`/${NAME}/numbers/${id}`).value;
  return {
    cloud,
    network,
    records,
    tables,
    invoke,
    refusals,
    ownNumber,
    startCallers({ perHour, numbers, people: known }) {
      return startArrivals({
        // nobody waits for the next caller: a run is quiet between two of them
        clock: {
          now: () => cloud.time.now(),
          at: (at, run) => cloud.time.at(at, run, { background: true }),
        },
        random: random.fork('callers'),
        timeZone,
        perHour,
        people: () => known,
        numbers: numbers.map(ownNumber),
        behaviour: people.callers,
        ring: (arrival) => phone.ring(arrival),
      });
    },
    ring: (arrival) => phone.ring(arrival),
    journal: dynamoJournal(db, tables.journal),
    async upload(Key, Body) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
    },
    async download(Key) {
      const { GetObjectCommand } = await import('@aws-sdk/client-s3');
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return (await Body?.transformToString('utf8')) ?? '';
    },
    stop: () => cloud.stop(),
  };
}

const given = ({ number, arn }: { readonly number: string; readonly arn?: string | undefined }) =>
  arn === undefined ? { number } : { number, arn };

/** The CDK begins a resource's id with the name of its construct. */
function bucketOf({ resources }: LocalCloud, name: string): string {
  const found = resources.find(
    ({ type, logicalId }) => type === 'AWS::S3::Bucket' && logicalId.startsWith(name),
  );
  if (!found) throw new Error(`the assembly has no bucket '${name}'`);
  return found.ref;
}

function tablesOf(cloud: LocalCloud): LocalCentre['tables'] {
  const table = (id: string) => {
    const found = cloud.resources.find(
      ({ type, logicalId }) =>
        type === 'AWS::DynamoDB::Table' && logicalId.toLowerCase().startsWith(id),
    );
    if (!found) throw new Error(`the assembly has no table '${id}'`);
    return found.ref;
  };
  return { records: table('records'), journal: table('journal'), runtime: table('runtime') };
}

/** Calls a function as its caller would, and reads what it answered. */
function invoker(lambda: LambdaClient): LocalCentre['invoke'] {
  return async <T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskOutput<T>> => {
    const command = new InvokeCommand({
      FunctionName: `${NAME}-${task}`,
      Payload: JSON.stringify(input),
    });
    const { Payload, FunctionError } = await lambda.send(command);
    const text = Buffer.from(Payload ?? []).toString('utf8');
    if (FunctionError) throw new Error(`${task} failed: ${text}`);
    return JSON.parse(text) as TaskOutput<T>;
  };
}

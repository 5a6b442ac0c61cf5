// Every port that a task needs, from the environment, under the port's name: an index.ts imports
// those its task needs, and the bundler leaves the others out. Clients and what hangs on them are
// made once per function.
import { ConnectClient } from '@aws-sdk/client-connect';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { Ports } from '../application/ports/ports.ts';
import { countsBegun } from '../domain/dialing/agent-pool.ts';
import { localDate } from '../domain/model/time-zone.ts';
import { lookUpFields } from '../domain/records/look-up.ts';
import { definitionsIn } from './bundled-definitions.ts';
import { connectAgentLook } from './connect/agent-look.ts';
import { agentNames } from './connect/agent-names.ts';
import { connectContactReader } from './connect/contact-reader.ts';
import { connectDirectory } from './connect/directory.ts';
import { connectLinks } from './connect/links.ts';
import { connectRouting } from './connect/routing.ts';
import { connectTelephony } from './connect/telephony.ts';
import { dynamoAgentBoard } from './dynamodb/agent-board.ts';
import { dynamoAudit, dynamoAuditTrail } from './dynamodb/audit.ts';
import { dynamoCallSlots } from './dynamodb/call-slots.ts';
import { dynamoCallThrottle } from './dynamodb/call-throttle.ts';
import { dynamoCallerRates } from './dynamodb/caller-rates.ts';
import { dynamoCampaignStore } from './dynamodb/campaign-store.ts';
import { dynamoContactLog } from './dynamodb/contact-log.ts';
import { type Dynamo, dynamo, dynamoClient } from './dynamodb/document-table.ts';
import { dynamoFilterStore } from './dynamodb/filter-store.ts';
import { dynamoGivenAnswers } from './dynamodb/given-answers.ts';
import { dynamoJobStore } from './dynamodb/job-store.ts';
import { dynamoJournal } from './dynamodb/journal.ts';
import { dynamoLedger } from './dynamodb/ledger.ts';
import { dynamoNumberChecks } from './dynamodb/number-checks.ts';
import { dynamoOlderOrders } from './dynamodb/older-orders.ts';
import { dynamoRecordList } from './dynamodb/record-list.ts';
import { dynamoRecordStore } from './dynamodb/record-store.ts';
import { dynamoReportStore } from './dynamodb/report-store.ts';
import { dynamoSavedMappings } from './dynamodb/saved-mappings.ts';
import { dynamoSendingLines } from './dynamodb/sending-lines.ts';
import { dynamoServiceTokens } from './dynamodb/service-tokens.ts';
import { dynamoWebhookStore } from './dynamodb/webhook-store.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { readContactEvents } from './events/contact-event.ts';
import { guardedReceivers } from './http/guarded-receivers.ts';
import { guardedServices } from './http/guarded-services.ts';
import { s3ContactFiles, s3FileReader } from './s3/contact-files.ts';
import { recordingReader, s3Recordings, s3Voicemails } from './s3/recordings.ts';
import { secretPseudonyms } from './secrets-manager/pseudonyms.ts';
import { secretsManager } from './secrets-manager/secrets.ts';
import { managedSecretRotation, managedSigningSecrets } from './secrets-manager/signing-secrets.ts';
import { sesEmail } from './ses/email.ts';
import { endUserMessagingSms } from './sms/text-messages.ts';
import { sqsCopyQueue } from './sqs/copy-queue.ts';
import { sqsDialQueue } from './sqs/dial-queue.ts';
import { sqsImportQueue } from './sqs/import-queue.ts';
import { sqsMessageQueue } from './sqs/message-queue.ts';
import { sqsSurveyQueue } from './sqs/survey-queue.ts';
import { sqsTickQueue } from './sqs/tick-queue.ts';
import { sqsWebhookQueue } from './sqs/webhook-queue.ts';
import { systemClock } from './system-clock.ts';
import { ulidIds } from './ulid-ids.ts';

/**
 * What a function waits for a service before it asks again, milliseconds; a call must not outlive
 * the function.
 */
const PATIENCE = { connectionTimeout: 2000, requestTimeout: 8000, throwOnRequestTimeout: true };
/** The client resolves the steps of a command once. */
const OFTEN = { requestHandler: PATIENCE, cacheMiddleware: true };

/** A flow waits 8 s in all. */
const WITHIN_A_CALL = { ...PATIENCE, connectionTimeout: 1000, requestTimeout: 2000 };

const db = /* @__PURE__ */ once((): Dynamo => dynamo(dynamoClient()));
const sqs = /* @__PURE__ */ once(() => new SQSClient(OFTEN));
// A bucket as part of the path, not of the host's name, works wherever S3 is.
const s3 = /* @__PURE__ */ once(() => new S3Client({ forcePathStyle: true }));
const connect = /* @__PURE__ */ once(() => new ConnectClient(OFTEN));
const connectWithinACall = /* @__PURE__ */ once(
  () => new ConnectClient({ requestHandler: WITHIN_A_CALL }),
);
/**
 * All links of a deployment are made at the same time, at two a second, with a role that may be
 * seconds old.
 */
const connectOfDeployment = /* @__PURE__ */ once(
  () => new ConnectClient({ requestHandler: PATIENCE, maxAttempts: 8 }),
);
const directory = /* @__PURE__ */ once((path: string) =>
  connectDirectory(new SSMClient({ requestHandler: PATIENCE }), path),
);
const names = /* @__PURE__ */ once((runtime: string, instance: string) =>
  agentNames(db(), runtime, connect(), instance),
);

const secretsClient = /* @__PURE__ */ once(
  () => new SecretsManagerClient({ requestHandler: WITHIN_A_CALL }),
);
const deploymentSecrets = /* @__PURE__ */ once(() =>
  secretsManager(secretsClient(), systemClock()),
);
/** Every call needs it and it hardly ever changes: docs/personal-data.md says how long to wait. */
const pseudonymKey = /* @__PURE__ */ once(() =>
  secretsManager(secretsClient(), systemClock(), 60 * 60_000),
);

export const clock = (): Ports['clock'] => systemClock();
export const ids = (): Ports['ids'] => ulidIds(systemClock());

export function definitions({ LAMBDA_TASK_ROOT }: Environment): Ports['definitions'] {
  if (!LAMBDA_TASK_ROOT) throw new Error('environment variable LAMBDA_TASK_ROOT is missing');
  return definitionsIn(LAMBDA_TASK_ROOT);
}

function recordTables(environment: Environment) {
  const read = readEnvironment(environment, 'RECORDS_TABLE', 'DUE_INDEX', 'KEY_SHARDS');
  return { records: read.RECORDS_TABLE, dueIndex: read.DUE_INDEX, shards: read.KEY_SHARDS };
}

export function records(environment: Environment): Ports['records'] {
  const read = readEnvironment(environment, 'JOURNAL_TABLE', 'RUNTIME_TABLE', 'TIME_ZONE');
  // asked when fields of a record change, and functions that change them have the definitions
  return dynamoRecordStore(
    db(),
    { ...recordTables(environment), journal: read.JOURNAL_TABLE, runtime: read.RUNTIME_TABLE },
    pseudonyms(environment),
    (campaign) => lookUpFields(definitions(environment).definitions(), campaign),
    (at) => localDate(at, read.TIME_ZONE),
    (campaign) => countsBegun(definitions(environment).definitions(), campaign),
  );
}

export function reports(environment: Environment): Ports['reports'] {
  return dynamoReportStore(db(), recordTables(environment));
}

export function recordList(environment: Environment): Ports['recordList'] {
  const { RECORDS_TABLE, LIST_INDEX } = readEnvironment(environment, 'RECORDS_TABLE', 'LIST_INDEX');
  return dynamoRecordList(db(), { records: RECORDS_TABLE, listIndex: LIST_INDEX });
}

export function audit(environment: Environment): Ports['audit'] {
  return dynamoAudit(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export function auditTrail(environment: Environment): Ports['auditTrail'] {
  return dynamoAuditTrail(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export function givenAnswers(environment: Environment): Ports['givenAnswers'] {
  return dynamoGivenAnswers(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export function callerRates(environment: Environment): Ports['callerRates'] {
  return dynamoCallerRates(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export function olderOrders(environment: Environment): Ports['olderOrders'] {
  return dynamoOlderOrders(db(), readEnvironment(environment, 'RECORDS_TABLE').RECORDS_TABLE);
}

export function pseudonyms(environment: Environment): Ports['pseudonyms'] {
  const { PSEUDONYM_SECRET } = readEnvironment(environment, 'PSEUDONYM_SECRET');
  return secretPseudonyms(pseudonymKey(), PSEUDONYM_SECRET);
}

export function ledger(environment: Environment): Ports['ledger'] {
  const { RECORDS_TABLE } = readEnvironment(environment, 'RECORDS_TABLE');
  return dynamoLedger(db(), RECORDS_TABLE, pseudonyms(environment));
}

export function contactLog(environment: Environment): Ports['contactLog'] {
  const { RUNTIME_TABLE } = readEnvironment(environment, 'RUNTIME_TABLE');
  return dynamoContactLog(db(), RUNTIME_TABLE, pseudonyms(environment));
}

export function journal(environment: Environment): Ports['journal'] {
  return dynamoJournal(db(), readEnvironment(environment, 'JOURNAL_TABLE').JOURNAL_TABLE);
}

export function campaigns(environment: Environment): Ports['campaigns'] {
  const tables = readEnvironment(environment, 'RUNTIME_TABLE', 'JOURNAL_TABLE');
  return dynamoCampaignStore(db(), {
    runtime: tables.RUNTIME_TABLE,
    journal: tables.JOURNAL_TABLE,
  });
}

export function agents(environment: Environment): Ports['agents'] {
  const { RUNTIME_TABLE, KEY_SHARDS } = readEnvironment(environment, 'RUNTIME_TABLE', 'KEY_SHARDS');
  return dynamoAgentBoard(db(), RUNTIME_TABLE, KEY_SHARDS);
}

export function agentLook(environment: Environment): Ports['agentLook'] {
  const { instance, ...knows } = knownOfConnect(environment);
  const { DIRECTORY_PATH } = readEnvironment(environment, 'DIRECTORY_PATH');
  const deployment = DIRECTORY_PATH.slice(1);
  return connectAgentLook(connect(), instance, { ...knows, deployment });
}

export function throttle(environment: Environment): Ports['throttle'] {
  const read = readEnvironment(
    environment,
    'RUNTIME_TABLE',
    'CALLS_PER_SECOND',
    'CALL_BURST',
    'CALL_RATE_LEAD',
    'KEY_SHARDS',
  );
  const rate = { perSecond: read.CALLS_PER_SECOND, burst: read.CALL_BURST };
  const kept = { shards: read.KEY_SHARDS, lead: read.CALL_RATE_LEAD };
  return dynamoCallThrottle(db(), read.RUNTIME_TABLE, rate, kept);
}

export function telephony(environment: Environment): Ports['telephony'] {
  const read = readEnvironment(
    environment,
    'CONNECT_INSTANCE_ID',
    'OUTBOUND_FLOW_ID',
    'DIRECTORY_PATH',
  );
  const place = { instance: read.CONNECT_INSTANCE_ID, outboundFlow: read.OUTBOUND_FLOW_ID };
  return connectTelephony(connect(), place, directory(read.DIRECTORY_PATH));
}

export function contacts(environment: Environment): Ports['contacts'] {
  const knows = knownOfConnect(environment);
  return connectContactReader(connect(), knows.instance, knows.directory, knows.names);
}

/** Reads contact events; with what the port contacts knows. */
export function contactEventReader(environment: Environment) {
  const knows = knownOfConnect(environment);
  return readContactEvents(knows.names, knows.directory);
}

function knownOfConnect(environment: Environment) {
  const read = readEnvironment(
    environment,
    'CONNECT_INSTANCE_ID',
    'DIRECTORY_PATH',
    'RUNTIME_TABLE',
  );
  return {
    instance: read.CONNECT_INSTANCE_ID,
    directory: directory(read.DIRECTORY_PATH),
    names: names(read.RUNTIME_TABLE, read.CONNECT_INSTANCE_ID),
  };
}

export function dialQueue(environment: Environment): Ports['dialQueue'] {
  return sqsDialQueue(sqs(), readEnvironment(environment, 'DIAL_QUEUE_URL').DIAL_QUEUE_URL);
}

export function tickQueue(environment: Environment): Ports['tickQueue'] {
  return sqsTickQueue(sqs(), readEnvironment(environment, 'TICK_QUEUE_URL').TICK_QUEUE_URL);
}

// One attempt each: neither provider knows a repeated request from a second message.
export function sms(environment: Environment): Ports['sms'] {
  const { SMS_CONFIGURATION_SET } = readEnvironment(environment, 'SMS_CONFIGURATION_SET');
  const client = new PinpointSMSVoiceV2Client({ maxAttempts: 1, requestHandler: PATIENCE });
  return endUserMessagingSms(client, SMS_CONFIGURATION_SET, definitions(environment));
}

export function email(environment: Environment): Ports['email'] {
  const { EMAIL_CONFIGURATION_SET, RECORDINGS_BUCKET } = readEnvironment(
    environment,
    'EMAIL_CONFIGURATION_SET',
    'RECORDINGS_BUCKET',
  );
  const client = new SESv2Client({ maxAttempts: 1, requestHandler: PATIENCE });
  const recording = recordingReader(s3(), RECORDINGS_BUCKET);
  return sesEmail(client, EMAIL_CONFIGURATION_SET, definitions(environment), recording);
}

export function files(environment: Environment): Ports['files'] {
  const { CONTACTS_BUCKET } = readEnvironment(environment, 'CONTACTS_BUCKET');
  return s3ContactFiles(s3(), CONTACTS_BUCKET);
}

export const uploads = (environment: Environment): Ports['uploads'] => files(environment);
export const importReports = (environment: Environment): Ports['importReports'] =>
  s3FileReader(s3(), readEnvironment(environment, 'CONTACTS_BUCKET').CONTACTS_BUCKET);

export function importQueue(environment: Environment): Ports['importQueue'] {
  return sqsImportQueue(sqs(), readEnvironment(environment, 'IMPORT_QUEUE_URL').IMPORT_QUEUE_URL);
}

export const savedMappings = (environment: Environment): Ports['savedMappings'] =>
  dynamoSavedMappings(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
export const mappingSaving = (environment: Environment): Ports['mappingSaving'] =>
  dynamoSavedMappings(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);

export function surveyQueue(environment: Environment): Ports['surveyQueue'] {
  return sqsSurveyQueue(sqs(), readEnvironment(environment, 'SURVEY_QUEUE_URL').SURVEY_QUEUE_URL);
}

export function smsQueue(environment: Environment): Ports['smsQueue'] {
  return sqsMessageQueue(sqs(), readEnvironment(environment, 'SMS_QUEUE_URL').SMS_QUEUE_URL);
}

export function emailQueue(environment: Environment): Ports['emailQueue'] {
  return sqsMessageQueue(sqs(), readEnvironment(environment, 'EMAIL_QUEUE_URL').EMAIL_QUEUE_URL);
}

export function lines(environment: Environment): Ports['lines'] {
  return dynamoSendingLines(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export function secrets(environment: Environment): Ports['secrets'] {
  const { SECRETS_PREFIX } = readEnvironment(environment, 'SECRETS_PREFIX');
  return { read: (name) => deploymentSecrets().read(`${SECRETS_PREFIX}/${name}`) };
}

export function webhooks(environment: Environment): Ports['webhooks'] {
  return dynamoWebhookStore(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export function webhookQueue(environment: Environment): Ports['webhookQueue'] {
  const { WEBHOOK_QUEUE_URL } = readEnvironment(environment, 'WEBHOOK_QUEUE_URL');
  return sqsWebhookQueue(sqs(), WEBHOOK_QUEUE_URL);
}

export function copyQueue(environment: Environment): Ports['copyQueue'] {
  return sqsCopyQueue(sqs(), readEnvironment(environment, 'COPY_QUEUE_URL').COPY_QUEUE_URL);
}

export function filters(environment: Environment): Ports['filters'] {
  return dynamoFilterStore(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export function jobs(environment: Environment): Ports['jobs'] {
  return dynamoJobStore(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export const receivers = (): Ports['receivers'] => guardedReceivers();

export function signingSecrets(environment: Environment): Ports['signingSecrets'] {
  const { SECRETS_PREFIX } = readEnvironment(environment, 'SECRETS_PREFIX');
  return managedSigningSecrets(secretsClient(), systemClock(), SECRETS_PREFIX);
}

export function secretRotation(environment: Environment): Ports['secretRotation'] {
  const { SECRETS_PREFIX } = readEnvironment(environment, 'SECRETS_PREFIX');
  return managedSecretRotation(secretsClient(), SECRETS_PREFIX);
}

export function numberChecks(environment: Environment): Ports['numberChecks'] {
  const { RUNTIME_TABLE } = readEnvironment(environment, 'RUNTIME_TABLE');
  return dynamoNumberChecks(db(), RUNTIME_TABLE, pseudonyms(environment));
}

export const services = (): Ports['services'] => guardedServices();

export function tokens(environment: Environment): Ports['tokens'] {
  return dynamoServiceTokens(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export function slots(environment: Environment): Ports['slots'] {
  return dynamoCallSlots(db(), readEnvironment(environment, 'RUNTIME_TABLE').RUNTIME_TABLE);
}

export function recordings(environment: Environment): Ports['recordings'] {
  const { RECORDINGS_BUCKET, CONNECT_INSTANCE_ID } = readEnvironment(
    environment,
    'RECORDINGS_BUCKET',
    'CONNECT_INSTANCE_ID',
  );
  const place = { bucket: RECORDINGS_BUCKET, instance: CONNECT_INSTANCE_ID };
  return s3Recordings(s3(), connect(), place);
}

export function voicemails(environment: Environment): Ports['voicemails'] {
  return s3Voicemails(s3(), readEnvironment(environment, 'RECORDINGS_BUCKET').RECORDINGS_BUCKET);
}

export function links(environment: Environment): Ports['links'] {
  const { CONNECT_INSTANCE_ID } = readEnvironment(environment, 'CONNECT_INSTANCE_ID');
  return connectLinks(connectOfDeployment(), CONNECT_INSTANCE_ID);
}

export function routing(environment: Environment): Ports['routing'] {
  const { CONNECT_INSTANCE_ID } = readEnvironment(environment, 'CONNECT_INSTANCE_ID');
  return connectRouting(connectWithinACall(), CONNECT_INSTANCE_ID);
}

function once<A extends readonly unknown[], T>(make: (...given: A) => T): (...given: A) => T {
  let made: { readonly value: T } | undefined;
  return (...given) => {
    made ??= { value: make(...given) };
    return made.value;
  };
}

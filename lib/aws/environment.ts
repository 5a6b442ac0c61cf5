// The functions' environment variables, checked once at cold start: a variable that is missing or
// makes no sense stops the function with a sentence that names it. Infra sets exactly those of the
// task's ports (lib/infra/permissions.ts). Every function reads some, so they are read without zod.

import { campaignId } from '../domain/model/ids.ts';
import type { RateLead } from './dynamodb/call-throttle.ts';

/** What a variable says; undefined when it makes no sense. */
type Read<T> = (text: string) => T | undefined;

const text: Read<string> = (text) => text;
const url: Read<string> = (text) => (URL.canParse(text) ? text : undefined);
const path: Read<string> = (text) => (text.startsWith('/') ? text : undefined);
const positive: Read<number> = (text) => {
  const number = Number(text);
  return number > 0 && Number.isFinite(number) ? number : undefined;
};
const lead: Read<RateLead> = (text) => (text === '-' ? 'none' : campaignId(text));
const count: Read<number> = (text) => {
  const number = positive(text);
  return Number.isInteger(number) ? number : undefined;
};

const VARIABLES = {
  RECORDS_TABLE: text,
  JOURNAL_TABLE: text,
  RUNTIME_TABLE: text,
  /** Index of the records table by bucket and moment. */
  DUE_INDEX: text,
  /** Index of the records table by campaign and creation. */
  LIST_INDEX: text,
  DIAL_QUEUE_URL: url,
  TICK_QUEUE_URL: url,
  CONNECT_INSTANCE_ID: text,
  OUTBOUND_FLOW_ID: text,
  /** SSM path above queues/<id> and numbers/<id>. */
  DIRECTORY_PATH: path,
  CALLS_PER_SECOND: positive,
  CALL_BURST: count,
  /** The campaign with which the call rate is kept; a dash where it is kept by itself. */
  CALL_RATE_LEAD: lead,
  /** Keys that what every call writes to is spread over. */
  KEY_SHARDS: count,
  SMS_CONFIGURATION_SET: text,
  EMAIL_CONFIGURATION_SET: text,
  CONTACTS_BUCKET: text,
  RECORDINGS_BUCKET: text,
  MAIL_BUCKET: text,
  SURVEY_QUEUE_URL: url,
  SMS_QUEUE_URL: url,
  EMAIL_QUEUE_URL: url,
  WEBHOOK_QUEUE_URL: url,
  COPY_QUEUE_URL: url,
  UNHANDLED_STATUS: text,
  IMPORT_QUEUE_URL: url,
  /** Address of the WebSocket API with its stage, below which connections are told. */
  LIVE_API: url,
  /** IANA name of the centre's time zone. */
  TIME_ZONE: text,
  /** Path of the deployment's secrets, without a slash at its end. */
  SECRETS_PREFIX: text,
  /** Name of the secret with the key of pseudonyms. */
  PSEUDONYM_SECRET: text,
} as const satisfies Record<string, Read<unknown>>;

export type Variable = keyof typeof VARIABLES;

type Values = { readonly [V in Variable]: NonNullable<ReturnType<(typeof VARIABLES)[V]>> };

/** What AWS Lambda sets, or whoever runs a function elsewhere. */
export type Environment = Readonly<Record<string, string | undefined>>;

export function readEnvironment<V extends Variable>(
  environment: Environment,
  ...names: readonly V[]
): Pick<Values, V> {
  const read = names.map((name) => {
    const given = environment[name];
    if (given === undefined || given === '')
      throw new Error(`environment variable ${name}: is missing`);
    const value = VARIABLES[name](given);
    if (value === undefined)
      throw new Error(`environment variable ${name}: '${given}' makes no sense`);
    return [name, value] as const;
  });
  return Object.fromEntries(read) as Pick<Values, V>;
}

// The functions' environment variables, checked once at cold start: a variable that is missing or
// makes no sense stops the function with a sentence that names it. Infra sets exactly those of the
// task's ports (lib/infra/permissions.ts).
import * as z from 'zod';

const text = z.string().min(1);

const VARIABLES = {
  RECORDS_TABLE: text,
  JOURNAL_TABLE: text,
  RUNTIME_TABLE: text,
  /** Index of the records table by bucket and moment. */
  DUE_INDEX: text,
  /** Index of the records table by campaign and creation. */
  LIST_INDEX: text,
  DIAL_QUEUE_URL: z.url(),
  TICK_QUEUE_URL: z.url(),
  CONNECT_INSTANCE_ID: text,
  OUTBOUND_FLOW_ID: text,
  /** SSM path above queues/<id> and numbers/<id>. */
  DIRECTORY_PATH: z.string().startsWith('/'),
  CALLS_PER_SECOND: z.coerce.number().positive(),
  CALL_BURST: z.coerce.number().int().positive(),
  /** Keys that what every call writes to is spread over. */
  KEY_SHARDS: z.coerce.number().int().positive(),
  SMS_CONFIGURATION_SET: text,
  EMAIL_CONFIGURATION_SET: text,
  CONTACTS_BUCKET: text,
  RECORDINGS_BUCKET: text,
  SURVEY_QUEUE_URL: z.url(),
  SMS_QUEUE_URL: z.url(),
  EMAIL_QUEUE_URL: z.url(),
  WEBHOOK_QUEUE_URL: z.url(),
  COPY_QUEUE_URL: z.url(),
  UNHANDLED_STATUS: z.string().min(1),
  IMPORT_QUEUE_URL: z.url(),
  /** Address of the WebSocket API with its stage, below which connections are told. */
  LIVE_API: z.url(),
  /** IANA name of the centre's time zone. */
  TIME_ZONE: text,
  /** Path of the deployment's secrets, without a slash at its end. */
  SECRETS_PREFIX: text,
  /** Name of the secret with the key of pseudonyms. */
  PSEUDONYM_SECRET: text,
} as const satisfies Record<string, z.ZodType>;

export type Variable = keyof typeof VARIABLES;

type Values = { readonly [V in Variable]: z.output<(typeof VARIABLES)[V]> };

/** What AWS Lambda sets, or whoever runs a function elsewhere. */
export type Environment = Readonly<Record<string, string | undefined>>;

export function readEnvironment<V extends Variable>(
  environment: Environment,
  ...names: readonly V[]
): Pick<Values, V> {
  const read = names.map((name) => {
    const parsed = VARIABLES[name].safeParse(environment[name]);
    if (parsed.success) return [name, parsed.data] as const;
    const reason = parsed.error.issues.map((issue) => issue.message).join('; ');
    throw new Error(`environment variable ${name}: ${reason}`);
  });
  return Object.fromEntries(read) as Pick<Values, V>;
}

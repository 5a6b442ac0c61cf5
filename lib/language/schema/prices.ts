// What a dry run reckons with: prices by unit, in one currency. AWS's own are known
// (lib/simulation/costs/aws-prices.ts); those of carriers differ by country and contract, so nobody
// but the user knows them.
import { z } from 'zod';

const Price = z.number().min(0);

/** Price ids with what one unit is. */
export const PRICE_UNITS = {
  'telephony-minute': 'a minute of an answered call, as the carrier bills it',
  'telephony-call': 'a call attempt, where the carrier bills attempts',
  'telephony-number-month': 'a telephone number, per month',
  'sms-part': 'a part of a text message',
  'connect-minute': 'a minute of an answered call, as Amazon Connect bills it',
  'sqs-million': 'a million SQS requests',
  'sqs-fair-million': 'a million SQS requests with a message group, in addition',
  'lambda-million': 'a million Lambda invocations',
  'lambda-gb-second-million': 'a million GB-seconds of Lambda, arm64',
  'dynamodb-write-million': 'a million DynamoDB write units',
  'dynamodb-read-million': 'a million DynamoDB read units',
  'states-million': 'a million Step Functions Express requests',
  'states-gb-second-million': 'a million GB-seconds of Step Functions Express',
  'events-million': 'a million events on a bus of EventBridge',
  'pipes-million': 'a million entries through an EventBridge pipe',
  'kinesis-shard-hour': 'an hour of a Kinesis shard',
  'kinesis-put-million': 'a million Kinesis payload units',
  'ses-thousand': 'a thousand e-mails that are sent',
  'ses-received-thousand': 'a thousand e-mails that SES receives',
  'ses-chunk-thousand': 'a thousand times 256 KB of e-mails that SES receives',
  'logs-gb': 'a GB ingested by CloudWatch Logs',
} as const;

/** What stands on a bill, with the quantity it is counted in. */
export const PRICE_LABELS: Readonly<Record<keyof typeof PRICE_UNITS, string>> = {
  'telephony-minute': 'telephone minutes',
  'telephony-call': 'call attempts',
  'telephony-number-month': 'telephone numbers, months',
  'sms-part': 'SMS parts',
  'connect-minute': 'Connect minutes',
  'sqs-million': 'SQS requests, million',
  'sqs-fair-million': 'SQS with a group, million',
  'lambda-million': 'Lambda runs, million',
  'lambda-gb-second-million': 'Lambda GB-seconds, million',
  'dynamodb-write-million': 'DynamoDB writes, million',
  'dynamodb-read-million': 'DynamoDB reads, million',
  'states-million': 'Step Functions runs, million',
  'states-gb-second-million': 'Step Functions GB-s, million',
  'events-million': 'EventBridge events, million',
  'pipes-million': 'Pipes entries, million',
  'kinesis-shard-hour': 'Kinesis shard, hours',
  'kinesis-put-million': 'Kinesis puts, million',
  'ses-thousand': 'e-mails sent, thousand',
  'ses-received-thousand': 'e-mails received, thousand',
  'ses-chunk-thousand': '256 KB of received e-mails, thousand',
  'logs-gb': 'logs, GB',
};

export type PriceId = keyof typeof PRICE_UNITS;
export const PRICE_IDS = Object.keys(PRICE_UNITS) as readonly PriceId[];

const prices = Object.fromEntries(
  Object.entries(PRICE_UNITS).map(([id, unit]) => [id, Price.optional().describe(`${unit}.`)]),
) as { readonly [P in PriceId]: z.ZodOptional<z.ZodNumber> };

export const PricesFile = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a currency such as EUR')
    .optional()
    .describe('The currency of every price; by default USD, in which AWS lists its prices.'),
  perDollar: z
    .number()
    .positive()
    .optional()
    .describe(
      'The price of a US dollar in that currency, to convert the prices of AWS; required unless it is USD.',
    ),
  prices: z
    .strictObject(prices)
    .default({})
    .describe('Prices by item; they replace the known ones.'),
});
export type PricesFile = z.output<typeof PricesFile>;

// What AWS asks for a unit, with where the figure comes from. The one place to change when a price
// changes. Region eu-central-1 where its price is known, else us-east-1; USD, without free tiers
// and taxes; collected 2026-11-21.
import type { PriceId } from '../../language/schema/prices.ts';

/**
 * listed: read on a price page or in a price list · reported: seen in somebody's bill, notes or
 * cost sheet · recalled: common knowledge not looked up again. Check the last two before a decision
 * hangs on them.
 */
export type Certainty = 'listed' | 'reported' | 'recalled';

export interface UnitPrice {
  readonly price: number;
  readonly source: string;
  readonly certainty: Certainty;
}

const price = (amount: number, certainty: Certainty, source: string): UnitPrice => ({
  price: amount,
  source,
  certainty,
});

/** Prices of carriers are not AWS's: they are the user's to give. */
export const AWS_PRICES: Readonly<Partial<Record<PriceId, UnitPrice>>> = {
  'connect-minute': price(
    0.038,
    'reported',
    'aws.amazon.com/connect/pricing, voice of the unlimited-AI plan; 0.018 in the basic plan',
  ),
  'sqs-million': price(0.4, 'reported', 'aws.amazon.com/sqs/pricing, standard queues'),
  'sqs-fair-million': price(0.1, 'reported', 'aws.amazon.com/sqs/pricing, fair queues'),
  'lambda-million': price(0.2, 'listed', 'aws.amazon.com/lambda/pricing'),
  'lambda-gb-second-million': price(13.3334, 'listed', 'aws.amazon.com/lambda/pricing, arm64'),
  'dynamodb-write-million': price(
    0.7625,
    'reported',
    'aws.amazon.com/dynamodb/pricing/on-demand, eu-central-1',
  ),
  'dynamodb-read-million': price(
    0.1525,
    'reported',
    'aws.amazon.com/dynamodb/pricing/on-demand, eu-central-1',
  ),
  'states-million': price(1, 'reported', 'aws.amazon.com/step-functions/pricing, Express'),
  'states-gb-second-million': price(
    16.67,
    'reported',
    'aws.amazon.com/step-functions/pricing, Express',
  ),
  'events-million': price(1, 'reported', 'aws.amazon.com/eventbridge/pricing, custom events'),
  'pipes-million': price(0.4, 'recalled', 'aws.amazon.com/eventbridge/pricing, Pipes'),
  'kinesis-shard-hour': price(0.018, 'recalled', 'aws.amazon.com/kinesis/data-streams/pricing'),
  'kinesis-put-million': price(0.014, 'recalled', 'aws.amazon.com/kinesis/data-streams/pricing'),
  'ses-thousand': price(
    0.1,
    'listed',
    'docs.aws.amazon.com/ses/latest/dg/pricing-plans.html, pay per feature',
  ),
  'ses-received-thousand': price(0.1, 'reported', 'aws.amazon.com/ses/pricing, e-mail receiving'),
  'ses-chunk-thousand': price(0.09, 'reported', 'aws.amazon.com/ses/pricing, incoming mail chunks'),
  'logs-gb': price(0.63, 'recalled', 'aws.amazon.com/cloudwatch/pricing, eu-central-1'),
};

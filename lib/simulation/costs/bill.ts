// Quantities times prices. What nobody has given a price for stands on the bill without an amount,
// and the sum says so.
import type { PriceId, PricesFile } from '../../language/schema/prices.ts';
import { PRICE_LABELS, PRICE_UNITS } from '../../language/schema/prices.ts';
import { AWS_PRICES, type Certainty } from './aws-prices.ts';
import type { Quantity } from './quantities.ts';

export interface BillLine extends Quantity {
  /** For people. */
  readonly label: string;
  /** What one unit is. */
  readonly unit: string;
  /** In the currency of the bill; missing when nobody has given one. */
  readonly unitPrice?: number;
  readonly amount?: number;
  readonly source: string;
  readonly certainty?: Certainty | 'given';
}

export interface Bill {
  readonly currency: string;
  readonly lines: readonly BillLine[];
  /** AWS without telephone minutes, Connect's minutes, carriers; what is known of each. */
  readonly aws: number;
  readonly connect: number;
  readonly carriers: number;
  readonly total: number;
  /** Used, and without a price. */
  readonly unpriced: readonly PriceId[];
}

const CARRIERS: readonly PriceId[] = [
  'telephony-minute',
  'telephony-call',
  'telephony-number-month',
  'sms-part',
];

export function billOf(quantities: readonly Quantity[], given: PricesFile): Bill {
  const lines = quantities
    .filter(({ quantity }) => quantity > 0)
    .map((quantity) => lineOf(quantity, given));
  const sum = (which: (id: PriceId) => boolean) =>
    lines.reduce((total, { price, amount = 0 }) => total + (which(price) ? amount : 0), 0);
  return {
    currency: given.currency ?? 'USD',
    lines,
    aws: sum((id) => id !== 'connect-minute' && !CARRIERS.includes(id)),
    connect: sum((id) => id === 'connect-minute'),
    carriers: sum((id) => CARRIERS.includes(id)),
    total: sum(() => true),
    unpriced: lines.filter(({ amount }) => amount === undefined).map(({ price }) => price),
  };
}

function lineOf(quantity: Quantity, { prices, perDollar = 1 }: PricesFile): BillLine {
  const { price: id } = quantity;
  const unit = PRICE_UNITS[id];
  const label = PRICE_LABELS[id];
  const own = prices[id];
  const listed = AWS_PRICES[id];
  if (own !== undefined) {
    const amount = own * quantity.quantity;
    return {
      ...quantity,
      label,
      unit,
      unitPrice: own,
      amount,
      source: 'prices.yaml',
      certainty: 'given',
    };
  }
  if (listed === undefined)
    return { ...quantity, label, unit, source: 'yours to give, with --prices' };
  const unitPrice = listed.price * perDollar;
  const { source, certainty } = listed;
  return {
    ...quantity,
    label,
    unit,
    unitPrice,
    amount: unitPrice * quantity.quantity,
    source,
    certainty,
  };
}

import { describe, expect, it } from 'vitest';
import { PRICE_IDS } from '../../../../lib/language/schema/prices.ts';
import { AWS_PRICES } from '../../../../lib/simulation/costs/aws-prices.ts';
import { billOf } from '../../../../lib/simulation/costs/bill.ts';
import { quantities, type RunUse } from '../../../../lib/simulation/costs/quantities.ts';
import { aPlan, figuresOf } from '../../../support/dry-run.ts';

const counted = (price: (typeof PRICE_IDS)[number], quantity: number) =>
  ({ price, quantity, basis: 'counted', how: 'as told' }) as const;

describe('a bill', () => {
  it('is quantities times prices, AWS, Connect and carriers apart', () => {
    const bill = billOf(
      [
        counted('lambda-million', 2),
        counted('connect-minute', 100),
        counted('telephony-minute', 100),
      ],
      { prices: { 'telephony-minute': 0.02 } },
    );

    expect(bill).toMatchObject({
      currency: 'USD',
      aws: 0.4,
      connect: 3.8,
      carriers: 2,
      unpriced: [],
    });
    expect(bill.total).toBeCloseTo(6.2, 10);
  });

  it('leaves what nobody has priced without an amount, and says so', () => {
    const bill = billOf([counted('sms-part', 12)], { prices: {} });

    expect(bill).toMatchObject({ total: 0, unpriced: ['sms-part'] });
    expect(bill.lines[0]).not.toHaveProperty('amount');
  });

  it('takes a price that is given instead of the known one, and converts the others', () => {
    const given = { currency: 'EUR', perDollar: 0.5, prices: { 'connect-minute': 0.018 } };
    const bill = billOf([counted('connect-minute', 10), counted('lambda-million', 1)], given);

    expect(bill).toMatchObject({ currency: 'EUR', connect: 0.18, aws: 0.1 });
    expect(bill.lines.map(({ certainty }) => certainty)).toEqual(['given', 'listed']);
  });

  it('knows a price with its source for everything but what carriers ask', () => {
    const unknown = PRICE_IDS.filter((id) => AWS_PRICES[id] === undefined);

    expect(unknown).toEqual([
      'telephony-minute',
      'telephony-call',
      'telephony-number-month',
      'sms-part',
    ]);
    expect(
      Object.values(AWS_PRICES).filter(({ source, price }) => source === '' || price <= 0),
    ).toEqual([]);
  });
});

describe('what a run uses', () => {
  const use: RunUse = {
    usage: {
      reads: 3e6,
      writes: 2e6,
      sends: 100,
      runs: new Map([
        ['place-call', 1000],
        ['begin-rule', 500],
      ]),
    },
    journalEntries: 4000,
    journalBatches: 500,
    ruleRuns: 500,
    agentStream: true,
    agentEvents: 70,
    staffedHours: 1,
    calls: 1000,
    minutes: 250,
    smsParts: 6,
    emails: 2,
    emailsReceived: 4000,
    mailChunks: 1000,
    hours: 10,
    ownNumbers: 2,
    recordsImported: 0,
    memory: new Proxy({}, { get: () => 1024 }) as RunUse['memory'],
  };
  const of = (price: string, basis: string) =>
    quantities(use).find((line) => line.price === price && line.basis === basis)?.quantity;

  it('counts requests and runs, and says what it only estimates', () => {
    expect(of('dynamodb-write-million', 'counted')).toBe(2);
    expect(of('dynamodb-read-million', 'counted')).toBe(3);
    expect(of('lambda-million', 'counted')).toBe(0.002);
    // sent, and for each message of a queue received and deleted; rules call functions without a
    // queue
    expect(of('sqs-million', 'counted')).toBe((100 + 2 * 1000) / 1e6);
    expect(of('states-million', 'counted')).toBe(0.0005);
    expect(of('lambda-gb-second-million', 'estimated')).toBeCloseTo((2000 * 0.1) / 1e6, 12);
    expect(of('ses-received-thousand', 'counted')).toBe(4);
    expect(of('ses-chunk-thousand', 'counted')).toBe(1);
    expect(of('kinesis-put-million', 'estimated')).toBe((70 + 30) / 1e6);
  });

  it('grows with the calls of a run: twice the people, about twice the writes', async () => {
    const writes = async (people: number) => {
      const { cost } = await figuresOf(aPlan({ people }, { days: 2 }));
      return cost.lines.find(({ price }) => price === 'dynamodb-write-million')?.quantity ?? 0;
    };

    const ratio = (await writes(800)) / (await writes(400));

    expect(ratio).toBeGreaterThan(1.4);
    expect(ratio).toBeLessThan(2.6);
  });
});

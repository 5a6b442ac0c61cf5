// The bill of a run, and the two figures to compare runs by: what AWS asks for a thousand calls,
// and what a deployment costs a month when nothing happens.
import type { PricesFile } from '../../language/schema/prices.ts';
import { type Bill, billOf } from './bill.ts';
import { quantities, type RunUse } from './quantities.ts';
import { noUsage } from './usage.ts';

/** Hours of a month, as AWS reckons. */
const MONTH = 730;

export interface RunCost extends Bill {
  /** AWS without minutes and carriers, for what happened; undefined without calls. */
  readonly awsPerThousandCalls: number | undefined;
  /** AWS without own numbers and alarms, for a month in which nothing happens. */
  readonly awsAtRestPerMonth: number;
}

export function runCost(use: RunUse, prices: PricesFile): RunCost {
  const bill = billOf(quantities(use), prices);
  const atRest = (hours: number) => billOf(quantities(nothing(use, hours)), prices).aws;
  const used = bill.aws - atRest(use.hours);
  return {
    ...bill,
    awsPerThousandCalls: use.calls === 0 ? undefined : (used / use.calls) * 1000,
    awsAtRestPerMonth: atRest(MONTH),
  };
}

function nothing({ memory }: RunUse, hours: number): RunUse {
  return {
    usage: noUsage(),
    journalEntries: 0,
    journalBatches: 0,
    ruleRuns: 0,
    agentEvents: 0,
    staffedHours: 0,
    calls: 0,
    minutes: 0,
    smsParts: 0,
    emails: 0,
    hours,
    ownNumbers: 0,
    recordsImported: 0,
    memory,
  };
}

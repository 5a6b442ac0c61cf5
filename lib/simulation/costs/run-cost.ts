// The bill of a run, and the two figures to compare runs by: what AWS asks for a thousand calls,
// and what a deployment costs a month when nothing happens.
import type { PricesFile } from '../../language/schema/prices.ts';
import { type Bill, billOf } from './bill.ts';
import { idleUse, MONTH, quantities, type RunUse } from './quantities.ts';

export interface RunCost extends Bill {
  /** AWS without minutes and carriers, for what happened; undefined without calls. */
  readonly awsPerThousandCalls: number | undefined;
  /** AWS without own numbers and alarms, for a month in which nothing happens. */
  readonly awsAtRestPerMonth: number;
}

export function runCost(use: RunUse, prices: PricesFile): RunCost {
  const bill = billOf(quantities(use), prices);
  const atRest = (hours: number) => billOf(quantities(idleUse(use, hours)), prices).aws;
  const used = bill.aws - atRest(use.hours);
  return {
    ...bill,
    awsPerThousandCalls: use.calls === 0 ? undefined : (used / use.calls) * 1000,
    awsAtRestPerMonth: atRest(MONTH),
  };
}

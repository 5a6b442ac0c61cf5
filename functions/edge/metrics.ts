// Counts that CloudWatch takes from the log ("embedded metric format"), one line an invocation:
// docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
import { writeLine } from './log.ts';

const NAMESPACE = 'Ringback';

export interface Counters {
  count(name: string): void;
  /** Tells what was counted since the last time, if anything was. */
  publish(): void;
}

export function createCounters(dimensions: Readonly<Record<string, string>>): Counters {
  let counted = new Map<string, number>();
  return {
    count(name) {
      counted.set(name, (counted.get(name) ?? 0) + 1);
    },
    publish() {
      if (counted.size === 0) return;
      const names = [...counted.keys()];
      const metrics = {
        Namespace: NAMESPACE,
        Dimensions: [Object.keys(dimensions)],
        Metrics: names.map((name) => ({ Name: name, Unit: 'Count' })),
      };
      const values = Object.fromEntries(counted);
      writeLine({
        _aws: { Timestamp: Date.now(), CloudWatchMetrics: [metrics] },
        ...dimensions,
        ...values,
      });
      counted = new Map();
    },
  };
}

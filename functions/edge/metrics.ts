// Counts that CloudWatch takes from the log ("embedded metric format"), one line an invocation:
// docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/
// CloudWatch_Embedded_Metric_Format_Specification.html
import { systemClock } from '../../lib/aws/system-clock.ts';
import { writeLine } from './log.ts';

const clock = systemClock();

const NAMESPACE = 'Ringback';

export interface InvocationCounts {
  count(name: string): void;
  /** Tells what was counted since the last time, if anything was. */
  publish(): void;
}

export function invocationCounts(dimensions: Readonly<Record<string, string>>): InvocationCounts {
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
        _aws: { Timestamp: clock.now(), CloudWatchMetrics: [metrics] },
        ...dimensions,
        ...values,
      });
      counted = new Map();
    },
  };
}

// Alarms of CloudWatch on metrics that can be measured here; any other alarm is taken and never
// goes off.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { type Measure, type MetricName, measureOf } from '../alarms/measures.ts';
import type { Cloud } from '../cloud.ts';
import { boolean, ignored, number, resourceKind } from '../template/resource-kind.ts';

const Dimensions = z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]);

const MetricQuery = z.strictObject({
  Id: z.string(),
  Expression: z.string().optional(),
  MetricStat: z
    .strictObject({
      Metric: z.strictObject({ Namespace: z.string(), MetricName: z.string(), Dimensions }),
      Period: number,
      Stat: z.string(),
      ...ignored('Unit'),
    })
    .optional(),
  ReturnData: boolean.default(true),
  ...ignored('Label', 'Period', 'AccountId'),
});

const Schema = z.strictObject({
  AlarmName: z.string().optional(),
  AlarmDescription: z.string().default(''),
  ActionsEnabled: boolean.default(true),
  AlarmActions: z.array(z.string()).default([]),
  OKActions: z.array(z.string()).default([]),
  ComparisonOperator: z.string(),
  Threshold: number.optional(),
  EvaluationPeriods: number,
  DatapointsToAlarm: number.optional(),
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions,
  Period: number.optional(),
  Metrics: z.array(MetricQuery).optional(),
  ...ignored(
    'EvaluateLowSampleCountPercentile',
    'ExtendedStatistic',
    'InsufficientDataActions',
    'Statistic',
    'Tags',
    'ThresholdMetricId',
    'TreatMissingData',
    'Unit',
  ),
});
type Properties = z.infer<typeof Schema>;

/** AWS::CloudWatch::Alarm */
export const cloudWatchAlarm = resourceKind(Schema, ({ cloud, properties, generatedName }) => {
  const name = properties.AlarmName ?? generatedName;
  const actions = (arns: readonly string[]) => {
    const other = arns.find((each) => !cloud.topics.isTopic(each));
    if (other !== undefined) throw new NotEmulated(`alarm action '${other}'`);
    return properties.ActionsEnabled ? arns : [];
  };
  const arn = cloud.alarms.create({
    name,
    description: properties.AlarmDescription,
    measures: measuresOf(cloud, properties),
    period: periodOf(properties),
    evaluationPeriods: properties.EvaluationPeriods,
    datapointsToAlarm: properties.DatapointsToAlarm ?? properties.EvaluationPeriods,
    breaches: comparison(properties),
    alarmActions: actions(properties.AlarmActions),
    okActions: actions(properties.OKActions),
  });
  return { ref: name, attributes: { Arn: arn } };
});

/** None when one of the metrics is not measured here, or when they are not simply added up. */
function measuresOf(cloud: Cloud, properties: Properties): readonly Measure[] {
  const metrics = properties.Metrics ? addedUp(properties.Metrics) : [metricOf(properties)];
  const measures = metrics.map((metric) => metric && measureOf(cloud, metric));
  return measures.every((measure) => measure !== undefined) ? measures : [];
}

function metricOf(metric: {
  readonly Namespace?: string | undefined;
  readonly MetricName?: string | undefined;
  readonly Dimensions: z.infer<typeof Dimensions>;
}): MetricName | undefined {
  const [dimension, ...more] = metric.Dimensions;
  if (!dimension || more.length > 0 || !metric.Namespace || !metric.MetricName) return undefined;
  return { namespace: metric.Namespace, name: metric.MetricName, of: dimension.Value };
}

/** `a + b` of metrics, which is all that our own alarms ask for. */
function addedUp(queries: readonly z.infer<typeof MetricQuery>[]): (MetricName | undefined)[] {
  const [sum, ...more] = queries.filter(({ ReturnData }) => ReturnData);
  if (!sum?.Expression || more.length > 0) return [undefined];
  return sum.Expression.split('+').map((id) => {
    const query = queries.find(({ Id }) => Id === id.trim());
    return query?.MetricStat && metricOf(query.MetricStat.Metric);
  });
}

function periodOf({ Period, Metrics = [] }: Properties): number {
  return Period ?? Metrics.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period ?? 60;
}

function comparison({ ComparisonOperator, Threshold = 0 }: Properties): (value: number) => boolean {
  const compare = COMPARISONS[ComparisonOperator];
  if (!compare) return () => false;
  return (value) => compare(value, Threshold);
}

const COMPARISONS: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

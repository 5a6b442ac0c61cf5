// CloudWatch alarms on simulated time. Each looks at its metrics when a period ends; when its state
// changes it tells its topics, which their policies must allow: a topic that refuses CloudWatch
// fails the run, because on AWS nobody would ever hear of it.
import { type AwsLocation, arn } from '../aws-location.ts';
import { onSchedule } from '../scheduler/recurring.ts';
import type { SimulatedTime } from '../time.ts';
import type { Measure } from './measures.ts';
import type { Topics } from './topics.ts';

type AlarmState = 'INSUFFICIENT_DATA' | 'OK' | 'ALARM';

export interface AlarmSettings {
  readonly name: string;
  readonly description: string;
  /** They are added up. */
  readonly measures: readonly Measure[];
  /** Seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  /** So many of the periods must breach. */
  readonly datapointsToAlarm: number;
  readonly breaches: (value: number) => boolean;
  /** ARNs of topics. */
  readonly alarmActions: readonly string[];
  readonly okActions: readonly string[];
}

/** A change of an alarm's state and who was told. */
export interface AlarmChange {
  /** Simulated epoch ms. */
  readonly at: number;
  readonly alarm: string;
  readonly description: string;
  readonly from: AlarmState;
  readonly to: AlarmState;
  /** Addresses. */
  readonly told: readonly string[];
}

interface Watch {
  readonly settings: AlarmSettings;
  readonly arn: string;
  state: AlarmState;
  /** What the counts were when the last period ended. */
  readonly before: number[];
  /** Whether the latest periods breached. */
  readonly periods: boolean[];
}

const MINUTE = 60_000;

export class CloudWatchAlarms {
  private readonly parts: {
    readonly location: AwsLocation;
    readonly time: SimulatedTime;
    readonly topics: Topics;
  };
  private readonly watches: Watch[] = [];
  private readonly changes: AlarmChange[] = [];

  constructor(parts: CloudWatchAlarms['parts']) {
    this.parts = parts;
  }

  /** @returns its ARN */
  create(settings: AlarmSettings): string {
    const { location, time } = this.parts;
    const watch: Watch = {
      settings,
      arn: arn(location, 'cloudwatch', `alarm:${settings.name}`),
      state: 'INSUFFICIENT_DATA',
      before: settings.measures.map(({ kind }) => (kind === 'count' ? 0 : Number.NaN)),
      periods: [],
    };
    // one timer for all, and none for those that have nothing to measure
    if (this.watches.length === 0 && settings.measures.length > 0)
      onSchedule(time, nextMinute, (at) => this.look(at));
    if (settings.measures.length > 0) this.watches.push(watch);
    return watch.arn;
  }

  /** Every change of state so far. */
  history(): readonly AlarmChange[] {
    return [...this.changes];
  }

  private look(at: number): void {
    for (const watch of this.watches) {
      if (at % (watch.settings.period * 1000) === 0) this.evaluate(watch, at);
    }
  }

  private evaluate(watch: Watch, at: number): void {
    const { breaches, evaluationPeriods, datapointsToAlarm } = watch.settings;
    watch.periods.push(breaches(lastPeriod(watch)));
    if (watch.periods.length > evaluationPeriods) watch.periods.shift();
    const breaching = watch.periods.filter(Boolean).length;
    this.change(watch, breaching >= datapointsToAlarm ? 'ALARM' : 'OK', at);
  }

  private change(watch: Watch, to: AlarmState, at: number): void {
    const { state: from, settings } = watch;
    if (from === to) return;
    watch.state = to;
    const topics = to === 'ALARM' ? settings.alarmActions : settings.okActions;
    const told = topics.flatMap((topic) => this.tell(topic, watch.arn));
    this.changes.push({
      at,
      alarm: settings.name,
      description: settings.description,
      from,
      to,
      told,
    });
  }

  private tell(topic: string, alarmArn: string): readonly string[] {
    const { time, topics } = this.parts;
    try {
      return topics.publish(topic, {
        kind: 'service',
        name: 'cloudwatch.amazonaws.com',
        sourceArn: alarmArn,
      });
    } catch (error) {
      time.fail(error);
      return [];
    }
  }
}

/** The value of the period that ends now. */
function lastPeriod({ settings, before }: Watch): number {
  const values = settings.measures.map(({ kind, read }, n) => {
    const now = read();
    const value = kind === 'count' ? now - (before[n] ?? 0) : now;
    before[n] = now;
    return value;
  });
  return values.reduce((sum, value) => sum + value, 0);
}

const nextMinute = (now: number): number => (Math.floor(now / MINUTE) + 1) * MINUTE;

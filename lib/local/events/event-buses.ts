// EventBridge: buses, rules and their targets. Every event reaches its rules at once; faults may
// delay or repeat it.
import { randomUUID } from 'node:crypto';
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import type { Principal } from '../iam/iam.ts';
import type { Json, JsonObject } from '../json.ts';
import { MOST_KEPT, RingBuffer } from '../ring-buffer.ts';
import type { SimulatedTime } from '../time.ts';
import { type EventPattern, matches } from './event-pattern.ts';
import type { TargetInput } from './target-input.ts';
import { deliver, type TargetParts } from './targets.ts';

/** What an event says; the bus adds the rest of the envelope. */
export interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Json;
  readonly resources?: readonly string[];
  /** Epoch ms, simulated; now when left out. */
  readonly time?: number;
}

export interface RuleTarget {
  readonly arn: string;
  readonly principal: Principal;
  readonly input: TargetInput;
  readonly group: string | undefined;
  readonly deadLetterArn: string | undefined;
  readonly maximumRetryAttempts: number;
}

export interface EventRule {
  readonly name: string;
  readonly arn: string;
  readonly pattern: EventPattern;
  readonly targets: readonly RuleTarget[];
}

interface Parts extends TargetParts {
  readonly location: AwsLocation;
  readonly time: SimulatedTime;
  /** Events that are kept at least. */
  readonly history?: number | undefined;
}

const LONGEST_PAUSE = 3600_000;
const GIVE_UP_AFTER = 24 * 3600_000;

export class EventBuses {
  private readonly parts: Parts;
  private readonly rules = new Map<string, EventRule[]>();
  private readonly kept: RingBuffer<JsonObject>;
  private readonly listeners: ((event: JsonObject) => void)[] = [];

  constructor(parts: Parts) {
    this.parts = parts;
    this.kept = new RingBuffer(parts.history ?? MOST_KEPT);
    this.create('default');
  }

  create(name: string): string {
    const busArn = this.arnOf(name);
    this.rules.set(busArn, []);
    return busArn;
  }

  /** By name or ARN. */
  arnOf(bus: string): string {
    return bus.startsWith('arn:') ? bus : arn(this.parts.location, 'events', `event-bus/${bus}`);
  }

  addRule(bus: string, rule: EventRule): void {
    this.rulesOf(bus).push(rule);
  }

  /** The latest events of all buses, for tests and tools. */
  history(): readonly JsonObject[] {
    return this.kept.all();
  }

  /** Tells every event of every bus as it is put, for tools that show a run. */
  listen(listener: (event: JsonObject) => void): void {
    this.listeners.push(listener);
  }

  /** An event of an AWS service. */
  putDefaultBusEvent(event: NewEvent): string {
    return this.put('default', event);
  }

  /** @returns the event's id */
  put(bus: string, { source, detailType, detail, resources = [], time }: NewEvent): string {
    const { location, faults } = this.parts;
    const rules = this.rulesOf(bus);
    const id = randomUUID();
    const event: JsonObject = {
      version: '0',
      id,
      'detail-type': detailType,
      source,
      account: location.account,
      time: `${new Date(time ?? this.parts.time.now()).toISOString().slice(0, 19)}Z`,
      region: location.region,
      resources,
      detail,
    };
    this.kept.add(event);
    for (const listener of this.listeners) listener(event);
    const body = faults.onDelivery ? JSON.stringify(event) : '';
    const fault = faults.onDelivery?.({ to: 'events', target: this.arnOf(bus), id, body });
    for (let copy = 0; copy < (fault?.copies ?? 1); copy++) this.route(rules, event, fault?.delay);
    return id;
  }

  private rulesOf(bus: string): EventRule[] {
    const rules = this.rules.get(this.arnOf(bus));
    if (!rules) throw new AwsError('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
    return rules;
  }

  private route(rules: readonly EventRule[], event: JsonObject, delay = 0): void {
    for (const rule of rules) {
      if (!matches(rule.pattern, event)) continue;
      for (const target of rule.targets) this.sendSoon(rule, target, event, delay);
    }
  }

  private sendSoon(rule: EventRule, target: RuleTarget, event: JsonObject, delay: number): void {
    const { time } = this.parts;
    const send = () =>
      time.work(`event for ${target.arn}`, async () =>
        this.attempt(target, target.input(event, rule), rule, time.now(), 0),
      );
    if (delay > 0) time.after(delay, send);
    else send();
  }

  /**
   * Retries with growing pauses for a day, then the dead letters. A refusal is a mistake in the
   * template.
   */
  private attempt(
    target: RuleTarget,
    payload: string,
    rule: EventRule,
    since: number,
    retries: number,
  ): void {
    const { time } = this.parts;
    try {
      const { arn: to, principal, group } = target;
      deliver(this.parts, { target: to, principal, payload, group });
    } catch (error) {
      if (!(error instanceof AwsError) || error.code === 'AccessDeniedException') throw error;
      const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** retries);
      if (retries >= target.maximumRetryAttempts || time.now() + pause - since > GIVE_UP_AFTER)
        this.bury(target, payload, rule, error);
      else
        time.after(pause, () =>
          time.work(`event for ${target.arn}`, async () =>
            this.attempt(target, payload, rule, since, retries + 1),
          ),
        );
    }
  }

  private bury(target: RuleTarget, body: string, rule: EventRule, error: AwsError): void {
    if (target.deadLetterArn === undefined) return;
    const { iam, queues } = this.parts;
    const sender: Principal = {
      kind: 'service',
      name: 'events.amazonaws.com',
      sourceArn: rule.arn,
    };
    iam.authorize(sender, 'sqs:SendMessage', target.deadLetterArn);
    const text = (StringValue: string) => ({ DataType: 'String', StringValue });
    queues.withArn(target.deadLetterArn).send({
      body,
      sender: sender.name,
      attributes: {
        RULE_ARN: text(rule.arn),
        TARGET_ARN: text(target.arn),
        ERROR_CODE: text(error.code),
        ERROR_MESSAGE: text(error.message),
      },
    });
  }
}

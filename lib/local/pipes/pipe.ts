// EventBridge Pipes: a stream or a queue, filtered, enriched by a function, put on an event bus.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { EventBuses, NewEvent } from '../events/event-buses.ts';
import { fillTemplate, parsedTemplate } from '../events/input-template.ts';
import { parsePath, valueAtPath } from '../events/json-path.ts';
import type { Iam, Role } from '../iam/iam.ts';
import { isList, type Json } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';

interface PipeSettings {
  readonly name: string;
  readonly arn: string;
  readonly role: Role;
  /** ARN of the function that enriches. */
  readonly enrichment: string | undefined;
  readonly enrichmentTemplate: string | undefined;
  readonly bus: string;
  readonly targetTemplate: string | undefined;
  /** Each may be a path into the event (`$.…`). */
  readonly detailType: string | undefined;
  readonly source: string | undefined;
  readonly time: string | undefined;
}

/**
 * A longer list than the target takes at once is not passed on.
 * docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html
 */
const MOST_EVENTS = 10;

export interface PipeParts {
  readonly settings: PipeSettings;
  readonly iam: Iam;
  readonly functions: Functions;
  readonly buses: EventBuses;
}

/** Runs a batch through the pipe; false when the enrichment failed. */
export async function runThrough(parts: PipeParts, batch: readonly Json[]): Promise<boolean> {
  const { settings, iam, buses } = parts;
  const enriched = await enrich(parts, batch);
  if (enriched === undefined) return false;
  if (enriched.length > MOST_EVENTS)
    throw new NotEmulated(
      `${enriched.length} events of one batch: the pipe would put none on the bus`,
    );
  if (enriched.length > 0)
    iam.authorize(settings.role, 'events:PutEvents', buses.arnOf(settings.bus));
  for (const item of enriched) buses.put(settings.bus, toEvent(settings, item));
  return true;
}

async function enrich(
  { settings, iam, functions }: PipeParts,
  batch: readonly Json[],
): Promise<readonly Json[] | undefined> {
  const { enrichment, enrichmentTemplate, role } = settings;
  if (enrichment === undefined) return batch;
  const target = functions.get(enrichment);
  iam.authorize(role, 'lambda:InvokeFunction', target.settings.arn);
  const input = enrichmentTemplate
    ? batch.map((item) => parsedTemplate(filled(enrichmentTemplate, item)))
    : batch;
  const outcome = await target.invoke(JSON.stringify(input));
  if (outcome.functionError) return undefined;
  const answer = JSON.parse(outcome.payload) as Json;
  if (answer === null) return [];
  return isList(answer) ? answer : [answer];
}

function filled(template: string, item: Json): string {
  return fillTemplate(template, (placeholder) => {
    if (!placeholder.startsWith('$'))
      throw new NotEmulated(`placeholder '<${placeholder}>' of a pipe`);
    return valueAtPath(parsePath(placeholder), item);
  });
}

function toEvent(settings: PipeSettings, item: Json): NewEvent {
  const { name, detailType, source, time, targetTemplate } = settings;
  const at = text(time, item);
  return {
    time: at === undefined ? undefined : instant(at),
    source: text(source, item) ?? `Pipe ${name}`,
    detailType: text(detailType, item) ?? 'Event from aws:pipes',
    detail: targetTemplate ? parsedTemplate(filled(targetTemplate, item)) : item,
  };
}

function text(wanted: string | undefined, item: Json): string | undefined {
  if (!wanted?.startsWith('$.')) return wanted;
  const value = valueAtPath(parsePath(wanted), item);
  return value === undefined ? undefined : String(value);
}

/** ISO 8601 or epoch seconds. */
function instant(value: string): number {
  const at = /^[\d.]+$/.test(value) ? Number(value) * 1000 : Date.parse(value);
  if (Number.isNaN(at)) throw new NotEmulated(`time '${value}' of a pipe's event`);
  return at;
}

// The EventBridge API: PutEvents, with AWS's refusal of the source prefix 'aws.'.
import { AwsError } from '../errors.ts';
import { jsonService } from '../gateway/json-service.ts';
import type { Service } from '../gateway/service.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { chunksOf64KB } from '../meter.ts';
import type { EventBuses } from './event-buses.ts';

/** Amazon EventBridge: PutEvents. */
export function eventsService(buses: EventBuses): Service {
  const entriesOf = (input: JsonObject) =>
    (isList(input.Entries) ? input.Entries : []).filter(isObject);
  const busOf = (entry: JsonObject) => String(entry.EventBusName ?? 'default');
  return jsonService('events', 'json-1.1', {
    PutEvents: {
      access: (input) =>
        [...new Set(entriesOf(input).map(busOf))].map((bus) => ({
          action: 'events:PutEvents',
          resource: buses.arnOf(bus),
        })),
      run: (input) => {
        const results = entriesOf(input).map((entry) => put(buses, busOf(entry), entry));
        const FailedEntryCount = results.filter((result) => 'ErrorCode' in result).length;
        return { FailedEntryCount, Entries: results };
      },
      units: (input) =>
        entriesOf(input).reduce(
          (sum, { Detail }) => sum + chunksOf64KB(Buffer.byteLength(String(Detail))),
          0,
        ),
    },
  });
}

function put(buses: EventBuses, bus: string, entry: JsonObject): JsonObject {
  const source = String(entry.Source ?? '');
  if (source.startsWith('aws.'))
    return failedEntry(
      'NotAuthorizedForSourceException',
      `Not authorized for the source ${source}.`,
    );
  const detail = parse(entry.Detail);
  if (detail === undefined) return failedEntry('MalformedDetail', 'Detail is malformed.');
  try {
    const EventId = buses.put(bus, {
      source,
      detailType: String(entry.DetailType ?? ''),
      detail,
      resources: isList(entry.Resources) ? entry.Resources.map(String) : [],
      time: entry.Time === undefined ? undefined : Number(entry.Time) * 1000,
    });
    return { EventId };
  } catch (error) {
    if (error instanceof AwsError) return failedEntry(error.code, error.message);
    throw error;
  }
}

function parse(detail: Json | undefined): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(String(detail));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const failedEntry = (ErrorCode: string, ErrorMessage: string): JsonObject => ({
  ErrorCode,
  ErrorMessage,
});

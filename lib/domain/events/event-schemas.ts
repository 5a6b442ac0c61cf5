// The event catalogue (WHK-1, WHK-2): the kinds of events with what each says and the schema of its
// detail. schemas/events, docs/events.md and the types for integrators are generated from it.
import { z } from 'zod';
import { ENTRY_SCHEMAS, type EntryType } from '../model/journal.ts';
import { EVENT_TYPES, EVENTS, type EventFacts, publishedNames } from './catalogue.ts';

type EntrySchema = (typeof ENTRY_SCHEMAS)['record' | 'campaign'][number];

interface Described {
  readonly about: 'record' | 'campaign';
  readonly says: string;
  readonly schema: EntrySchema;
}

const DESCRIBED: ReadonlyMap<string, Described> = new Map(
  (['record', 'campaign'] as const).flatMap((about) =>
    ENTRY_SCHEMAS[about].map((schema) => {
      const says = schema.description ?? '';
      return [schema.shape.type.value, { about, says, schema }] as const;
    }),
  ),
);

export interface CatalogueEntry extends EventFacts {
  readonly type: EntryType;
  readonly about: 'record' | 'campaign';
  /** One sentence: what has happened. */
  readonly says: string;
  /** Of the event's detail. */
  readonly detail: z.ZodObject;
}

export const EVENT_CATALOGUE: readonly CatalogueEntry[] = EVENT_TYPES.map((type) => {
  const { about, says, schema } = describedAs(type);
  const { version, names } = EVENTS[type];
  return { type, version, names, about, says, detail: detailOf(schema, version, about) };
});

function describedAs(type: EntryType): Described {
  const found = DESCRIBED.get(type);
  if (found === undefined) throw new Error(`no schema for ${type}`);
  return found;
}

function detailOf(schema: EntrySchema, version: number, about: Described['about']): z.ZodObject {
  const { type: _type, at: _at, ...shape } = schema.shape;
  const record = about === 'record' ? { record: z.string().describe('Id of the record.') } : {};
  return z.object({
    version: z.literal(version).describe('Of this schema.'),
    id: z.string().describe('The same whenever this event is told again.'),
    sequence: z
      .number()
      .int()
      .describe(
        'Grows with every event of the same record, or of the campaign itself: later events have higher numbers, with gaps.',
      ),
    campaign: z.string().describe('Id of the campaign.'),
    ...record,
    at: z.iso.datetime().describe('When it happened, ISO 8601 in UTC.'),
    ...publishedNames<z.ZodType>(shape),
  });
}

// schemas/events: a JSON Schema of the detail of each event, and the same as types of TypeScript,
// from the event catalogue. Every schema allows further properties: fields may be added within a
// version.
import { z } from 'zod';
import { type CatalogueEntry, EVENT_CATALOGUE } from '../lib/domain/events/event-schemas.ts';
import { docComment } from './doc-comment.ts';
import { typeText } from './type-text.ts';

export const schemaFile = ({ type, version }: CatalogueEntry): string =>
  `${type}.v${version}.schema.json`;

/** File name to its text. */
export function eventSchemas(): Readonly<Record<string, string>> {
  const schemas = EVENT_CATALOGUE.map((entry) => {
    const { $schema, ...rest } = detailSchema(entry);
    const title = `${entry.type}, version ${entry.version}`;
    const schema = { $schema, title, description: entry.says, ...rest };
    return [schemaFile(entry), `${JSON.stringify(schema, null, 2)}\n`];
  });
  return Object.fromEntries(schemas);
}

/**
 * Without what zod adds to formats and whole numbers: a pattern of 200 characters beside
 * `date-time`, the largest integer of JavaScript.
 */
const detailSchema = ({ detail }: CatalogueEntry) =>
  z.toJSONSchema(detail, {
    io: 'input',
    override({ jsonSchema }) {
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      if (jsonSchema.type !== 'integer') return;
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });

const HEAD = `// The events of Ringback, generated from the event catalogue: what stands in \`detail\` of an event
// on the bus, and in \`data\` of a webhook. See docs/events.md.

`;

export function eventTypes(): string {
  const interfaces = EVENT_CATALOGUE.map((entry) => {
    const schema = detailSchema(entry);
    return `${docComment(entry.says)}\nexport type ${typeName(entry.type)} = ${typeText(schema)};\n`;
  });
  const byType = EVENT_CATALOGUE.map(({ type }) => `  '${type}': ${typeName(type)};`);
  return [
    HEAD,
    interfaces.join('\n'),
    '\n/** The detail of each event by its detail type. */\n',
    `export interface RingbackEvents {\n${byType.join('\n')}\n}\n`,
    `
export type RingbackEventType = keyof RingbackEvents;

/** As EventBridge hands it over. */
export type BusEvent = {
  [T in RingbackEventType]: {
    readonly id: string;
    readonly source: 'ringback';
    readonly 'detail-type': T;
    readonly time: string;
    readonly detail: RingbackEvents[T];
  };
}[RingbackEventType];

/** The body of a webhook. */
export type WebhookBody = {
  [T in RingbackEventType]: {
    readonly type: T;
    /** When the event happened, ISO 8601. */
    readonly timestamp: string;
    readonly data: RingbackEvents[T];
  };
}[RingbackEventType];
`,
  ].join('');
}

/** call.priority-raised → CallPriorityRaised */
const typeName = (type: string): string =>
  type
    .split(/[.-]/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');

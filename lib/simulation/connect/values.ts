// Reads the values a flow refers to: `$.Attributes.x` and the like, alone or inside a text. A
// missing value reads as empty, as in Connect. A namespace that is not emulated is refused by name,
// except those that only actions which are not emulated could have filled: they are certainly
// empty.

import type { JsonObject, JsonValue } from '../../compiler/json.ts';
import { isObject } from '../../compiler/json.ts';
import { own } from '../../language/dictionary.ts';
import type { FlowContact, FlowScope } from './contact.ts';
import { NotEmulated } from './not-emulated.ts';

const PATH_INSIDE = /\$\.[A-Za-z]\w*(?:\.[\w-]+|\['[^']+'\]|\["[^"]+"\]|\[\d+\])*/g;
const WHOLE_PATH = new RegExp(`^${PATH_INSIDE.source}$`);

export interface Sources {
  readonly contact: FlowContact;
  readonly scope: FlowScope;
}

/** A text with every path in it replaced. */
export function readText(template: string, sources: Sources): string {
  return template.replace(PATH_INSIDE, (path) => asText(readPath(path, sources)));
}

/**
 * Any value with the paths in it replaced; a text that is one path becomes the value there,
 * whatever its type.
 */
export function readValue(value: JsonValue, sources: Sources): JsonValue {
  if (typeof value === 'string') {
    return isPath(value) ? (readPath(value, sources) ?? '') : readText(value, sources);
  }
  if (Array.isArray(value)) return value.map((item) => readValue(item, sources));
  return isObject(value) ? mapValues(value, (item) => readValue(item, sources)) : value;
}

function isPath(value: string): boolean {
  return WHOLE_PATH.test(value);
}

export function asText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function mapValues(
  object: JsonObject,
  change: (value: JsonValue) => JsonValue,
): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function readPath(path: string, sources: Sources): JsonValue | undefined {
  const [root = '', ...rest] = segments(path);
  const read = own(ROOTS, root);
  if (!read) throw new NotEmulated(`the value ${path}`);
  return rest.reduce<JsonValue | undefined>(child, read(sources));
}

function segments(path: string): readonly string[] {
  const found = path.slice(1).matchAll(/\.([\w-]+)|\['([^']+)'\]|\["([^"]+)"\]|\[(\d+)\]/g);
  return [...found].map(
    ([, plain, single, double, index]) => plain ?? single ?? double ?? index ?? '',
  );
}

function child(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

type Read = (sources: Sources) => JsonValue | undefined;

const endpoint = (number: string | undefined): JsonValue | undefined =>
  number === undefined ? undefined : { Address: number, Type: 'TELEPHONE_NUMBER' };
const empty: Read = () => undefined;

const ROOTS: Readonly<Record<string, Read>> = {
  Attributes: ({ contact }) => Object.fromEntries(contact.attributes),
  FlowAttributes: ({ scope }) => Object.fromEntries(scope.flowAttributes),
  External: ({ scope }) => scope.external,
  Modules: ({ scope }) => scope.modules,
  StoredCustomerInput: ({ contact }) => contact.storedInput,
  CustomerEndpoint: ({ contact }) => endpoint(contact.facts.customerNumber),
  SystemEndpoint: ({ contact }) => endpoint(contact.facts.systemNumber),
  ContactId: ({ contact }) => contact.facts.contactId,
  InitialContactId: ({ contact }) => contact.facts.initialContactId ?? contact.facts.contactId,
  PreviousContactId: ({ contact }) => contact.facts.previousContactId,
  Channel: () => 'VOICE',
  InitiationMethod: ({ contact }) => contact.facts.initiationMethod,
  InstanceARN: ({ contact }) => contact.facts.instanceArn,
  AwsRegion: ({ contact }) => contact.facts.region,
  LanguageCode: ({ contact }) => contact.languageCode,
  TextToSpeechVoiceId: ({ contact }) => contact.voice?.id,
  CustomerId: ({ contact }) => contact.customerId,
  Name: ({ contact }) => contact.name,
  Description: ({ contact }) => contact.description,
  Tags: ({ contact }) => Object.fromEntries(contact.tags),
  Queue: ({ contact }) => contact.target && { Name: contact.target.name, ARN: contact.target.arn },
  Metrics: ({ contact }) => contact.metrics,
  Lex: empty,
  Customer: empty,
  Case: empty,
  Views: empty,
  Wisdom: empty,
  References: empty,
  MediaStreams: empty,
};

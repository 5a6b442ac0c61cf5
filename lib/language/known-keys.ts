// Which keys a schema takes at a path: walked on the JSON Schema that editors use too.

import { z } from 'zod';
import { own } from './dictionary.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
}

export interface KnownKeys {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** What a key means, in the words of its schema. */
  readonly meaning: (key: string) => string | undefined;
}

export const allKeys = ({ required, optional }: KnownKeys): readonly string[] => [
  ...required,
  ...optional,
];

/** @param value the parsed file: a tile's keys depend on its kind */
export function knownKeys(
  schema: z.ZodType,
  value: unknown,
): (path: readonly PropertyKey[]) => KnownKeys {
  return (path) => {
    let at = jsonSchemaOf(schema);
    let here: unknown = value;
    for (const step of path) {
      at = stepInto(choose(at, here), step);
      here = (here as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step];
    }
    const { properties = {}, propertyNames, required = [] } = choose(at, here);
    const named = [...Object.keys(properties), ...(propertyNames?.enum ?? [])];
    return {
      required: named.filter((key) => required.includes(key)),
      optional: named.filter((key) => !required.includes(key)),
      meaning: (key) => own(properties, key)?.description,
    };
  };
}

const generated = new WeakMap<z.ZodType, JsonSchema>();

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = generated.get(schema);
  if (known) return known;
  const made = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  generated.set(schema, made);
  return made;
}

function stepInto(schema: JsonSchema, step: PropertyKey): JsonSchema {
  if (typeof step === 'number') return schema.items ?? {};
  const property = own(schema.properties ?? {}, String(step));
  if (property) return property;
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
}

/** The branch of a union that shares the most keys with the value; a matching `kind` decides. */
function choose(schema: JsonSchema, here: unknown): JsonSchema {
  const branches = schema.oneOf ?? schema.anyOf;
  if (!branches) return schema;
  const object = (typeof here === 'object' && here !== null ? here : {}) as Record<string, unknown>;
  const score = (branch: JsonSchema) =>
    Object.entries(branch.properties ?? {}).reduce(
      (sum, [key, property]) =>
        sum +
        (key in object ? 1 : 0) +
        (property.const !== undefined && property.const === object[key] ? 100 : 0),
      0,
    );
  return branches.toSorted((a, b) => score(b) - score(a))[0] ?? schema;
}

// A JSON Schema, as far as zod writes them for events, as a type of TypeScript.
import type { z } from 'zod';
import { docComment } from './doc-comment.ts';

type Schema = z.core.JSONSchema._JSONSchema;

export function typeText(schema: Schema, indent = ''): string {
  if (typeof schema === 'boolean') return 'unknown';
  const { const: only, enum: several, anyOf, type } = schema;
  if (only !== undefined) return literal(only);
  if (several !== undefined) return several.map(literal).join(' | ');
  if (anyOf !== undefined) return anyOf.map((each) => typeText(each, indent)).join(' | ');
  if (Array.isArray(type)) return type.map((each) => typeText({ type: each }, indent)).join(' | ');
  switch (type) {
    case 'object':
      return objectText(schema, indent);
    case 'array': {
      const { items } = schema;
      if (items === undefined || Array.isArray(items)) return 'readonly unknown[]';
      return `readonly (${typeText(items, indent)})[]`;
    }
    case 'string':
    case 'boolean':
      return type;
    case 'number':
    case 'integer':
      return 'number';
    default:
      throw new Error(`no type of TypeScript for ${JSON.stringify(schema)}`);
  }
}

function objectText(schema: Exclude<Schema, boolean>, indent: string): string {
  const { properties, additionalProperties, required = [] } = schema;
  if (properties === undefined) {
    return `Readonly<Record<string, ${typeText(additionalProperties ?? true, indent)}>>`;
  }
  const inner = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, property]) => {
    const says = typeof property === 'boolean' ? undefined : property.description;
    const key = /^[a-z]\w*$/i.test(name) ? name : `'${name}'`;
    const mark = required.includes(name) ? '' : '?';
    const text = `${inner}readonly ${key}${mark}: ${typeText(property, inner)};`;
    return says === undefined ? [text] : [docComment(says, inner), text];
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

// Input templates of rules (`<name>`) and pipes (`<$.path>`). A placeholder within a JSON string
// becomes part of that string; elsewhere it becomes a JSON value of its own.
// Source: EventBridge User Guide, "Transforming target input".
import type { Json } from '../json.ts';

/** Gives a placeholder's value; undefined when it leads nowhere. */
export type Lookup = (placeholder: string) => Json | undefined;

/** @returns JSON text, or plain text when the template is no JSON */
export function fillTemplate(template: string, lookup: Lookup): string {
  let inString = false;
  let filled = '';
  for (let i = 0; i < template.length; i++) {
    const character = template[i] ?? '';
    const end = character === '<' ? template.indexOf('>', i) : -1;
    const name = end > 0 ? template.slice(i + 1, end) : '';
    if (end > 0 && /^[\w$.[\]'-]+$/.test(name)) {
      const value = lookup(name);
      filled += inString ? withinString(value) : JSON.stringify(value ?? null);
      i = end;
      continue;
    }
    if (character === '"' && template[i - 1] !== '\\') inString = !inString;
    filled += character;
  }
  return filled;
}

function withinString(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(text).slice(1, -1);
}

/** What a filled template says: JSON if it is that, its text otherwise. */
export function parsedTemplate(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

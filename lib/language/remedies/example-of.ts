// A value that a schema accepts, to show the form where nothing that was written helps.
import { z } from 'zod';
import { formsOf, isAccepted } from './schemas-at.ts';

type Schema = z.core.$ZodType;

/** One for each form of text in the language; the first that is accepted is shown. */
const TEXTS = [
  'main',
  '2 h',
  '30 s',
  '10 min',
  '09:00-17:00',
  '08-12',
  'mon-fri',
  '50%',
  '2%',
  'PL',
  'Europe/Warsaw',
  '+48221234567',
  'office@example.com',
  'welcome.wav',
  '2026-12-24',
  '2026-12-24T15:00',
  '15:00',
  'https://api.example.com/orders',
  '>= 4',
  '101',
  'arn:aws:connect:eu-central-1:111122223333:instance/…',
  'MEDIKA',
  'Ola',
  'busy',
  'hangs up',
  'order.state',
  'X-Api-Key',
] as const;

const found = new WeakMap<Schema, { readonly example: unknown }>();

/** Undefined where none is at hand. */
export function exampleOf(schema: Schema): unknown {
  const known = found.get(schema);
  if (known) return known.example;
  const example = formsOf(schema, undefined)
    .map(exampleOfForm)
    .find((one) => one !== undefined && isAccepted([schema], one));
  found.set(schema, { example });
  return example;
}

function exampleOfForm(form: Schema): unknown {
  if (form instanceof z.ZodLiteral) return form.value;
  if (form instanceof z.ZodEnum) return form.options[0];
  if (form instanceof z.ZodBoolean) return true;
  if (form instanceof z.ZodArray) return listOf(form.element);
  if (form instanceof z.ZodRecord) return mapOf(form);
  if (form instanceof z.ZodObject) return blockOf(form);
  if (form instanceof z.ZodNumber) return [1, 10, 50, 0].find((one) => isAccepted([form], one));
  return TEXTS.find((text) => isAccepted([form], text));
}

function listOf(element: Schema): unknown {
  const item = exampleOf(element);
  return item === undefined ? undefined : [item];
}

function mapOf({ keyType, valueType }: z.ZodRecord): unknown {
  const [key, value] = [exampleOf(keyType), exampleOf(valueType)];
  return key === undefined || value === undefined ? undefined : { [String(key)]: value };
}

/** With the keys it needs only, or with its first. */
function blockOf({ shape }: z.ZodObject): unknown {
  const members = Object.entries(shape);
  const needed = members.filter(([, member]) => !isAccepted([member], undefined));
  const shown = needed.length > 0 ? needed : members.slice(0, 1);
  return Object.fromEntries(shown.map(([key, member]) => [key, exampleOf(member)]));
}

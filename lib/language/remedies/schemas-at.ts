// Which schemas hold for a place in a file: several where a value may be of several forms. What a
// remedy proposes is tried on them first.
import { z } from 'zod';
import type { Path } from '../read-yaml.ts';

type Schema = z.core.$ZodType;

/** @param value the parsed file: a tile's schema depends on its kind */
export function schemasAt(schema: Schema, value: unknown, path: Path): readonly Schema[] {
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const within = memberOf(value, step);
  return formsOf(schema, value).flatMap((form) => {
    const next = stepInto(form, step);
    return next ? schemasAt(next, within, rest) : [];
  });
}

/** The schemas of a key: only in a map whose keys authors choose. */
export function keySchemasAt(schema: Schema, value: unknown, path: Path): readonly Schema[] {
  return schemasAt(schema, value, path.slice(0, -1))
    .flatMap((one) => formsOf(one, undefined))
    .flatMap((form) => (form instanceof z.ZodRecord ? [form.keyType] : []));
}

export const isAccepted = (schemas: readonly Schema[], value: unknown): boolean =>
  schemas.some((schema) => z.safeParse(schema, value).success);

export function memberOf(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<PropertyKey, unknown>>)[step];
}

/** Without what a default or a transformation adds; of a union by kind, the form of that kind. */
export function formsOf(schema: Schema, value: unknown): readonly Schema[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  )
    return formsOf(schema.unwrap(), value);
  if (schema instanceof z.ZodPipe) return formsOf(schema.in, value);
  if (schema instanceof z.ZodUnion) {
    const forms = schema.options.flatMap((option) => formsOf(option, value));
    const kind = memberOf(value, 'kind');
    const ofKind = forms.filter((form) => kind !== undefined && isOfKind(form, kind));
    return ofKind.length > 0 ? ofKind : forms;
  }
  return [schema];
}

const isOfKind = (form: Schema, kind: unknown): boolean =>
  form instanceof z.ZodObject &&
  form.shape.kind instanceof z.ZodLiteral &&
  form.shape.kind.value === kind;

function stepInto(form: Schema, step: PropertyKey): Schema | undefined {
  if (form instanceof z.ZodArray) return typeof step === 'number' ? form.element : undefined;
  if (form instanceof z.ZodRecord) return form.valueType;
  if (!(form instanceof z.ZodObject)) return undefined;
  const shape: Readonly<Record<PropertyKey, Schema>> = form.shape;
  return Object.hasOwn(shape, step) ? shape[step] : undefined;
}

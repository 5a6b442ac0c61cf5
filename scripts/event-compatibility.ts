// Whether a reader of an event's old schema can read events of the new one: what was there is still
// there, is still always there if it was, and has every kind and value it had. More may come.

/** As far as the schemas of events use JSON Schema. */
export interface Shape {
  readonly type?: string | readonly string[] | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly items?: Shape | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly additionalProperties?: Shape | boolean | undefined;
  readonly required?: readonly string[] | undefined;
}

/** What a reader would stumble over, each with its place. */
export function incompatibilities(old: Shape, now: Shape | undefined, at = ''): readonly string[] {
  const place = at === '' ? 'the event' : at;
  if (now === undefined) return [`${place} is gone`];
  return [
    ...kindsLost(old, now, place),
    ...valuesLost(old, now, place),
    ...requirementsLost(old, now, at),
    ...Object.entries(old.properties ?? {}).flatMap(([name, property]) =>
      incompatibilities(property, now.properties?.[name], inside(at, name)),
    ),
    ...(old.items === undefined ? [] : incompatibilities(old.items, now.items, `${at}[]`)),
    ...mapLost(old, now, at),
  ];
}

const inside = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

const kindsOf = ({ type, anyOf }: Shape): readonly string[] =>
  anyOf === undefined ? [type ?? []].flat() : anyOf.flatMap(kindsOf);

function kindsLost(old: Shape, now: Shape, place: string): readonly string[] {
  const left = new Set(kindsOf(now));
  return kindsOf(old)
    .filter((kind) => !left.has(kind))
    .map((kind) => `${place} is no longer of type ${kind}`);
}

function valuesLost(old: Shape, now: Shape, place: string): readonly string[] {
  const values = ({ const: only, enum: several }: Shape) => (only === undefined ? several : [only]);
  const left = values(now);
  if (left === undefined) return [];
  const before = values(old);
  if (before === undefined) return [`${place} has only certain values now`];
  return before
    .filter((value) => !left.includes(value))
    .map((value) => `${place} can no longer be ${JSON.stringify(value)}`);
}

function requirementsLost(old: Shape, now: Shape, at: string): readonly string[] {
  const still = new Set(now.required);
  return (old.required ?? [])
    .filter((name) => now.properties?.[name] !== undefined && !still.has(name))
    .map((name) => `${inside(at, name)} may be missing now`);
}

function mapLost(old: Shape, now: Shape, at: string): readonly string[] {
  const { additionalProperties: before } = old;
  if (typeof before !== 'object') return [];
  const { additionalProperties: after } = now;
  return incompatibilities(before, typeof after === 'object' ? after : undefined, inside(at, '*'));
}

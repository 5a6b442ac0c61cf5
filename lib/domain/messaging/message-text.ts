// What a message says: a Liquid template over the fields of a record and, under `parameters`, what
// rules have added to it (SMS-5, CBR-11, CBR-12, CBR-15). Messages are plain text, so nothing is
// escaped. A template reaches no files, no clock and no dice: the same record, the same text.
import { Liquid } from 'liquidjs';

const engine = makeEngine();

type TemplateScope = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** No record field: the parameters that rules have added. */
export const PARAMETERS = 'parameters';

/**
 * Raises liquidjs' error when the template is broken; the checks refuse such a template beforehand.
 */
export function renderMessage(template: string, scope: TemplateScope): string {
  return engine.parseAndRenderSync(template, scope).trim();
}

/**
 * The text for one record; undefined when its values break the template, e.g. a date that is none.
 */
export function messageFor(template: string, scope: TemplateScope): string | undefined {
  try {
    return renderMessage(template, scope);
  } catch {
    // what the engine says may repeat the value, so it is passed on to nobody
    return undefined;
  }
}

export type TemplateFacts =
  | {
      readonly kind: 'valid';
      readonly fields: readonly string[];
      /** Parameters it reads by name. */
      readonly parameters: readonly string[];
    }
  | { readonly kind: 'broken'; readonly reason: string };

/** The record fields a template reads, or why it is none. */
export function readTemplate(template: string): TemplateFacts {
  try {
    const parsed = engine.parse(template);
    return {
      kind: 'valid',
      fields: engine.globalVariablesSync(parsed),
      parameters: parametersRead(engine.globalVariableSegmentsSync(parsed)),
    };
  } catch (cause) {
    return { kind: 'broken', reason: reasonOf(cause) };
  }
}

/** @param variables each as the names that lead to it; a name may itself be a variable */
function parametersRead(variables: readonly (readonly unknown[])[]): readonly string[] {
  const names = variables.flatMap(([root, name]) =>
    root === PARAMETERS && typeof name === 'string' ? [name] : [],
  );
  return [...new Set(names)];
}

function makeEngine(): Liquid {
  const liquid = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    parseLimit: 100_000,
    renderLimit: 1000,
    memoryLimit: 1_000_000,
  });
  for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag];
  for (const filter of ['sample', 'date_to_string', 'date_to_long_string', 'date_to_rfc822']) {
    delete liquid.filters[filter];
  }
  liquid.registerFilter('date', formatDay);
  return liquid;
}

/** Formats a field of type date (YYYY-MM-DD): %d, %m, %Y and %y; other values stay as they are. */
function formatDay(value: unknown, format: unknown): string {
  const text = String(value ?? '');
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || typeof format !== 'string') return text;
  const parts: Readonly<Record<string, string | undefined>> = {
    '%d': day,
    '%m': month,
    '%Y': year,
    '%y': year.slice(2),
  };
  return format.replaceAll(/%[dmYy]/g, (code) => parts[code] ?? code);
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const [first = ''] = cause.message.split('\n');
  return first.replace(/, (file|line):.*$/, '');
}

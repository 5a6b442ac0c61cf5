// The JSONPath and the one intrinsic function that compiled rules use, prepared into functions.
import { NotSupported } from './not-supported.ts';

export type Read = (data: unknown) => unknown;
type Step = string;

const STEP = /^(?:\.([A-Za-z_][\w-]*)|\['([^']+)'\])/;

/** "$.facts.values['count']" to its steps. */
function steps(path: string): readonly Step[] {
  const found: Step[] = [];
  if (!path.startsWith('$')) throw new NotSupported(`the path '${path}'`);
  for (let rest = path.slice(1); rest !== ''; ) {
    const match = STEP.exec(rest);
    if (!match) throw new NotSupported(`the path '${path}'`);
    found.push(match[1] ?? match[2] ?? '');
    rest = rest.slice(match[0].length);
  }
  return found;
}

/** Reads a path; what is not there is an error of its own name, as in Step Functions. */
export function reader(path: string): Read {
  const trail = steps(path);
  return (data) => {
    let at: unknown = data;
    for (const step of trail) {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) {
        throw new PathFailure(path);
      }
      at = (at as Readonly<Record<string, unknown>>)[step];
    }
    return at;
  };
}

/** Puts a result where ResultPath says, leaving the rest as it was. */
export function writer(path: string): (data: unknown, result: unknown) => unknown {
  const trail = steps(path);
  const put = (data: unknown, depth: number, result: unknown): unknown => {
    const step = trail[depth];
    if (step === undefined) return result;
    const object = (typeof data === 'object' && data !== null ? data : {}) as object;
    const inner = (object as Readonly<Record<string, unknown>>)[step];
    return { ...object, [step]: put(inner, depth + 1, result) };
  };
  return (data, result) => put(data, 0, result);
}

const FORMAT = /^States\.Format\('((?:[^'\\]|\\.)*)'((?:\s*,\s*\$[^,)]*)*)\)$/;

/** A value of a field whose name ends in ".$": a path, or States.Format over paths. */
export function expression(text: string): Read {
  if (text.startsWith('$')) return reader(text);
  const [, template, list] = FORMAT.exec(text) ?? [];
  if (template === undefined || list === undefined)
    throw new NotSupported(`the expression '${text}'`);
  const texts = template.split('{}');
  const reads = list
    .split(',')
    .slice(1)
    .map((path) => reader(path.trim()));
  if (reads.length !== texts.length - 1) throw new NotSupported(`the expression '${text}'`);
  return (data) => texts.reduce((whole, part, i) => whole + String(reads[i - 1]?.(data)) + part);
}

class PathFailure extends Error {
  override readonly name = 'States.ParameterPathFailure';

  constructor(path: string) {
    super(`there is nothing at '${path}'`);
  }
}

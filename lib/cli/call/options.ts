// The arguments of `ringback call`, read, or rejected with a clear message.
import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { CallTime, From, Given } from '../../language/schema/ivr-test.ts';
import { orWrong, parsed } from '../arguments.ts';
import type { Wrong } from '../option-values.ts';

export const HELP = `ringback call <folder> <number> [options]

Calls a number of the centre in this terminal, through the compiled flows. What callers hear is printed, and you type the
keys. In a queue, time stops until you say how long to wait or that an agent takes the call. No real call is made.

  <number>            an own number, by its id in centre.yaml or in international form
  --from <number>     the number you call from, or withheld     (+48500000000)
  --at <moment>       when you call, in the centre's time       (now)
  --given <file>      YAML with the situation before the call: records, agents, full, over, answers; as in
                      ivrs/<id>.test.yaml
  --answers <file>    YAML or JSON: what the service answers for each block, JSON or "failed"; otherwise you are asked
  --trace             shows the blocks the call passes

Type during the call: a key or digits, Enter for silence, "wait 90 s", "agent", "hang up".`;

export interface CallOptions {
  readonly folder: string;
  readonly number: string;
  readonly from: string;
  /** Local date and time; undefined: now. */
  readonly at: string | undefined;
  readonly given: z.output<typeof Given>;
  readonly trace: boolean;
}

export const readCallOptions = (args: readonly string[]): CallOptions | Wrong =>
  orWrong(() => {
    const { values, positionals } = parsed(args, {
      from: { type: 'string', default: '+48500000000' },
      at: { type: 'string' },
      given: { type: 'string' },
      answers: { type: 'string' },
      trace: { type: 'boolean', default: false },
    });
    const [folder, number, more] = positionals;
    if (folder === undefined) return { wrong: 'name the folder of a contact centre' };
    if (number === undefined) return { wrong: 'name the number to call' };
    if (more !== undefined) return { wrong: `only one number at a time; remove '${more}'` };
    const from = From.safeParse(values.from);
    if (!from.success) {
      return {
        wrong: `--from takes "withheld" or a number such as +48500000000, not '${values.from}'`,
      };
    }
    if (values.at !== undefined && !CallTime.safeParse(values.at).success) {
      return {
        wrong: `--at takes a local date and time such as 2026-12-24T15:00, not '${values.at}'`,
      };
    }
    const given = readGiven(values.given, values.answers);
    if ('wrong' in given) return given;
    return {
      folder,
      number,
      from: from.data,
      at: values.at,
      given: given.given,
      trace: values.trace,
    };
  });

function readGiven(
  givenFile: string | undefined,
  answersFile: string | undefined,
): { readonly given: z.output<typeof Given> } | Wrong {
  const given = givenFile === undefined ? {} : readYaml(givenFile);
  const answers = answersFile === undefined ? undefined : readYaml(answersFile);
  const read = Given.safeParse({ ...given, ...(answers && { answers }) });
  if (read.success) return { given: read.data };
  const [issue] = read.error.issues;
  const file = issue?.path[0] === 'answers' ? (answersFile ?? givenFile) : givenFile;
  return { wrong: `${file}: ${issue?.path.join('.')}: ${issue?.message}` };
}

function readYaml(file: string): Readonly<Record<string, unknown>> {
  const value = parsedYaml(file);
  if (typeof value !== 'object' || Array.isArray(value))
    throw new RangeError(`${file} must contain a map of keys and values`);
  return value as Readonly<Record<string, unknown>>;
}

/** @throws RangeError that names the file */
function parsedYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8')) ?? {};
  } catch (error) {
    if (error instanceof YAMLParseError)
      throw new RangeError(`${file} is not valid YAML: ${error.message.split('\n')[0]}`);
    throw new RangeError(`'${file}' cannot be read; is the path right?`);
  }
}

// `ringback flows validate`: would Connect publish these files? Works for any flow, not only ours,
// because CloudFormation reports a refused flow without the reasons.

import { readFile } from 'node:fs/promises';
import { FLOW_TYPES, type FlowType } from '../compiler/flows/flow.ts';
import { flowTypeOf } from '../compiler/flows/flow-document.ts';
import type { FlowProblem } from '../compiler/flows/flow-problem.ts';
import { placeholdersOf } from '../compiler/flows/placeholders.ts';
import { validateFlow } from '../compiler/flows/validate-flow.ts';
import type { JsonValue } from '../compiler/json.ts';
import { didYouMean } from '../language/nearest.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import type { Io } from './command.ts';
import type { Wrong } from './option-values.ts';

export const HELP = `ringback flows validate [--type CONTACT_FLOW] [--json] <file.json>...

Lists why Amazon Connect would reject these flows, whoever wrote them. A file contains a flow, or a wrapper around
one: the answer of describe-contact-flow, or an object with Name, Type and Content. Exits with 1 if a flow has an
error or an id that was left blank; warnings are about what is unusual, but not known to be rejected.

  --type   the type of the flows, such as CUSTOMER_QUEUE or MODULE; by default the type stated in the file,
           else CONTACT_FLOW
  --json   [{ file, problems: [{ action, kind, message }] }], kind being error, placeholder or warning`;

const TYPES: readonly FlowType[] = [...FLOW_TYPES, 'MODULE'];

interface Options {
  readonly files: readonly string[];
  /** Absent: the type stated in the file, else a contact flow. */
  readonly type: FlowType | undefined;
  readonly json: boolean;
}

interface Checked {
  readonly file: string;
  readonly problems: readonly FlowProblem[];
  readonly placeholders: readonly string[];
}

/** @returns the exit code: 0 no errors, 1 errors or blank ids, 2 wrong arguments */
export async function flowsValidate(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args);
  if ('wrong' in options) return misused(io, 'flows', options);
  const checked = await Promise.all(options.files.map((file) => checkFile(file, options.type)));
  if (options.json) io.out(JSON.stringify(checked.map(forMachines), null, 2));
  else for (const result of checked) print(result, io);
  const isPublishable = ({ problems }: Checked) => problems.every(({ kind }) => kind === 'warning');
  return checked.every(isPublishable) ? 0 : 1;
}

const readOptions = (args: readonly string[]): Options | Wrong =>
  orWrong(() => {
    const { values, positionals } = parsed(args, {
      type: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const type = TYPES.find((known) => known === values.type);
    if (values.type !== undefined && !type)
      return { wrong: `there is no flow type '${values.type}'. ${didYouMean(values.type, TYPES)}` };
    if (positionals.length === 0) return { wrong: 'name a file' };
    return { files: positionals, type, json: values.json };
  });

async function checkFile(file: string, type: FlowType | undefined): Promise<Checked> {
  const content = await readJson(file);
  if ('trouble' in content) {
    const problem = { kind: 'error', message: content.trouble } as const;
    return { file, problems: [problem], placeholders: [] };
  }
  const { value } = content;
  const problems = validateFlow(value, type ?? flowTypeOf(value));
  return { file, problems, placeholders: placeholdersOf(value) };
}

async function readJson(file: string): Promise<{ value: JsonValue } | { trouble: string }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return { trouble: unreadable(error) };
  }
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue };
  } catch (error) {
    return { trouble: `not JSON: ${messageOf(error)}` };
  }
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'this is a directory; name the flow files in it';
  return `cannot be read: ${messageOf(error)}`;
}

function print({ file, problems, placeholders }: Checked, io: Io): void {
  if (problems.length === 0) io.out(`${file}: no problems`);
  for (const problem of problems) {
    const where = problem.action === undefined ? file : `${file}: action '${problem.action}'`;
    const kind = problem.kind === 'error' ? '' : `${problem.kind}: `;
    io.out(`${where}: ${kind}${sentence(problem)}`);
  }
  if (placeholders.length > 0) {
    io.err(`${file}: replace before publishing: ${placeholders.join(' ')}`);
  }
}

function forMachines({ file, problems }: Checked): JsonValue {
  return {
    file,
    problems: problems.map((problem) => ({
      ...(problem.action !== undefined && { action: problem.action }),
      kind: problem.kind,
      message: sentence(problem),
    })),
  };
}

function sentence({ message, remedy }: FlowProblem): string {
  return remedy === undefined ? message : `${message} (${remedy})`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

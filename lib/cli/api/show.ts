// An answer of the API, shown.
import type { Io } from '../command.ts';
import type { ApiResult } from './client.ts';

/** The answer as it came, or in lines; problems go to standard error. */
export function show(
  answer: ApiResult,
  lines: (body: unknown) => readonly string[],
  json: boolean,
  io: Io,
): number {
  if (json) io.out(JSON.stringify(answer.body ?? null));
  else if (answer.kind === 'done') for (const line of lines(answer.body)) io.out(line);
  else for (const line of answer.lines) io.err(line);
  return answer.kind === 'done' ? 0 : 1;
}

// `ringback flows <what>`: work with flows of Amazon Connect.
import { misused } from './arguments.ts';
import type { Command } from './command.ts';
import { flowsValidate, HELP as VALIDATE_HELP } from './flows-validate.ts';

export const HELP = VALIDATE_HELP;

export const flows: Command = (args, io) => {
  const [what, ...rest] = args;
  if (what === 'validate') return flowsValidate(rest, io);
  const wrong =
    what === undefined
      ? "say what to do: 'flows validate'"
      : `there is no 'flows ${what}'; did you mean 'flows validate'?`;
  return Promise.resolve(misused(io, 'flows', { wrong }));
};

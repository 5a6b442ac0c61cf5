// `ringback flows <what>`: work with flows of Amazon Connect.
import type { Command } from './command.ts';
import { flowsValidate, HELP as VALIDATE_HELP } from './flows-validate.ts';

export const HELP = VALIDATE_HELP;

export const flows: Command = (args, io) => {
  const [what, ...rest] = args;
  if (what === 'validate') return flowsValidate(rest, io);
  const trouble =
    what === undefined ? "say what to do, such as 'flows validate'" : `there is no 'flows ${what}'`;
  io.err(`${trouble}\n\n${HELP}`);
  return Promise.resolve(2);
};

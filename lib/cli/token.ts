// `ringback token`: a token for the API of the local run in this folder.
import { didYouMean } from '../language/nearest.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import type { Command } from './command.ts';
import { localToken, TOKEN_FOR, type TokenFor } from './local-token.ts';
import type { Wrong } from './option-values.ts';
import { NOTHING_RUNS, readRunning } from './running.ts';

export const HELP = `ringback token [options]

Prints an access token for the API of the local run that is going on in this folder (npm start -- --stay), good for an
hour. The address of the API is in .ringback/running.json.

  --as <role>        administrator, supervisor, agent or integrator    (administrator)
  --user <name>      who of those with the role                        (the first)

  curl -H "authorization: Bearer $(npx ringback token)" <address>/v1/campaigns`;

export const token: Command = async (args, io) => {
  const given = read(args);
  if ('wrong' in given) return misused(io, 'token', given);
  const running = await readRunning();
  if (running === undefined) {
    io.err(NOTHING_RUNS);
    return 1;
  }
  const got = await localToken(running, given.as, given.user);
  if ('wrong' in got) {
    io.err(got.wrong);
    return 1;
  }
  io.out(got.token);
  return 0;
};

const read = (args: readonly string[]): { as: TokenFor; user: string | undefined } | Wrong =>
  orWrong(() => {
    const { values, positionals } = parsed(args, {
      as: { type: 'string', default: 'administrator' },
      user: { type: 'string' },
    });
    const [stray] = positionals;
    if (stray !== undefined) return { wrong: `'${stray}' belongs to no option` };
    const as = TOKEN_FOR.find((role) => role === values.as);
    if (as === undefined)
      return { wrong: `there is no role '${values.as}'. ${didYouMean(values.as, TOKEN_FOR)}` };
    return { as, user: values.user };
  });

// `ringback token`: a token for the API of the local run in this folder.
import { didYouMean } from '../language/nearest.ts';
import { type DeployedSource, deployedApi } from './api/deployed.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import type { Command, Io } from './command.ts';
import { localToken, TOKEN_FOR, type TokenFor } from './local-token.ts';
import type { Wrong } from './option-values.ts';
import { NOTHING_RUNS, readRunning } from './running.ts';

export const HELP = `ringback token [options]

Prints an access token for the API of the local run that is going on in this folder (npm start -- --stay), good for an
hour. The address of the API is in .ringback/running.json.

  --as <role>        administrator, supervisor, agent or integrator    (administrator)
  --user <name>      who of those with the role                        (the first)
  --profile <name>   of your AWS settings: a token of a program of the deployment --name (ringback), the first
                     or --program

  curl -H "authorization: Bearer $(npx ringback token)" <address>/v1/campaigns`;

export const token: Command = async (args, io) => {
  const given = read(args);
  if ('wrong' in given) return misused(io, 'token', given);
  if (given.profile !== undefined) return printDeployed({ ...given, profile: given.profile }, io);
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

async function printDeployed(source: DeployedSource, io: Io): Promise<number> {
  const deployed = await deployedApi(source);
  if ('wrong' in deployed) io.err(deployed.wrong);
  else io.out(deployed.token);
  return 'wrong' in deployed ? 1 : 0;
}

interface Given extends DeployedSource {
  readonly as: TokenFor;
  readonly user: string | undefined;
}

const read = (args: readonly string[]): Given | Wrong =>
  orWrong<Given>(() => {
    const { values, positionals } = parsed(args, {
      as: { type: 'string', default: 'administrator' },
      user: { type: 'string' },
      profile: { type: 'string' },
      name: { type: 'string', default: 'ringback' },
      program: { type: 'string' },
    });
    const [stray] = positionals;
    if (stray !== undefined) return { wrong: `'${stray}' belongs to no option` };
    const as = TOKEN_FOR.find((role) => role === values.as);
    if (as === undefined)
      return { wrong: `there is no role '${values.as}'. ${didYouMean(values.as, TOKEN_FOR)}` };
    const { user, profile, name, program } = values;
    return { as, user, profile, name, program };
  });

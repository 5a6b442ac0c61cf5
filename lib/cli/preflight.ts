// `ringback preflight`: what of the account would stop a deployment or its first calls, asked
// before the deployment.
import { RESOURCE_SERVER, ROLES } from '../api/roles.ts';
import type { Account } from '../application/deployment/account.ts';
import { preflight } from '../application/deployment/preflight.ts';
import type { PreflightRow } from '../application/deployment/preflight-row.ts';
import { accountClients, awsAccount } from '../aws/account/aws-account.ts';
import { secretNamesOf } from '../infra/secret-names.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import { checkedFolder } from './checked-folder.ts';
import type { Command, Io } from './command.ts';
import { DEFAULT_NAME, DEPLOYED_FOLDER } from './default-folder.ts';
import { USER_POOL_ARN } from './deployment-settings.ts';
import type { Wrong } from './option-values.ts';

export const HELP = `ringback preflight [folder] [options]

Asks the AWS account what no template can know, before a deployment: quotas of Lambda and Connect, sandboxes of
SES and End User Messaging, senders and mailboxes, and names that are taken. It only reads.

  --name <name>      the deployment's name, as in -c name=…     (${DEFAULT_NAME})
  --user-pool <arn>  the user pool it is to use, as in -c userPool=…
  --json             one JSON object

The account and region are those your AWS settings name. The folder is that of the contact centre
(${DEPLOYED_FOLDER}). Exit code 1 when something would stop the deployment, the calls or the messages.`;

export const preflightCommand = preflightOf(() => awsAccount(accountClients()));

export function preflightOf(account: () => Account): Command {
  return async (args, io) => {
    const given = read(args);
    if ('wrong' in given) return misused(io, 'preflight', given);
    const checked = await checkedFolder(given.folder);
    if (checked.kind === 'refused') {
      for (const line of checked.lines) io.err(line);
      return 1;
    }
    const { definitions } = checked;
    const { name, userPool: arn } = given;
    const userPool =
      arn === undefined ? undefined : { arn, groups: ROLES, scopes: RESOURCE_SERVER };
    const secrets = secretNamesOf(name, definitions);
    const rows = await preflight({ name, definitions, secrets, userPool }, account());
    if (rows.length > 0 && rows.every(({ verdict }) => verdict === 'unknown')) {
      io.err('the account did not answer: are your AWS credentials and region set?');
      return 1;
    }
    const stops = rows.filter(({ verdict }) => verdict === 'stops').length;
    if (given.json) io.out(JSON.stringify({ ok: stops === 0, rows }));
    else show(rows, io);
    return stops === 0 ? 0 : 1;
  };
}

const WORDS: Readonly<Record<PreflightRow['verdict'], string>> = {
  ready: 'ready',
  limits: 'limits',
  stops: 'STOPS',
  unknown: 'unknown',
};

function show(rows: readonly PreflightRow[], io: Io): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, found, needed, verdict, todo } of rows) {
    const wanted = needed === '' || verdict === 'ready' ? '' : `, needed: ${needed}`;
    io.out(`${WORDS[verdict].padEnd(7)}  ${what.padEnd(width)}  ${found}${wanted}`);
    if (todo !== undefined) io.out(`${' '.repeat(width + 11)}${todo}`);
  }
  const count = (verdict: PreflightRow['verdict']) =>
    rows.filter((row) => row.verdict === verdict).length;
  io.out('');
  io.out(
    `${count('ready')} ready, ${count('limits')} limiting, ${count('stops')} stopping, ${count('unknown')} unknown`,
  );
}

interface PreflightOptions {
  readonly folder: string;
  readonly name: string;
  readonly userPool: string | undefined;
  readonly json: boolean;
}

function read(args: readonly string[]): PreflightOptions | Wrong {
  return orWrong(() => {
    const { values, positionals } = parsed(args, {
      name: { type: 'string', default: DEFAULT_NAME },
      'user-pool': { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [folder = DEPLOYED_FOLDER, more] = positionals;
    if (more !== undefined) return { wrong: `only one folder at a time; remove '${more}'` };
    const { name, json, 'user-pool': userPool } = values;
    if (userPool !== undefined && !USER_POOL_ARN.test(userPool))
      return { wrong: `--user-pool takes the ARN of a user pool, not '${userPool}'` };
    return { folder, name, userPool, json };
  });
}

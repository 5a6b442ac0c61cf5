import { describe, expect, it } from 'vitest';
import type { Account } from '../../../lib/application/deployment/account.ts';
import { preflightOf } from '../../../lib/cli/preflight.ts';
import { accountThat, EMPTY_ACCOUNT } from '../../support/an-account.ts';

async function run(args: readonly string[], account: Account = EMPTY_ACCOUNT) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await preflightOf(() => account)(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

describe('ringback preflight', () => {
  it('shows a table with what to do, and ends with 0 when nothing stops', async () => {
    const { code, out } = await run([]);

    expect(code).toBe(0);
    expect(out[0]).toBe(
      'limits   Lambda functions at once          10, needed: 96, when everything is busy',
    );
    expect(out[1]).toMatch(/^ {43}ask for 1,000 \(Service Quotas/);
    expect(out).toContain('ready    Numbers of an instance            5');
    expect(out.at(-1)).toBe('5 ready, 1 limiting, 0 stopping, 0 unknown');
  });

  it('ends with 1 when something stops, as JSON too', async () => {
    const { code, out } = await run(['examples/clinic-recall', '--json']);

    expect(code).toBe(1);
    const { ok, rows } = JSON.parse(out.join('\n'));
    expect(ok).toBe(false);
    expect(rows).toContainEqual({
      what: 'E-mail',
      found: 'sandbox',
      needed: 'open',
      verdict: 'stops',
      todo: 'leave the sandbox (SES): only verified addresses receive anything',
    });
  });

  it('asks under the name of the deployment', async () => {
    const asked: string[] = [];
    const account = accountThat({
      deployed: async (name) => {
        asked.push(name);
        return { data: false, connect: false, api: false };
      },
      secretsNamed: async (names) => {
        asked.push(...names);
        return new Set();
      },
    });

    await run(['examples/medika-reception', '--name', 'north'], account);

    expect(asked).toEqual(['north', 'north/keys/pseudonyms', 'north/laboratory']);
  });

  it('looks at the user pool that is to be used', async () => {
    const arn = 'arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_Team';
    const pool = (groups: readonly string[], hasScopes = false) =>
      accountThat({ userPool: async () => ({ groups: new Set(groups), hasScopes }) });
    const rowOf = async (account: Account) => {
      const { out } = await run(['--user-pool', arn], account);
      return out.find((line) => line.includes('User pool'))?.replaceAll(/ {2,}/g, ' ');
    };
    const deployed = {
      ...pool(['agent'], true),
      deployed: async () => ({ data: true, connect: true, api: true }),
    };

    expect(await rowOf(pool(['staff']))).toBe('ready User pool eu-central-1_Team there');
    expect(await rowOf(pool(['agent', 'staff'], true))).toBe(
      'STOPS User pool eu-central-1_Team has groups agent and resource server ringback, needed: without them',
    );
    expect(await rowOf(deployed)).toBe('ready User pool eu-central-1_Team there');
    expect(await rowOf(EMPTY_ACCOUNT)).toBe(
      'STOPS User pool eu-central-1_Team not in this account and region, needed: there',
    );
  });

  it('says so when the account tells nothing at all', async () => {
    const refuses = () => Promise.reject(new Error('no credentials'));
    const account = Object.fromEntries(
      Object.keys(EMPTY_ACCOUNT).map((question) => [question, refuses]),
    );

    const { code, err } = await run([], accountThat(account));

    expect(code).toBe(1);
    expect(err).toEqual(['the account did not answer: are your AWS credentials and region set?']);
  });

  it.each([
    [['a', 'b'], "only one folder at a time; remove 'b'"],
    [['--nmae', 'x'], '--nmae'],
    [['--user-pool', 'team'], '--user-pool takes the ARN of a user pool'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await run(args);

    expect(code).toBe(2);
    expect(err.join('\n')).toContain(message);
  });
});

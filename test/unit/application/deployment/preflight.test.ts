import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../lib/application/deployment/account.ts';
import { preflight } from '../../../../lib/application/deployment/preflight.ts';
import type { PreflightRow } from '../../../../lib/application/deployment/preflight-row.ts';
import type { Definitions } from '../../../../lib/language/definitions.ts';
import { accountThat, EMPTY_ACCOUNT } from '../../../support/an-account.ts';
import { definitions, REPLIES } from '../../../support/definitions.ts';
import { exampleDefinitions } from '../../infra/deployment.ts';

const small = await exampleDefinitions('examples/dental-recall');
const clinic = await exampleDefinitions();
const SECRETS = ['ringback/keys/pseudonyms'];

const rowsOf = (definitions: Definitions, account: Account = EMPTY_ACCOUNT) =>
  preflight({ name: 'ringback', definitions, secrets: SECRETS }, account);
const verdicts = (rows: readonly PreflightRow[]) =>
  Object.fromEntries(rows.map(({ what, verdict }) => [what, verdict]));

describe('before a deployment into an empty account', () => {
  it('nothing stops the example that the README deploys', async () => {
    const rows = await rowsOf(small);

    expect(verdicts(rows)).toEqual({
      'Lambda functions at once': 'limits',
      'Numbers of an instance': 'ready',
      'Queues of an instance': 'ready',
      'Concurrent calls of an instance': 'ready',
      'Rate of calls, each second': 'ready',
      'Connect instances in this region': 'ready',
    });
    expect(rows[0]).toMatchObject({
      found: '10',
      needed: '96, when everything is busy',
      todo: expect.stringContaining('-c concurrency=10'),
    });
  });

  it('calls that detect machines, sandboxes, senders and mailboxes stop the clinic', async () => {
    const stops = (await rowsOf(clinic)).filter(({ verdict }) => verdict === 'stops');

    expect(stops.map(({ what, found }) => `${what}: ${found}`)).toEqual([
      'Concurrent campaign calls: 0',
      'Text messages: sandbox',
      'Sender +48732100200: not there',
      'Sender +48732100201: not there',
      'Sender MEDIKA: not there',
      'E-mail: sandbox',
      "Mailbox 'appointments': not verified",
    ]);
    expect(stops.every(({ todo = '' }) => todo.length > 10)).toBe(true);
  });
});

describe('what the account has already', () => {
  it('is enough: a sender, a domain, more calls', async () => {
    const account = accountThat({
      concurrentFunctions: async () => 1000,
      texts: async () => ({ sandbox: false, monthlySpend: 100 }),
      textSenders: async () => new Set(['+48732100200', '+48732100201', 'MEDIKA']),
      email: async () => ({ sandbox: false, perSecond: 14 }),
      verified: async () => new Set(['medika-poludnie.example']),
      connectQuotas: async () =>
        new Map([
          ['Concurrent active calls per instance', 100],
          ['Concurrent campaign active calls per instance', 50],
          ['Phone numbers per instance', 5],
          ['Queues per instance', 100],
          ['Rate of StartOutboundVoiceContact API requests', 2],
        ]),
    });

    expect(new Set(Object.values(verdicts(await rowsOf(clinic, account))))).toEqual(
      new Set(['ready']),
    );
  });

  it('to receive answers: a verified domain, in a region where SES receives', async () => {
    const receiving = definitions({ email: { queue: 'sales' } });
    const rows = async (region: string) =>
      (
        await rowsOf(
          receiving,
          accountThat({ region: async () => region, verified: async () => new Set([REPLIES]) }),
        )
      ).filter(({ what }) => /^(Answers|Domain)/.test(what));

    expect((await rows('eu-central-1')).map(({ verdict }) => verdict)).toEqual(['ready', 'ready']);
    expect((await rows('af-south-1'))[0]).toMatchObject({
      verdict: 'unknown',
      todo: 'look for inbound-smtp.af-south-1.amazonaws.com in the AWS General Reference',
    });
    const [, domain] = (await rowsOf(receiving, accountThat({}))).filter(({ what }) =>
      /^(Answers|Domain)/.test(what),
    );
    expect(domain).toMatchObject({ what: `Domain ${REPLIES}`, verdict: 'limits' });
  });

  it('to receive answers: a rule set that is active and names the domain', async () => {
    const receiving = definitions({ email: { queue: 'sales' } });
    const rule = async (ruleSet: string | undefined, ...recipients: readonly string[]) =>
      (
        await rowsOf(
          receiving,
          accountThat({
            receiving: async () => ({ ruleSet, recipients: new Set(recipients) }),
          }),
        )
      ).find(({ what }) => what === 'Rules for answers');
    const activate =
      'once it is deployed: aws ses set-active-receipt-rule-set --rule-set-name ringback';

    expect(await rule('ringback', REPLIES)).toMatchObject({ verdict: 'ready', todo: undefined });
    expect(await rule('company', REPLIES)).toMatchObject({ verdict: 'ready' });
    expect(await rule(undefined)).toMatchObject({
      found: 'none are active',
      needed: `rules for ${REPLIES}`,
      verdict: 'limits',
      todo: activate,
    });
    expect(await rule('company', 'other.example')).toMatchObject({
      found: "'company' is active",
      verdict: 'limits',
      todo: `copy the rules of 'company' into it first, or ours into that; ${activate}`,
    });
  });

  it('is in the way: instances, an alias, secrets of a deployment taken down', async () => {
    const connect = { ...small.centre.connect, alias: 'harbour' };
    const instances = ['harbour', 'other'].map((alias) => ({ arn: `arn:${alias}`, alias }));
    const account = accountThat({
      connectInstances: async () => instances,
      secretsNamed: async (names) => new Set(names),
    });

    const rows = await rowsOf({ ...small, centre: { ...small.centre, connect } }, account);

    expect(rows.filter(({ verdict }) => verdict === 'stops').map(({ what }) => what)).toEqual([
      'Connect instances in this region',
      "Alias 'harbour'",
      'Secret ringback/keys/pseudonyms',
    ]);
  });

  it('is not in the way of a deployment that made it', async () => {
    const account = accountThat({
      deployed: async () => ({ data: true, connect: true, api: false }),
      connectInstances: async () => [1, 2].map((n) => ({ arn: `arn:${n}`, alias: undefined })),
      secretsNamed: async (names) => new Set(names),
    });

    const stops = (await rowsOf(small, account)).filter(({ verdict }) => verdict === 'stops');
    expect(stops).toEqual([]);
  });

  it('is looked at again after a try of which only the data were made', async () => {
    const account = accountThat({
      deployed: async () => ({ data: true, connect: false, api: false }),
      connectInstances: async () => [1, 2].map((n) => ({ arn: `arn:${n}`, alias: undefined })),
      secretsNamed: async (names) => new Set(names),
    });

    const stops = (await rowsOf(small, account)).filter(({ verdict }) => verdict === 'stops');
    expect(stops.map(({ what }) => what)).toEqual(['Connect instances in this region']);
  });
});

describe('another instance than the deployed one', () => {
  const deployed = async () => ({ data: true, connect: true, api: false, instance: 'i-1' });
  const arn = 'arn:aws:connect:eu-central-1:1:instance/i-1';
  const inInstance = (instanceArn: string) => ({
    ...small,
    centre: { ...small.centre, connect: { ...small.centre.connect, instanceArn } },
  });
  const stopsOf = async (definitions: typeof small, alias: string | undefined) => {
    const connectInstances = async () => [{ arn, alias }];
    const rows = await rowsOf(definitions, accountThat({ deployed, connectInstances }));
    return rows.filter(({ what }) => what === 'Change of the Connect instance');
  };

  it('stops, as the dialer still uses the first one', async () => {
    const other = inInstance('arn:aws:connect:eu-central-1:1:instance/i-2');

    expect(await stopsOf(other, 'clinic')).toEqual([
      {
        what: 'Change of the Connect instance',
        found: 'deployed into clinic',
        needed: 'the same instance',
        verdict: 'stops',
        todo: 'take the dialer down first, no data is in it: npx cdk destroy ringback-dialer',
      },
    ]);
  });

  it('is found where a new one is to be made in place of an existing one', async () => {
    expect(await stopsOf(small, 'clinic')).toHaveLength(1);
  });

  it.each([
    ['the existing one', inInstance(arn), 'clinic'],
    ['the one the deployment made', small, 'ringback-1a2b3c4d'],
    ['one whose name the account does not tell', small, undefined],
  ])('is not %s', async (_, definitions, alias) => {
    expect(await stopsOf(definitions, alias)).toEqual([]);
  });
});

describe('an existing instance', () => {
  const instanceArn = 'arn:aws:connect:eu-central-1:1:instance/i';
  const number = { number: '+442079460000', arn: 'arn:aws:connect:eu-central-1:1:phone-number/n' };
  const shared = {
    ...small,
    centre: {
      ...small.centre,
      numbers: { desk: number },
      connect: { ...small.centre.connect, instanceArn },
    },
  };

  it('that is not in the account stops, and so does a number that is not', async () => {
    const rows = await rowsOf(shared);

    expect(rows.filter(({ verdict }) => verdict === 'stops').map(({ what }) => what)).toEqual([
      "Number 'desk'",
      'Connect instance',
    ]);
  });

  it('tells names that collide and where its agent events go', async () => {
    const account = accountThat({
      connectInstances: async () => [{ arn: instanceArn, alias: 'shared' }],
      ownNumbers: async () => new Map([[number.number, number.arn]]),
      thingsOf: async () => ({
        routingProfiles: new Set(['ringback reception', 'Basic Routing Profile']),
        queues: new Set(['ringback recall']),
        flows: new Set(),
        agentEvents: 'arn:stream',
        recordings: 'a-bucket',
      }),
    });

    const stops = async (agentEvents: 'stream' | 'polled') => {
      const { centre } = shared;
      const one = { ...shared, centre: { ...centre, connect: { ...centre.connect, agentEvents } } };
      const rows = (await rowsOf(one, account)).filter(({ verdict }) => verdict === 'stops');
      return rows.map(({ what, found }) => `${what}: ${found}`);
    };

    const names =
      "Names in the instance: routing profile 'ringback reception', queue 'ringback recall'";
    expect(await stops('stream')).toEqual([
      names,
      'Agent events of the instance: go to arn:stream',
    ]);
    expect(await stops('polled')).toEqual([names]);
  });
});

describe('an answer that is refused', () => {
  it('costs a row, not the table', async () => {
    const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException' });
    const account = accountThat({ concurrentFunctions: () => Promise.reject(denied) });

    const rows = await rowsOf(small, account);

    expect(rows[0]).toMatchObject({ found: 'AccessDeniedException', verdict: 'unknown' });
    expect(rows.length).toBeGreaterThan(5);
  });

  it('and so does a quota that is not listed', async () => {
    const rows = await rowsOf(small, accountThat({ connectQuotas: async () => new Map() }));

    expect(verdicts(rows)['Queues of an instance']).toBe('unknown');
  });
});

import { describe, expect, it } from 'vitest';
import { TASKS, type TaskName, taskOf } from '../../../lib/application/tasks/tasks.ts';
import { type Holding, PORT_ACCESS } from '../../../lib/infra/permissions.ts';
import {
  deploymentOf,
  exampleDefinitions,
  ofType,
  receivingMail,
  synthesise,
  targetOf,
} from './deployment.ts';

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

const cloud = synthesise(deploymentOf(receivingMail(await exampleDefinitions())));
/** What the CDK brings to upload the pages of the web is not ours to write (api/pages.ts). */
const isOurs = ({ id }: { readonly id: string }) => !id.startsWith('CustomCDKBucketDeployment');
const functions = ofType(cloud, 'AWS::Lambda::Function').filter(isOurs);
const tasks = Object.keys(TASKS) as readonly TaskName[];
const functionOf = (task: TaskName) =>
  functions.find(({ properties }) => properties.FunctionName === `ringback-${task}`);
const listed = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);
const policies = ofType(cloud, 'AWS::IAM::Policy').filter(isOurs);
const roles = ofType(cloud, 'AWS::IAM::Role').filter(isOurs);
const statementsOf = (role: string): readonly Statement[] =>
  policies
    .filter(({ properties }) => targetOf(properties.Roles[0]) === role)
    .flatMap(({ properties }) => properties.PolicyDocument.Statement);

const allStatements: readonly Statement[] = [
  ...policies.flatMap(({ properties }) => properties.PolicyDocument.Statement),
  ...roles.flatMap(({ properties }) =>
    (properties.Policies ?? []).flatMap(
      (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
    ),
  ),
];

/** What those who look at agents do about what they see. */
const ACTS_ON_AGENTS = /^(agents|agentStatuses): connect:/;

describe('functions', () => {
  it('are the entries of the task catalogue, no more and no fewer', () => {
    const names = functions.map(({ properties }) => properties.FunctionName);

    expect(names.toSorted()).toEqual(tasks.map((task) => `ringback-${task}`).toSorted());
  });

  it.each(tasks)('%s runs on Node 24 for arm64 with a log group of its own', (task) => {
    const properties = functionOf(task)?.properties;
    const logs = cloud.resources.find(
      ({ id }) => id === targetOf(properties.LoggingConfig.LogGroup),
    );

    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      TracingConfig: { Mode: 'Active' },
    });
    expect(logs?.properties.RetentionInDays).toBe(30);
  });

  it.each(tasks)('%s is given the variables of its ports and no others', (task) => {
    const { ports } = taskOf(task);
    const wanted = new Set(ports.flatMap((port) => PORT_ACCESS[port].variables));

    const given = functionOf(task)?.properties.Environment?.Variables ?? {};

    expect(Object.keys(given).toSorted()).toEqual([...wanted].toSorted());
  });

  it.each(tasks)('%s may do what its ports need and no more', (task) => {
    const { ports } = taskOf(task);
    const wanted = new Set(
      ports.flatMap((port) =>
        Object.entries(PORT_ACCESS[port].actions).flatMap(([holding, actions]) =>
          actions.map((action) => `${holding}: ${action}`),
        ),
      ),
    );

    const role = targetOf(functionOf(task)?.properties.Role);
    const named = statementsOf(role).filter(({ Sid }) => Sid !== undefined);
    const allowed = named.flatMap(({ Sid = '', Action }) =>
      listed(Action).map((action) => `${Sid.charAt(0).toLowerCase()}${Sid.slice(1)}: ${action}`),
    );

    // the example asks no service with a secret, so there is none to read
    wanted.delete('secrets: secretsmanager:GetSecretValue');
    // and its agents tell what they do, so that nobody has to ask
    wanted.delete('agentStates: connect:GetCurrentUserData');
    wanted.delete('agentNames: connect:DescribeUser');
    if (ports.includes('agentLook'))
      for (const right of wanted) if (ACTS_ON_AGENTS.test(right)) wanted.delete(right);
    expect(allowed.toSorted()).toEqual([...wanted].toSorted());
  });

  it.each(tasks)('%s may otherwise only log, trace and read what triggers it', (task) => {
    const role = targetOf(functionOf(task)?.properties.Role);

    const others = statementsOf(role).filter(({ Sid }) => Sid === undefined);

    const kinds = new Set(others.flatMap(({ Action }) => listed(Action)).map(kindOf));
    expect([...kinds].filter((kind) => kind === undefined)).toEqual([]);
  });
});

describe('a right', () => {
  const actionsOf = (task: TaskName) =>
    statementsOf(targetOf(functionOf(task)?.properties.Role)).flatMap(({ Action }) =>
      listed(Action),
    );
  const resourcesOf = (task: TaskName, sid: string) =>
    statementsOf(targetOf(functionOf(task)?.properties.Role))
      .filter(({ Sid }) => Sid === sid)
      .map(({ Resource }) => JSON.stringify(Resource));

  it('to place calls is held by those that place calls only', () => {
    const dialing = tasks.filter((task) =>
      actionsOf(task).includes('connect:StartOutboundVoiceContact'),
    );

    expect(dialing.toSorted()).toEqual([
      'api-agent',
      'call-record',
      'dialer-tick',
      'place-call',
      'place-survey-call',
    ]);
  });

  it('to keep agents from calls is held by those that look at them only where they look (CAM-6)', async () => {
    const { centre, ...definitions } = await exampleDefinitions();
    const connect = { ...centre.connect, agentEvents: 'polled' } as const;
    const polled = synthesise(deploymentOf({ ...definitions, centre: { ...centre, connect } }));
    const holding = (of: typeof cloud) =>
      ofType(of, 'AWS::IAM::Policy')
        .filter((policy) => JSON.stringify(policy.properties).includes('connect:PutUserStatus'))
        .flatMap(({ id }) => /(dialertick)Role/.exec(id)?.[1] ?? []);

    expect([holding(cloud), holding(polled).toSorted()]).toEqual([[], ['dialertick']]);
  });

  it('to send a message is held by the one function of its kind', () => {
    const holding = (action: string) => tasks.filter((task) => actionsOf(task).includes(action));

    expect(holding('sms-voice:SendTextMessage')).toEqual(['send-sms']);
    expect(holding('ses:SendEmail')).toEqual(['send-email', 'deliver-webhook']);
  });

  it('to read uploaded files does not reach the reports, nor the other way round', () => {
    const [reads] = resourcesOf('import-contacts', 'Imports');
    const [writes] = resourcesOf('import-contacts', 'Reports');

    expect(reads).toContain('/imports/*');
    expect(writes).toContain('/reports/*');
  });

  it('to read the key of the pseudonyms is held by those that store records only', () => {
    const holding = tasks.filter((task) => resourcesOf(task, 'PseudonymKey').length > 0);

    const storing = tasks.filter((task) =>
      taskOf(task).ports.some((port) => port === 'records' || port === 'ledger'),
    );
    expect(holding.toSorted()).toEqual(storing.toSorted());
  });
});

describe('an order that waits for the rate of Connect or a provider by going back into its queue (DIA-7)', () => {
  it('is not taken for a loop run wild, and nothing else may loop', () => {
    const loops = functions.filter(({ properties }) => properties.RecursiveLoop === 'Allow');

    expect(loops.map(({ properties }) => properties.FunctionName).toSorted()).toEqual([
      'ringback-copy-records',
      'ringback-deliver-webhook',
      'ringback-dialer-tick',
      'ringback-import-contacts',
      'ringback-place-call',
      'ringback-send-email',
      'ringback-send-sms',
    ]);
  });
});

const TABLE_STREAM = /^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/;

/** What comes with running at all; undefined for anything else. */
function kindOf(action: string): string | undefined {
  if (action.startsWith('logs:')) return 'logs';
  if (action.startsWith('xray:')) return 'traces';
  if (action.startsWith('kinesis:') || TABLE_STREAM.test(action)) return 'stream';
  return action.startsWith('sqs:') ? 'queue' : undefined;
}

describe('rights', () => {
  it('never name actions by a wildcard', () => {
    const actions = allStatements.flatMap(({ Action }) => listed(Action));

    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('allow a scan of a table to the sweeper alone, which reads one once after an update', () => {
    const actions = allStatements.flatMap(({ Action }) => listed(Action));

    expect(actions.filter((action) => action === 'dynamodb:Scan')).toHaveLength(1);
    expect(PORT_ACCESS.records.actions.records).not.toContain('dynamodb:Scan');
    expect(actions).toContain('dynamodb:Query');
  });

  it('are held on everything only where AWS knows no resources: traces and log delivery', () => {
    const everywhere = allStatements.filter(({ Resource }) => listed(Resource).includes('*'));

    const services = new Set(
      everywhere.flatMap(({ Action }) => listed(Action)).map((action) => action.split(':')[0]),
    );
    expect([...services].toSorted()).toEqual(['logs', 'xray']);
  });

  it('come from no policy managed by AWS', () => {
    const managed = roles.flatMap(({ properties }) => properties.ManagedPolicyArns ?? []);

    expect(managed).toEqual([]);
  });

  it('to send text messages end at the senders of the centre (CBR-12)', () => {
    const role = targetOf(functionOf('send-sms')?.properties.Role);

    const senders = statementsOf(role).find(({ Sid }) => Sid === sidOf('smsSenders'));

    expect(JSON.stringify(senders?.Resource)).toContain(':sender-id/MEDIKA/*');
    expect(listed(senders?.Resource)).toHaveLength(3);
  });
});

const sidOf = (holding: Holding) => holding.charAt(0).toUpperCase() + holding.slice(1);

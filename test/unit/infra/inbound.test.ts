import { beforeAll, describe, expect, it } from 'vitest';
import type { CompileIvr } from '../../../lib/compiler/ivr/compiled-ivr.ts';
import { secretsOf } from '../../../lib/infra/outside-secrets.ts';
import type { Definitions } from '../../../lib/language/definitions.ts';
import { smallIvr } from '../../support/small-ivr.ts';
import {
  deploymentOf,
  exampleDefinitions,
  ofType,
  type Resource,
  receptionDeployment,
  type Synthesised,
  synthesise,
  synthesiseConnect,
  takingCalls,
  targetOf,
} from './deployment.ts';

const example = await exampleDefinitions();
const definitions = takingCalls(example);

/** As a template holds it, references and all. */
const contentOf = (cloud: Synthesised, name: string): string => {
  const flow = ofType(cloud, 'AWS::Connect::ContactFlow').find(
    ({ properties }) => properties.Name === name,
  );
  return JSON.stringify(flow?.properties.Content ?? '');
};
const links = (cloud: Synthesised) =>
  ofType(cloud, 'Custom::ConnectLink').map(
    ({ properties: { ServiceToken: _, ServiceTimeout: __, ...link } }) => link,
  );

describe('a campaign that takes calls (INB-1)', () => {
  let cloud: Synthesised;
  beforeAll(() => {
    cloud = synthesiseConnect(deploymentOf(definitions));
  });

  it('has its flows made, the entry naming the one callers wait in', () => {
    const names = ofType(cloud, 'AWS::Connect::ContactFlow').map(({ properties }) => [
      properties.Name,
      properties.Type,
    ]);

    expect(names).toContainEqual(['ringback spring-recall entry', 'CONTACT_FLOW']);
    expect(names).toContainEqual(['ringback spring-recall wait', 'CUSTOMER_QUEUE']);
    const entry = contentOf(cloud, 'ringback spring-recall entry');
    expect(entry).toContain('{"Fn::GetAtt":["Inboundspringrecallwait","ContactFlowArn"]}');
    expect(entry).toContain('{"Fn::GetAtt":["Queuerecall","QueueArn"]}');
    expect(entry).toMatch(/\{"Fn::GetAtt":\["FlowFunctionsanswercall\w+","Arn"\]\}/);
  });

  it('has its numbers lead to the entry by a link that follows the definitions', () => {
    expect(links(cloud)).toEqual([
      {
        kind: 'number-to-flow',
        number: { 'Fn::GetAtt': ['Numbermain', 'PhoneNumberArn'] },
        flow: { 'Fn::GetAtt': ['Inboundspringrecallentry', 'ContactFlowArn'] },
      },
    ]);
  });

  it('holds the deployment for three minutes at most when a link is not answered', () => {
    const timeouts = ofType(cloud, 'Custom::ConnectLink').map(
      ({ properties }) => properties.ServiceTimeout,
    );

    expect(timeouts).toEqual(['180']);
  });

  it('has what callers say and agents speak kept in the bucket for recordings', () => {
    const [config] = ofType(cloud, 'AWS::Connect::InstanceStorageConfig').filter(
      ({ properties }) => properties.ResourceType === 'CALL_RECORDINGS',
    );

    expect(config?.properties).toMatchObject({
      StorageType: 'S3',
      S3Config: { BucketPrefix: 'connect' },
    });
  });
});

describe('a centre that only calls', () => {
  it('has no flows for callers, no links and no recordings', () => {
    const cloud = synthesiseConnect(deploymentOf(example));

    expect(links(cloud)).toEqual([]);
    expect(
      ofType(cloud, 'AWS::Connect::InstanceStorageConfig').map(
        ({ properties }) => properties.ResourceType,
      ),
    ).toEqual(['AGENT_EVENTS']);
    expect(ofType(cloud, 'AWS::Connect::ContactFlow')).toHaveLength(2);
  });
});

describe('a number that is there already', () => {
  it('is linked by its ARN or, without one, by itself', () => {
    const arn = 'arn:aws:connect:eu-central-1:111122223333:phone-number/1';
    const numbers = { main: { number: '+48221234567', arn }, second: { number: '+48221234568' } };
    const centre = { ...definitions.centre, numbers };

    const taken = takingCalls({ ...example, centre }, { numbers: ['main', 'second'] });

    expect(links(synthesiseConnect(deploymentOf(taken))).map(({ number }) => number)).toEqual([
      arn,
      '+48221234568',
    ]);
  });
});

describe('recordings', () => {
  it('that flows play are uploaded and made prompts once, others are not', () => {
    const cloud = synthesiseConnect(
      deploymentOf(takingCalls(example, { holdMusic: 'welcome.wav' })),
    );

    const [prompt, ...more] = ofType(cloud, 'AWS::Connect::Prompt');
    expect(more).toEqual([]);
    expect(prompt?.properties.Name).toBe('ringback welcome.wav');
    expect(JSON.stringify(prompt?.properties.S3Uri)).toMatch(/s3:\/\/.*[0-9a-f]{64}\.wav/);
    expect(contentOf(cloud, 'ringback spring-recall entry')).toContain('PromptArn');
  });
});

describe('hours', () => {
  it('that a queue and a flow name are made once (IVR-7)', () => {
    const cloud = synthesiseConnect(deploymentOf(definitions));

    expect(ofType(cloud, 'AWS::Connect::HoursOfOperation')).toHaveLength(1);
    expect(contentOf(cloud, 'ringback spring-recall entry')).toContain('HoursOfOperationArn');
  });

  it('that only a flow names are made for it', () => {
    const [hours] = Object.values(example.hours);
    if (!hours) throw new Error('the example has hours');
    const compileIvr: CompileIvr = (given, campaign, references) =>
      smallIvr(given, campaign, { ...references, hours: () => references.hours('doctors') });
    const more = { ...definitions, hours: { ...definitions.hours, doctors: hours } };

    const cloud = synthesiseConnect(deploymentOf(more, { compileIvr }));

    const names = ofType(cloud, 'AWS::Connect::HoursOfOperation').map(
      ({ properties }) => properties.Name,
    );
    expect(names).toContain('ringback doctors');
  });
});

describe('a flow Connect would refuse', () => {
  it('is not deployed', () => {
    const compileIvr: CompileIvr = (given, campaign, references) => {
      const compiled = smallIvr(given, campaign, references);
      const [first, ...others] = compiled.flows;
      if (!first) throw new Error('the small IVR has flows');
      const broken = { ...first, flow: { ...first.flow, StartAction: 'nowhere' } };
      return { ...compiled, flows: [broken, ...others] };
    };

    expect(() => synthesiseConnect(deploymentOf(definitions, { compileIvr }))).toThrow(
      /ringback spring-recall wait.*StartAction/s,
    );
  });
});

describe('queues', () => {
  const recall = example.queues.recall;
  if (!recall) throw new Error('the example has a queue recall');

  it('take so many callers as the definitions say (IVR-13)', () => {
    const cloud = synthesiseConnect(
      deploymentOf({ ...example, queues: { recall: { ...recall, capacity: 12 } } }),
    );

    expect(ofType(cloud, 'AWS::Connect::Queue')[0]?.properties.MaxContacts).toBe(12);
  });

  it('offer each other as quick connects', () => {
    const cloud = synthesiseConnect(
      deploymentOf({ ...example, queues: { recall, other: recall, third: recall } }),
    );

    const quick = ofType(cloud, 'AWS::Connect::QuickConnect').map(({ properties }) =>
      targetOf(properties.QuickConnectConfig.QueueConfig.QueueArn),
    );
    expect(quick).toEqual(['Queuerecall', 'Queueother', 'Queuethird']);
    expect(
      links(cloud).map(({ queue, quickConnects }) => [
        targetOf(queue),
        quickConnects.map((one: unknown) => targetOf(one)),
      ]),
    ).toEqual([
      ['Queuerecall', ['QuickConnectother', 'QuickConnectthird']],
      ['Queueother', ['QuickConnectrecall', 'QuickConnectthird']],
      ['Queuethird', ['QuickConnectrecall', 'QuickConnectother']],
    ]);
  });
});

describe('skills (INB-8)', () => {
  it('of groups and campaigns are values Connect routes by', () => {
    const [group] = Object.values(example.groups);
    if (!group) throw new Error('the example has a group');
    const groups = { 'recall-team': { ...group, skills: ['german'] } };

    const cloud = synthesiseConnect(
      deploymentOf(takingCalls({ ...example, groups }, { skill: 'surgery' })),
    );

    expect(ofType(cloud, 'AWS::Connect::PredefinedAttribute').map((one) => one.properties)).toEqual(
      [expect.objectContaining({ Name: 'skill', Values: { StringList: ['german', 'surgery'] } })],
    );
  });
});

describe('an existing instance', () => {
  it('takes calls as well', () => {
    const instanceArn =
      'arn:aws:connect:eu-central-1:111122223333:instance/0a1b2c3d-aaaa-bbbb-cccc-000000000000';
    const connect = { callsPerSecond: 2, burst: 5, instanceArn };
    const existing: Definitions = { ...definitions, centre: { ...definitions.centre, connect } };

    const cloud = synthesise(deploymentOf(existing));

    expect(ofType(cloud, 'AWS::Connect::Instance')).toEqual([]);
    expect(links(cloud)).toHaveLength(1);
  });
});

describe('the reception', () => {
  let asked: Awaited<ReturnType<typeof receptionDeployment>>;
  let cloud: Synthesised;
  beforeAll(async () => {
    asked = await receptionDeployment();
    cloud = synthesise(asked);
  });

  const named = (of: unknown) =>
    cloud.resources.find(({ id }) => id === targetOf(of))?.properties.FunctionName;
  /** The functions that the content of a flow names. */
  const askedBy = ({ properties }: Resource): readonly string[] => {
    const functions = ofType(cloud, 'AWS::Lambda::Function');
    const content = JSON.stringify(properties.Content);
    return functions
      .filter(({ id }) => content.includes(`"${id}"`))
      .map((each) => each.properties.FunctionName);
  };

  it('lets its flows ask just the functions they name', () => {
    const asked = ofType(cloud, 'AWS::Connect::ContactFlow').flatMap(askedBy);
    const associated = ofType(cloud, 'AWS::Connect::IntegrationAssociation').map(({ properties }) =>
      named(properties.IntegrationArn),
    );
    const permitted = ofType(cloud, 'AWS::Lambda::Permission')
      .filter(({ properties }) => properties.Principal === 'connect.amazonaws.com')
      .map(({ properties }) => named(properties.FunctionName));

    const wanted = [...new Set(asked)].toSorted();
    expect(wanted).toContain('ringback-answer-call');
    expect(associated.toSorted()).toEqual(wanted);
    expect(permitted.toSorted()).toEqual(wanted);
  });

  it('makes a flow after the functions it names, and after what lets it ask them', () => {
    const flows = ofType(cloud, 'AWS::Connect::ContactFlow').filter(
      (flow) => askedBy(flow).length > 0,
    );

    expect(flows.length).toBeGreaterThan(10);
    for (const flow of flows) {
      const before = flow.dependsOn.flatMap((id) =>
        cloud.resources.filter((each) => each.stack === flow.stack && each.id === id),
      );
      const grants = (type: string, property: string) =>
        before.filter((each) => each.type === type).map((each) => named(each.properties[property]));
      const asked = askedBy(flow).toSorted();
      expect(
        grants('AWS::Connect::IntegrationAssociation', 'IntegrationArn').toSorted(),
        flow.id,
      ).toEqual(asked);
      expect(grants('AWS::Lambda::Permission', 'FunctionName').toSorted(), flow.id).toEqual(asked);
    }
  });

  it('has a secret for the service it asks, without a value (IVR-2)', () => {
    const secret = ofType(cloud, 'AWS::SecretsManager::Secret').find(
      ({ properties }) => properties.Name === 'ringback/laboratory',
    );

    expect(secret?.properties).toEqual(
      expect.not.objectContaining({
        SecretString: expect.anything(),
        GenerateSecretString: expect.anything(),
      }),
    );
    expect(secret?.deletionPolicy).toBe('RetainExceptOnCreate');
  });

  it('lets the functions that ask a service read its secret, and no other function', () => {
    const reading = ofType(cloud, 'AWS::IAM::Policy').flatMap(({ properties }) =>
      (properties.PolicyDocument.Statement as { Sid?: string; Resource: unknown }[])
        .filter(({ Sid }) => Sid === 'Secrets')
        .map(({ Resource }) => ({
          role: targetOf(properties.Roles[0]),
          names: JSON.stringify(Resource).match(/ringback\/[^"]+/g),
        })),
    );
    const asking = (['call-api', 'authorise-caller'] as const).filter(
      (task) => secretsOf(task, asked.definitions).length > 0,
    );
    const roles = asking.map((task) => {
      const fn = ofType(cloud, 'AWS::Lambda::Function').find(
        ({ properties }) => properties.FunctionName === `ringback-${task}`,
      );
      return targetOf(fn?.properties.Role);
    });

    expect(reading.map(({ role }) => role).toSorted()).toEqual(roles.toSorted());
    expect(reading.flatMap(({ names }) => names)).toEqual(
      asking.map(() => 'ringback/laboratory-??????'),
    );
  });

  it('draws the key of the pseudonyms once, and keeps it (REC-10)', () => {
    const key = ofType(cloud, 'AWS::SecretsManager::Secret').find(
      ({ properties }) => properties.Name === 'ringback/keys/pseudonyms',
    );

    expect(key?.properties.GenerateSecretString).toMatchObject({
      SecretStringTemplate: '{"former":[]}',
      GenerateStringKey: 'key',
      PasswordLength: 64,
    });
    expect(key?.deletionPolicy).toBe('RetainExceptOnCreate');
  });

  it('tells the functions which flow asks the survey of a campaign (INB-9)', () => {
    const names = ofType(cloud, 'AWS::SSM::Parameter').map(({ properties }) => properties.Name);

    expect(names).toContain('/ringback/survey-flows/patients');
  });

  it('lets the function that links do no more than link, within the instance', () => {
    const [policy] = ofType(cloud, 'AWS::IAM::Policy').filter(({ id }) =>
      id.startsWith('Linkslinkconnect'),
    );
    const statements: { Action: string | string[] }[] = policy?.properties.PolicyDocument.Statement;

    const actions = statements.flatMap(({ Action }) => Action);
    expect(
      [...new Set(actions.filter((action) => action.startsWith('connect:')))].toSorted(),
    ).toEqual([
      'connect:AssociatePhoneNumberContactFlow',
      'connect:AssociateQueueQuickConnects',
      'connect:DisassociatePhoneNumberContactFlow',
      'connect:DisassociateQueueQuickConnects',
      'connect:ListPhoneNumbersV2',
    ]);
  });
});

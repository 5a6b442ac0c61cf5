import { beforeAll, describe, expect, it } from 'vitest';
import type { Definitions } from '../../../lib/language/definitions.ts';
import type { Outbound } from '../../../lib/language/schema/campaign.ts';
import type { Queue } from '../../../lib/language/schema/centre.ts';
import {
  deploymentOf,
  exampleDefinitions,
  ofType,
  type Synthesised,
  synthesise,
  synthesiseConnect,
  targetOf,
} from './deployment.ts';

const definitions = await exampleDefinitions();
const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const changed = (change: Partial<Definitions>) =>
  synthesiseConnect(deploymentOf({ ...definitions, ...change }));
const one = (cloud: Synthesised, type: string) => {
  const [found, ...more] = ofType(cloud, type);
  expect(more).toEqual([]);
  return found?.properties;
};
const parameters = (cloud: Synthesised): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    ofType(cloud, 'AWS::SSM::Parameter').map(({ properties }) => [
      properties.Name,
      properties.Value,
    ]),
  );

describe('the example centre in Connect', () => {
  let cloud: Synthesised;
  beforeAll(() => {
    cloud = synthesiseConnect(deploymentOf(definitions));
  });

  it('is an instance of its own that takes and makes calls', () => {
    expect(one(cloud, 'AWS::Connect::Instance')).toMatchObject({
      IdentityManagementType: 'CONNECT_MANAGED',
      Attributes: { InboundCalls: true, OutboundCalls: true },
    });
  });

  it('keeps the logs of its flows for a month, in a group that is there before it', () => {
    const [instance] = ofType(cloud, 'AWS::Connect::Instance');
    const logs = ofType(cloud, 'AWS::Logs::LogGroup').find(({ id }) => id.startsWith('FlowLogs'));

    expect(logs?.properties.RetentionInDays).toBe(30);
    expect(JSON.stringify(logs?.properties.LogGroupName)).toContain('/aws/connect/');
    expect(instance?.dependsOn).toEqual([logs?.id]);
  });

  it('shows the first caller id of the campaign that uses the queue (DIA-4)', () => {
    const { OutboundCallerConfig } = one(cloud, 'AWS::Connect::Queue');

    expect(OutboundCallerConfig.OutboundCallerIdName).toBe('Medika Południe');
    const number = cloud.resources.find(
      ({ id }) => id === targetOf(OutboundCallerConfig.OutboundCallerIdNumberArn),
    );
    expect(number?.properties).toMatchObject({ CountryCode: 'GB', Type: 'DID' });
  });

  it('has a routing profile named by each agent group, for the queues the group serves (PRI-6)', () => {
    const profiles = ofType(cloud, 'AWS::Connect::RoutingProfile').map(({ properties }) => [
      properties.Name,
      properties.QueueConfigs.map((config: { QueueReference: { QueueArn: unknown } }) =>
        targetOf(config.QueueReference.QueueArn),
      ),
    ]);

    expect(Object.fromEntries(profiles)).toEqual({
      'recall-team': ['Queuerecall'],
    });
  });

  it('has the breaks of the centre as agent statuses, in their order', () => {
    const statuses = ofType(cloud, 'AWS::Connect::AgentStatus').map(({ properties }) => properties);

    expect(statuses.map(({ Name, Type, DisplayOrder }) => [DisplayOrder, Name, Type])).toEqual([
      [2, 'Obiad', 'CUSTOM'],
      [3, 'Kawa', 'CUSTOM'],
      [4, 'Szkolenie', 'CUSTOM'],
    ]);
  });

  it('has a status for agents with too many unhandled records, where a campaign limits them and Connect chooses', () => {
    const namesWith = (unhandled: { most: number; until: number }, mode: Outbound['mode']) => {
      const [[id = '', campaign] = []] = Object.entries(definitions.campaigns);
      if (campaign?.channels.outbound === undefined) throw new Error('the example calls');
      const outbound = { ...campaign.channels.outbound, mode };
      const limited = { ...campaign, unhandled, channels: { outbound } };
      const cloud = changed({ campaigns: { ...definitions.campaigns, [id]: limited } });
      return ofType(cloud, 'AWS::Connect::AgentStatus').map(({ properties }) => properties.Name);
    };

    expect(namesWith({ most: 5, until: 0 }, 'progressive').at(-1)).toBe('Unhandled records');
    expect(namesWith({ most: 5, until: 0 }, 'preview')).not.toContain('Unhandled records');
  });

  it('tells the functions its ids through the directory', () => {
    expect(parameters(cloud)).toEqual({
      '/ringback/queues/recall': { 'Fn::GetAtt': ['Queuerecall', 'QueueArn'] },
      '/ringback/numbers/main': { 'Fn::GetAtt': ['Numbermain', 'Address'] },
      '/ringback/numbers/second': { 'Fn::GetAtt': ['Numbersecond', 'Address'] },
    });
  });

  it('sends agent events to the stream the board of agents reads', () => {
    const stream = ofType(cloud, 'AWS::Kinesis::Stream')[0];

    expect(one(cloud, 'AWS::Connect::InstanceStorageConfig')).toMatchObject({
      ResourceType: 'AGENT_EVENTS',
      StorageType: 'KINESIS_STREAM',
      KinesisStreamConfig: { StreamArn: { 'Fn::GetAtt': [stream?.id, 'Arn'] } },
    });
  });

  it('has one flow for calls and one for those who wait, which the first leads to', () => {
    const flows = ofType(cloud, 'AWS::Connect::ContactFlow');
    const outbound = flows.find(({ properties }) => properties.Type === 'CONTACT_FLOW');

    expect(flows.map(({ properties }) => properties.Type).toSorted()).toEqual([
      'CONTACT_FLOW',
      'CUSTOMER_QUEUE',
    ]);
    expect(JSON.stringify(outbound?.properties.Content)).toContain('"WaitingFlow20"');
  });
});

describe('opening hours in Connect', () => {
  it('carry days, spans, midnight and exceptions over', () => {
    const office = {
      week: {
        ...week,
        mon: [
          { from: 480, to: 720 },
          { from: 780, to: 1440 },
        ],
      },
      exceptions: { '2026-12-24': [{ from: 540, to: 750 }], '2026-05-01': [] },
    };

    const hours = one(
      changed({ hours: { ...definitions.hours, office } }),
      'AWS::Connect::HoursOfOperation',
    );

    expect(hours.TimeZone).toBe('Europe/Warsaw');
    expect(hours.Config).toEqual([
      { Day: 'MONDAY', StartTime: { Hours: 8, Minutes: 0 }, EndTime: { Hours: 12, Minutes: 0 } },
      { Day: 'MONDAY', StartTime: { Hours: 13, Minutes: 0 }, EndTime: { Hours: 0, Minutes: 0 } },
    ]);
    expect(hours.HoursOfOperationOverrides).toEqual([
      {
        OverrideName: '2026-05-01',
        OverrideType: 'CLOSED',
        EffectiveFrom: '2026-05-01',
        EffectiveTill: '2026-05-01',
        OverrideConfig: [
          { Day: 'FRIDAY', StartTime: { Hours: 0, Minutes: 0 }, EndTime: { Hours: 0, Minutes: 0 } },
        ],
      },
      {
        OverrideName: '2026-12-24',
        OverrideType: 'STANDARD',
        EffectiveFrom: '2026-12-24',
        EffectiveTill: '2026-12-24',
        OverrideConfig: [
          {
            Day: 'THURSDAY',
            StartTime: { Hours: 9, Minutes: 0 },
            EndTime: { Hours: 12, Minutes: 30 },
          },
        ],
      },
    ]);
  });

  it('leave out exceptions before a day that the deployment names, whatever day it is', () => {
    const exceptions = { '2026-05-01': [], '2026-12-24': [], '2027-01-01': [] };
    const hours = { ...definitions.hours, office: { week, exceptions } };
    const dates = (exceptionsFrom?: string) =>
      one(
        synthesiseConnect(deploymentOf({ ...definitions, hours }, { exceptionsFrom })),
        'AWS::Connect::HoursOfOperation',
      ).HoursOfOperationOverrides.map((each: { EffectiveFrom: string }) => each.EffectiveFrom);

    expect(dates()).toEqual(['2026-05-01', '2026-12-24', '2027-01-01']);
    expect(dates('2026-12-24')).toEqual(['2026-12-24', '2027-01-01']);
  });

  it('keep a time zone of their own', () => {
    const office = { timeZone: 'Europe/Prague', week, exceptions: {} };

    const hours = one(
      changed({ hours: { ...definitions.hours, office } }),
      'AWS::Connect::HoursOfOperation',
    );

    expect(hours.TimeZone).toBe('Europe/Prague');
  });
});

describe('an existing instance', () => {
  const arn =
    'arn:aws:connect:eu-central-1:111122223333:instance/0a1b2c3d-aaaa-bbbb-cccc-000000000000';
  const centre = {
    ...definitions.centre,
    connect: { callsPerSecond: 2, burst: 5, instanceArn: arn },
  };

  it('named by its ARN is used as it is: none is made', () => {
    const cloud = synthesise(deploymentOf({ ...definitions, centre }));

    expect(ofType(cloud, 'AWS::Connect::Instance')).toEqual([]);
    expect(one(cloud, 'AWS::Connect::Queue').InstanceArn).toBe(arn);
    const placeCall = cloud.resources.find(
      ({ properties }) => properties.FunctionName === 'ringback-place-call',
    );
    expect(placeCall?.properties.Environment.Variables.CONNECT_INSTANCE_ID).toBe(
      '0a1b2c3d-aaaa-bbbb-cccc-000000000000',
    );
  });
});

describe('an instance that others use as well', () => {
  it('gets routing profiles and skills with the name of the deployment before them', () => {
    const connect = { callsPerSecond: 2, burst: 5, instanceArn: 'arn:aws:connect:x:1:instance/i' };
    const groups = Object.fromEntries(
      Object.entries(definitions.groups).map(([id, group]) => [id, { ...group, skills: ['a'] }]),
    );

    const cloud = synthesiseConnect(
      deploymentOf(
        { ...definitions, groups, centre: { ...definitions.centre, connect } },
        { name: 'north' },
      ),
    );

    expect(one(cloud, 'AWS::Connect::RoutingProfile').Name).toBe('north recall-team');
    expect(one(cloud, 'AWS::Connect::PredefinedAttribute').Name).toBe('north skill');
  });
});

describe('a new instance without an alias', () => {
  it('gets one nobody else in the world has', () => {
    const { alias: _, ...connect } = definitions.centre.connect;

    const cloud = changed({ centre: { ...definitions.centre, connect } });

    expect(JSON.stringify(one(cloud, 'AWS::Connect::Instance').InstanceAlias)).toContain(
      'AWS::StackId',
    );
  });
});

describe('own numbers', () => {
  it('that exist already are shown with their ARN, and never claimed', () => {
    const arn = 'arn:aws:connect:eu-central-1:111122223333:phone-number/1';
    const numbers = { main: { number: '+48221234567', arn }, second: { number: '+48221234568' } };

    const cloud = changed({ centre: { ...definitions.centre, numbers } });

    expect(ofType(cloud, 'AWS::Connect::PhoneNumber')).toEqual([]);
    expect(one(cloud, 'AWS::Connect::Queue').OutboundCallerConfig.OutboundCallerIdNumberArn).toBe(
      arn,
    );
    expect(parameters(cloud)).toMatchObject({
      '/ringback/numbers/main': '+48221234567',
      '/ringback/numbers/second': '+48221234568',
    });
  });

  it('may be missing: the queue then shows none of its own', () => {
    const numbers = { main: { number: '+48221234567' }, second: { number: '+48221234568' } };

    const cloud = changed({ centre: { ...definitions.centre, numbers } });

    expect(one(cloud, 'AWS::Connect::Queue').OutboundCallerConfig).toEqual({
      OutboundCallerIdName: 'Medika Południe',
    });
  });
});

/** The example's campaign with settings of its own in the outbound channel. */
function withOutbound(more: Partial<Outbound>): Definitions['campaigns'] {
  const [[id, campaign] = []] = Object.entries(definitions.campaigns);
  const outbound = campaign?.channels.outbound;
  if (!id || !campaign || !outbound) throw new Error('the example has a campaign that dials');
  return { [id]: { ...campaign, channels: { outbound: { ...outbound, ...more } } } };
}

describe('queues that differ in their longest wait (PRI-4)', () => {
  const recall = definitions.queues.recall;
  if (!recall) throw new Error('the example has a queue recall');
  const queues = { recall, patient: { ...recall, longestWait: 90 } };

  it('have a waiting flow each, and the call says which', () => {
    const cloud = changed({ queues });

    const flows = ofType(cloud, 'AWS::Connect::ContactFlow');
    const outbound = flows.find(({ properties }) => properties.Type === 'CONTACT_FLOW');

    expect(flows.map(({ properties }) => properties.Name).toSorted()).toEqual([
      'ringback outbound',
      'ringback transfer',
      'ringback waiting 20 s',
      'ringback waiting 90 s',
    ]);
    expect(outbound?.properties.Content).toContain('$.Attributes.queueFlowArn');
    expect(parameters(cloud)).toMatchObject({
      '/ringback/waiting-flows/recall': { 'Fn::GetAtt': ['WaitingFlow20', 'ContactFlowArn'] },
      '/ringback/waiting-flows/patient': { 'Fn::GetAtt': ['WaitingFlow90', 'ContactFlowArn'] },
    });
  });

  it('leave the choice to a campaign that has a longest wait of its own', () => {
    const cloud = changed({ campaigns: withOutbound({ longestWait: 45 }) });

    expect(
      ofType(cloud, 'AWS::Connect::ContactFlow').map(({ properties }) => properties.Name),
    ).toEqual(expect.arrayContaining(['ringback waiting 20 s', 'ringback waiting 45 s']));
    expect(parameters(cloud)).toMatchObject({
      '/ringback/waiting-flows/recall': { 'Fn::GetAtt': ['WaitingFlow20', 'ContactFlowArn'] },
      '/ringback/campaign-waiting-flows/spring-recall': {
        'Fn::GetAtt': ['WaitingFlow45', 'ContactFlowArn'],
      },
    });
  });

  it('share it when they do not', () => {
    const cloud = changed({ queues: { recall, other: recall } });

    expect(ofType(cloud, 'AWS::Connect::ContactFlow').map((flow) => flow.properties.Type)).toEqual([
      'QUEUE_TRANSFER',
      'CUSTOMER_QUEUE',
      'CONTACT_FLOW',
    ]);
  });
});

describe('a group no queue names', () => {
  it('has no routing profile', () => {
    const groups = { ...definitions.groups, idle: { agents: ['jan.nowak'], skills: [] } };

    const names = ofType(changed({ groups }), 'AWS::Connect::RoutingProfile').map(
      ({ properties }) => properties.Name,
    );

    expect(names.toSorted()).toEqual(['recall-team']);
  });
});

describe('a queue whose priority rises while callees wait (PRI-5)', () => {
  const [recall] = Object.values(definitions.queues);
  const steps = [{ after: 20, coefficient: 2 }];
  const waiting = (longestWait: number) =>
    changed({ queues: { recall: { ...recall, longestWait, steps } as Queue } });
  const asking = (cloud: Synthesised) =>
    ofType(cloud, 'AWS::Connect::ContactFlow').filter(({ properties }) =>
      JSON.stringify(properties.Content).includes('FlowFunctionsraisepriority'),
    );

  it('has a waiting flow of its own that asks the function', () => {
    const cloud = waiting(60);

    expect(asking(cloud).map(({ properties }) => [properties.Name, properties.Type])).toEqual([
      ['ringback waiting recall', 'CUSTOMER_QUEUE'],
    ]);
  });

  it('or the steps of a campaign in place of them, in a flow of its own (PRI-5)', () => {
    const own = { longestWait: 60, steps: [{ after: 40, coefficient: 3 }] };

    const flows = asking(changed({ campaigns: withOutbound(own) }));

    expect(flows.map(({ properties }) => properties.Name)).toEqual([
      'ringback waiting campaign spring-recall',
    ]);
  });

  it('is a queue like any other where nobody waits so long', () => {
    expect(asking(waiting(30))).toEqual([]);
  });
});

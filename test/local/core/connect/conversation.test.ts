// What happens around a talk in the emulated Connect: the order of those who wait, whispers, music
// on hold.
import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  GetContactAttributesCommand,
  UpdateContactRoutingDataCommand,
  type UpdateContactRoutingDataCommandInput,
} from '@aws-sdk/client-connect';
import { describe, expect, it } from 'vitest';
import { connectRouting } from '../../../../lib/aws/connect/routing.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { localConnect } from '../../../../lib/local/connect/local-connect.ts';
import { behaviour } from '../../../../lib/simulation/phone-network/behaviour.ts';
import type { CallerScript } from '../../../../lib/simulation/phone-network/caller.ts';
import { callerFromScript } from '../../../../lib/simulation/phone-network/caller.ts';
import { seededRandom } from '../../../../lib/simulation/random.ts';
import { startCloud } from '../support/assembly.ts';

const ref = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const arnOf = (id: string, attribute: string) => ({ 'Fn::GetAtt': [id, attribute] });

interface Doing {
  readonly id: string;
  readonly type: string;
  readonly does?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly string[];
}

/** Actions one after the other; the last ends the flow. */
const flow = (...actions: readonly Doing[]) => ({
  Version: '2019-10-30',
  StartAction: actions[0]?.id,
  Actions: actions.map(({ id, type, does = {}, errors = [] }, n) => {
    const NextAction = actions[n + 1]?.id;
    const Errors = errors.map((ErrorType) => ({ ErrorType, NextAction }));
    const Transitions = NextAction === undefined ? {} : { NextAction, Errors };
    return { Identifier: id, Type: type, Parameters: does, Transitions };
  }),
});

const note = (what: string): Doing => ({
  id: what,
  type: 'UpdateContactAttributes',
  errors: ['NoMatchingError'],
  does: { Attributes: { [what]: 'ran', last: what } },
});
const hook = (event: string, arn: string): Doing => ({
  id: `hook-${event}`,
  type: 'UpdateContactEventHooks',
  errors: ['NoMatchingError'],
  does: { EventHooks: { [event]: arn } },
});
const say = (id: string): Doing => ({
  id,
  type: 'MessageParticipant',
  errors: ['NoMatchingError'],
  does: { Text: 'One moment, please, there is somebody who would like to talk to you.' },
});
const end: Doing = { id: 'end', type: 'EndFlowExecution' };
const music: Doing = {
  id: 'music',
  type: 'MessageParticipantIteratively',
  does: { Messages: [{ Text: 'La la la.' }] },
};

const ENTRY = flow(
  hook('AgentWhisper', '${agent}'),
  hook('CustomerWhisper', '${customer}'),
  hook('CustomerHold', '${hold}'),
  {
    id: 'target',
    type: 'UpdateContactTargetQueue',
    errors: ['NoMatchingError'],
    does: { QueueId: '${queue}' },
  },
  {
    id: 'queue',
    type: 'TransferContactToQueue',
    errors: ['NoMatchingError', 'QueueAtCapacity'],
  },
  { id: 'bye', type: 'DisconnectParticipant' },
);

const contactFlow = (name: string, type: string, content: unknown) => ({
  Type: 'AWS::Connect::ContactFlow',
  Properties: { InstanceArn: ref('Instance'), Name: name, Type: type, Content: content },
});
const allWeek = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const midnight = { Hours: 0, Minutes: 0 };

const RESOURCES = {
  Instance: {
    Type: 'AWS::Connect::Instance',
    Properties: { IdentityManagementType: 'CONNECT_MANAGED', Attributes: {} },
  },
  Number: {
    Type: 'AWS::Connect::PhoneNumber',
    Properties: { TargetArn: ref('Instance'), CountryCode: 'PL', Type: 'DID' },
  },
  Hours: {
    Type: 'AWS::Connect::HoursOfOperation',
    Properties: {
      InstanceArn: ref('Instance'),
      Name: 'always',
      TimeZone: 'UTC',
      Config: allWeek.map((Day) => ({ Day, StartTime: midnight, EndTime: midnight })),
    },
  },
  Queue: {
    Type: 'AWS::Connect::Queue',
    Properties: {
      InstanceArn: ref('Instance'),
      Name: 'sales',
      HoursOfOperationArn: arnOf('Hours', 'HoursOfOperationArn'),
    },
  },
  Profile: {
    Type: 'AWS::Connect::RoutingProfile',
    Properties: {
      InstanceArn: ref('Instance'),
      Name: 'team',
      Description: 'team',
      DefaultOutboundQueueArn: arnOf('Queue', 'QueueArn'),
      MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
      QueueConfigs: [
        {
          Priority: 1,
          Delay: 0,
          QueueReference: { Channel: 'VOICE', QueueArn: arnOf('Queue', 'QueueArn') },
        },
      ],
    },
  },
  Agent: contactFlow(
    ...(['agent', 'AGENT_WHISPER', JSON.stringify(flow(say('who'), note('agent'), end))] as const),
  ),
  Customer: contactFlow(
    ...(['customer', 'CUSTOMER_WHISPER', JSON.stringify(flow(note('customer'), end))] as const),
  ),
  Hold: contactFlow(
    ...(['hold', 'CUSTOMER_HOLD', JSON.stringify(flow(note('hold'), music, end))] as const),
  ),
  Entry: contactFlow('entry', 'CONTACT_FLOW', {
    'Fn::Sub': [
      JSON.stringify(ENTRY),
      {
        agent: arnOf('Agent', 'ContactFlowArn'),
        customer: arnOf('Customer', 'ContactFlowArn'),
        hold: arnOf('Hold', 'ContactFlowArn'),
        queue: arnOf('Queue', 'QueueArn'),
      },
    ],
  }),
};

const second = { mean: 1, variation: 0 };
const HOLDS = { share: 1, after: { ...second, mean: 20 }, last: { ...second, mean: 10 } };

async function centre({ holds = HOLDS }: { readonly holds?: typeof HOLDS } = {}) {
  const phone = localConnect({ callsPerSecond: 2, burst: 5 });
  const cloud = await startCloud(
    { stacks: { connect: { Resources: RESOURCES } } },
    { extensions: [phone.extension] },
  );
  const network = phone.open({
    agents: [{ id: 'eva', profile: 'team' }],
    behaviour: behaviour({ agents: { holds, logInWithin: 1 } }),
    random: seededRandom('1'),
    classify: () => {},
  });
  const connect = new ConnectClient(cloud.clientConfig());
  const InstanceId = cloud.resource('Instance').ref.split('/').at(-1) ?? '';
  const number = cloud.resource('Number');
  await connect.send(
    new AssociatePhoneNumberContactFlowCommand({
      InstanceId,
      PhoneNumberId: number.ref.split('/').at(-1),
      ContactFlowId: cloud.resource('Entry').ref.split('/').at(-1),
    }),
  );
  const seconds = (count: number) => cloud.time.until(cloud.time.now() + count * 1000);
  await seconds(5);
  const call = (from: string, script: CallerScript) => {
    const caller = callerFromScript(script, behaviour().callers);
    const contact = phone.ring({ from, to: String(number.attributes?.Address), caller });
    if (contact === undefined) throw new Error('no flow answered');
    return contact;
  };
  const attributesOf = async (InitialContactId: string) => {
    const command = new GetContactAttributesCommand({ InstanceId, InitialContactId });
    return (await connect.send(command)).Attributes;
  };
  return { cloud, network, connect, InstanceId, seconds, call, attributesOf };
}

describe('a talk', () => {
  it('begins with the agent’s whisper and then the caller’s', async () => {
    const { seconds, call, attributesOf } = await centre({ holds: { ...HOLDS, share: 0 } });
    const contact = call('+48601100201', { talk: 60, patience: 100 });

    await seconds(3);
    const early = await attributesOf(contact);
    await seconds(20);

    expect(early).toEqual({});
    expect(await attributesOf(contact)).toEqual({
      agent: 'ran',
      customer: 'ran',
      last: 'customer',
    });
  });

  it('may be interrupted by a hold, with its music, and ends when it always would (INB-5)', async () => {
    const { network, seconds, call, attributesOf } = await centre();
    const contact = call('+48601100201', { talk: 60, patience: 100 });

    await seconds(100);

    expect(await attributesOf(contact)).toMatchObject({ hold: 'ran', last: 'hold' });
    const { connectedToAgent = 0, disconnected = 0 } = network.describe(contact) ?? {};
    expect((disconnected - connectedToAgent) / 1000).toBe(60);
  });
});

describe('the order of those who wait (PRI-5)', () => {
  /** Eva talks with the first; the two others wait, one after the other. */
  async function waiting() {
    const all = await centre();
    all.call('+48601100201', { talk: 60, patience: 1000 });
    await all.seconds(5);
    const early = all.call('+48601100202', { talk: 10, patience: 1000 });
    await all.seconds(5);
    const late = all.call('+48601100203', { talk: 10, patience: 1000 });
    await all.seconds(5);
    const talkedFirst = async () => {
      await all.seconds(600);
      const at = (contact: string) =>
        all.network.describe(contactId(contact))?.connectedToAgent ?? Infinity;
      return at(early) < at(late) ? 'early' : 'late';
    };
    const update = (input: Partial<UpdateContactRoutingDataCommandInput>) =>
      all.connect.send(
        new UpdateContactRoutingDataCommand({
          InstanceId: all.InstanceId,
          ContactId: late,
          ...input,
        }),
      );
    return { ...all, early, late, update, talkedFirst };
  }

  it('is that of their coming', async () => {
    const { talkedFirst } = await waiting();

    expect(await talkedFirst()).toBe('early');
  });

  it.each([{ QueuePriority: 1 }, { QueueTimeAdjustmentSeconds: 30 }])(
    'is changed by %o',
    async (by) => {
      const { update, talkedFirst } = await waiting();

      await update(by);

      expect(await talkedFirst()).toBe('late');
    },
  );

  it.each([
    [{}, 'InvalidParameterException'],
    [{ QueuePriority: 1, QueueTimeAdjustmentSeconds: 1 }, 'InvalidParameterException'],
    [{ QueuePriority: 0 }, 'InvalidParameterException'],
    [{ ContactId: 'nobody', QueuePriority: 1 }, 'ResourceNotFoundException'],
  ])('is not changed by %o', async (by, name) => {
    const { update } = await waiting();

    await expect(update(by)).rejects.toMatchObject({ name });
  });

  it('is nothing to those who have left', async () => {
    const { connect, InstanceId, late, seconds } = await waiting();
    await seconds(600);

    const told = await connectRouting(connect, InstanceId).prioritise(contactId(late), 1);

    expect(told).toBe('gone');
  });
});

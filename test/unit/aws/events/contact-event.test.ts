import { describe, expect, it } from 'vitest';
import { readContactEvents } from '../../../../lib/aws/events/contact-event.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { parseInstant } from '../../../../lib/domain/model/instant.ts';

const INSTANCE =
  'arn:aws:connect:eu-central-1:111122223333:instance/12345678-1234-1234-1234-123456789012';
const AGENT = `${INSTANCE}/agent/aaaaaaaa-0000-0000-0000-000000000001`;
const QUEUE = `${INSTANCE}/queue/bbbbbbbb-0000-0000-0000-000000000002`;
const NEVER = '1970-01-01T00:00:00.001Z';

const read = readContactEvents(async (arn) => (arn === AGENT ? agentId('eva') : undefined), {
  profiles: async () => new Map(),
  queueArn: async () => QUEUE,
  waitingFlowArn: async () => undefined,
  surveyFlowArn: async (campaign: string) => `arn:flow/survey-${campaign}`,
  number: async () => '+48221230000',
  queueOf: async (arn) => (arn === QUEUE ? 'sales' : undefined),
});

const event = (detail: Record<string, unknown>, time = '2026-03-02T09:00:40Z') => ({
  version: '0',
  id: 'abcabcab-abca-abca-abca-abcabcabcabc',
  'detail-type': 'Amazon Connect Contact Event',
  source: 'aws.connect',
  account: '111122223333',
  time,
  region: 'eu-central-1',
  resources: [INSTANCE],
  detail: {
    contactId: 'c-1',
    initialContactId: 'c-1',
    channel: 'VOICE',
    instanceArn: INSTANCE,
    initiationMethod: 'API',
    ...detail,
  },
});

const at = (clock: string) => parseInstant(`2026-03-02T${clock}Z`);

/** A call that reached an agent, as its COMPLETED event tells it. */
const whole = {
  eventType: 'COMPLETED',
  initiationTimestamp: '2026-03-02T09:00:00.000Z',
  connectedToSystemTimestamp: '2026-03-02T09:00:12.000Z',
  disconnectTimestamp: '2026-03-02T09:02:00.000Z',
  disconnectReason: 'CUSTOMER_DISCONNECT',
  queueInfo: {
    queueArn: QUEUE,
    queueType: 'STANDARD',
    enqueueTimestamp: '2026-03-02T09:00:13.000Z',
  },
  agentInfo: {
    agentArn: AGENT,
    connectedToAgentTimestamp: '2026-03-02T09:00:20.000Z',
    afterContactWorkStartTimestamp: '2026-03-02T09:02:00.000Z',
    afterContactWorkEndTimestamp: '2026-03-02T09:02:25.000Z',
  },
  tags: { 'aws:connect:instanceId': '12345678-1234-1234-1234-123456789012' },
};
const wholeFacts = {
  contact: 'c-1',
  initiated: at('09:00:00'),
  connectedToSystem: at('09:00:12'),
  enqueued: at('09:00:13'),
  connectedToAgent: at('09:00:20'),
  disconnected: at('09:02:00'),
  wrapUpEnded: at('09:02:25'),
  disconnectReason: 'CUSTOMER_DISCONNECT',
  agent: 'eva',
  queue: 'sales',
};

describe('a contact event', () => {
  it('tells everything its timestamps tell, so one event can stand for those that were lost', async () => {
    expect(await read(event(whole))).toEqual(wholeFacts);
  });

  it('says the same in Pascal case and with ARN in capitals', async () => {
    const { contactId, channel, initiationMethod } = event({}).detail;
    const pascal = {
      ...event({}),
      detail: {
        EventType: 'COMPLETED',
        ContactId: contactId,
        Channel: channel,
        InitiationMethod: initiationMethod,
        InitiationTimestamp: whole.initiationTimestamp,
        ConnectedToSystemTimestamp: whole.connectedToSystemTimestamp,
        DisconnectTimestamp: whole.disconnectTimestamp,
        DisconnectReason: whole.disconnectReason,
        QueueInfo: { ARN: QUEUE, EnqueueTimestamp: whole.queueInfo.enqueueTimestamp },
        AgentInfo: {
          AgentARN: AGENT,
          ConnectedToAgentTimestamp: whole.agentInfo.connectedToAgentTimestamp,
          AfterContactWorkEndTimestamp: whole.agentInfo.afterContactWorkEndTimestamp,
        },
      },
    };

    expect(await read(pascal)).toEqual(wholeFacts);
  });

  it('takes the beginning of time, null and nothing for what has not come', async () => {
    const ringing = event({
      eventType: 'INITIATED',
      initiationTimestamp: '2026-03-02T09:00:00Z',
      connectedToSystemTimestamp: NEVER,
      disconnectTimestamp: null,
      queueInfo: null,
      agentInfo: null,
    });

    expect(await read(ringing)).toEqual({ contact: 'c-1', initiated: at('09:00:00') });
  });

  it('reads the same event the same way when it comes twice', async () => {
    expect(await read(event(whole))).toEqual(await read(event(whole)));
  });

  it.each([
    ['INITIATED', 'initiated'],
    ['CONNECTED_TO_SYSTEM', 'connectedToSystem'],
    ['QUEUED', 'enqueued'],
    ['CONNECTED_TO_AGENT', 'connectedToAgent'],
    ['DISCONNECTED', 'disconnected'],
  ])(
    'takes its own time for the mark of %s when the timestamp is missing',
    async (eventType, mark) => {
      expect(await read(event({ eventType }))).toEqual({ contact: 'c-1', [mark]: at('09:00:40') });
    },
  );

  it('prefers the timestamp to the time of a late event', async () => {
    const late = event(
      { eventType: 'DISCONNECTED', disconnectTimestamp: '2026-03-02T09:00:35Z' },
      '2026-03-02T09:30:00Z',
    );

    expect(await read(late)).toEqual({ contact: 'c-1', disconnected: at('09:00:35') });
  });

  it('takes a completed contact without an agent for no wrap-up', async () => {
    const unanswered = event({
      eventType: 'COMPLETED',
      disconnectTimestamp: '2026-03-02T09:00:30Z',
      disconnectReason: 'OUTBOUND_NOT_ANSWERED',
      answeringMachineDetectionStatus: 'VOICEMAIL_BEEP',
    });

    expect(await read(unanswered)).toEqual({
      contact: 'c-1',
      disconnected: at('09:00:30'),
      disconnectReason: 'OUTBOUND_NOT_ANSWERED',
      machineDetection: 'VOICEMAIL_BEEP',
    });
  });

  it('keeps the marks of an agent and queue nobody knows, without their names', async () => {
    const strangers = event({
      eventType: 'CONNECTED_TO_AGENT',
      queueInfo: { queueArn: `${INSTANCE}/queue/other`, enqueueTimestamp: '2026-03-02T09:00:13Z' },
      agentInfo: { agentArn: `${INSTANCE}/agent/other` },
    });

    expect(await read(strangers)).toEqual({
      contact: 'c-1',
      enqueued: at('09:00:13'),
      connectedToAgent: at('09:00:40'),
    });
  });

  it.each([
    ['a chat', { channel: 'CHAT' }],
    ['what follows an agent’s hanging up', { initiationMethod: 'DISCONNECT' }],
    ['a call an agent dialed', { initiationMethod: 'OUTBOUND' }],
    ['a transfer', { initiationMethod: 'TRANSFER' }],
  ])('says nothing to us when it is about %s', async (_, detail) => {
    expect(await read(event({ eventType: 'INITIATED', ...detail }))).toBeUndefined();
  });

  it('tells of calls of customers as of our own (INB-1)', async () => {
    const inbound = event({ eventType: 'INITIATED', initiationMethod: 'INBOUND' });

    expect(await read(inbound)).toMatchObject({ contact: 'c-1', initiated: expect.any(Number) });
  });

  it('passes over types and fields of the future', async () => {
    const future = event({ eventType: 'HELD_BY_ROBOT', mood: { good: true } });

    expect(await read(future)).toEqual({ contact: 'c-1' });
  });

  it.each([
    ['no contact id', event({ eventType: 'INITIATED', contactId: undefined })],
    ['a moment that is none', event({ eventType: 'INITIATED', initiationTimestamp: 'soon' })],
    ['no envelope', { eventType: 'INITIATED', contactId: 'c-1' }],
  ])('is refused with %s', async (_, broken) => {
    await expect(read(broken)).rejects.toThrow(/contactid|datetime|source/);
  });
});

describe('the contact that goes on with a transferred call', () => {
  const of = { contactId: 'c-2', initialContactId: 'c-1', previousContactId: 'c-1' };
  const waits = { queueInfo: { queueArn: QUEUE, queueType: 'STANDARD' } };
  const agents = { queueInfo: { queueArn: `${INSTANCE}/queue/agent/x`, queueType: 'AGENT' } };
  const talks = {
    agentInfo: { agentArn: AGENT, connectedToAgentTimestamp: '2026-03-02T09:03:00Z' },
  };
  const told = async (eventType: string, initiationMethod: string, more: object) =>
    (await read(event({ ...of, eventType, initiationMethod, ...more })))?.transfer;

  it.each([
    ['waits in a queue', 'QUEUED', 'TRANSFER', waits, 'queue'],
    ['is with the other agent', 'CONNECTED_TO_AGENT', 'TRANSFER', { ...agents, ...talks }, 'agent'],
    ['goes to a number outside', 'CONNECTED_TO_SYSTEM', 'EXTERNAL_OUTBOUND', {}, 'outside'],
  ] as const)('%s', async (_, type, method, more, to) => {
    expect(await told(type, method, more)).toEqual({ of: 'c-1', to });
  });

  it('tells nothing while the other agent has not answered', async () => {
    expect(await told('QUEUED', 'TRANSFER', agents)).toBeUndefined();
  });

  it('is nothing that a flow passed on from one queue to another', async () => {
    expect(await told('QUEUED', 'QUEUE_TRANSFER', waits)).toBeUndefined();
  });
});

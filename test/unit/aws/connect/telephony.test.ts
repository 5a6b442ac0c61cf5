import { ConnectClient } from '@aws-sdk/client-connect';
import { describe, expect, it } from 'vitest';
import type { DialRequest } from '../../../../lib/application/ports/telephony.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import { connectContactReader } from '../../../../lib/aws/connect/contact-reader.ts';
import type { ConnectDirectory } from '../../../../lib/aws/connect/directory.ts';
import { connectTelephony } from '../../../../lib/aws/connect/telephony.ts';
import { agentId, attemptId, contactId } from '../../../../lib/domain/model/ids.ts';
import { parseInstant } from '../../../../lib/domain/model/instant.ts';
import { type Answer, answeringAws, brokenConnection } from '../../../support/answering-aws.ts';
import { ref } from '../../../support/records.ts';

const QUEUE_ARN = 'arn:aws:connect:eu-central-1:111122223333:instance/i/queue/q-1';

const directory: ConnectDirectory = {
  profiles: async () => new Map(),
  queueArn: async (queue) => {
    if (queue !== 'sales') throw new Fault('NotFound', `the directory has no 'queues/${queue}'`);
    return QUEUE_ARN;
  },
  waitingFlowArn: async () => 'arn:waiting',
  surveyFlowArn: async (campaign: string) => `arn:flow/survey-${campaign}`,
  number: async (id) => (id === 'main' ? '+48221230000' : '+48221239999'),
  queueOf: async (id) => (id === 'q-1' ? 'sales' : undefined),
};

function telephonyOver(answer: (nth: number) => Answer) {
  const { asked, config } = answeringAws((_, nth) => answer(nth));
  const names = async (id: string) => (id === 'u-1' ? agentId('eva') : undefined);
  const place = { instance: 'i', outboundFlow: 'f-1' };
  const connect = new ConnectClient(config);
  return {
    asked,
    telephony: {
      ...connectTelephony(connect, place, directory),
      ...connectContactReader(connect, place.instance, directory, names),
    },
  };
}

const request: DialRequest = {
  attempt: attemptId('a1'),
  ref: ref('spring', 'ann'),
  phone: '+48221000001',
  queue: 'sales',
  callerId: 'main',
  ringFor: 25,
  machineDetection: false,
  language: 'pl',
  priority: 3,
};

describe('dialing', () => {
  it('asks Connect for a call that leads back to its attempt and tells nothing of a person', async () => {
    const { asked, telephony } = telephonyOver(() => ({ body: { ContactId: 'c-1' } }));

    const dialed = await telephony.dial(request);

    expect(dialed).toEqual({ kind: 'accepted', contact: 'c-1' });
    expect(asked.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      {
        method: 'PUT',
        path: '/contact/outbound-voice',
        body: {
          InstanceId: 'i',
          ContactFlowId: 'f-1',
          ClientToken: 'a1',
          DestinationPhoneNumber: '+48221000001',
          SourcePhoneNumber: '+48221230000',
          RingTimeoutInSeconds: 25,
          Attributes: {
            attempt: 'a1',
            campaign: 'spring',
            record: 'ann',
            queueArn: QUEUE_ARN,
            queueFlowArn: 'arn:waiting',
            queuePriority: '3',
            language: 'pl',
          },
        },
      },
    ]);
  });

  it('shows the queue’s number without a caller id of its own', async () => {
    const { asked, telephony } = telephonyOver(() => ({ body: { ContactId: 'c-1' } }));
    const { callerId: _, ...plain } = request;

    await telephony.dial(plain);

    expect(asked[0]?.body).toMatchObject({ QueueId: 'q-1' });
    expect(asked[0]?.body).not.toHaveProperty('SourcePhoneNumber');
  });

  it('hands on what rules have added, as attributes named r_<name> (CBR-15)', async () => {
    const { asked, telephony } = telephonyOver(() => ({ body: { ContactId: 'c-1' } }));

    await telephony.dial({ ...request, parameters: { 'second-try': 'yes', hint: 'ráno' } });
    await telephony.dial({ ...request, parameters: {} });

    const [added, none] = asked.map(({ body }) => body.Attributes as Record<string, string>);
    // a hyphen is no character of the name of a Connect attribute
    expect(added).toMatchObject({ r_second_try: 'yes', r_hint: 'ráno', campaign: 'spring' });
    expect(Object.keys(none ?? {}).filter((name) => name.startsWith('r_'))).toEqual([]);
  });

  it('names the agent of a preview call (DIA-1)', async () => {
    const { asked, telephony } = telephonyOver(() => ({ body: { ContactId: 'c-1' } }));

    await telephony.dial({ ...request, agentArn: 'arn:agent/eva' });

    expect(asked[0]?.body.Attributes).toMatchObject({ agentArn: 'arn:agent/eva' });
  });

  it.each([
    ['DestinationNotAllowedException', '', 'destination not allowed'],
    ['OutboundContactNotPermittedException', '', 'outbound contact not permitted'],
    ['InvalidParameterException', 'DestinationPhoneNumber +48221000001', 'invalid number'],
  ])('takes %s for a refusal, without the number in its reason', async (error, message, reason) => {
    const { telephony } = telephonyOver(() => ({ error, body: { Message: message, message } }));

    expect(await telephony.dial(request)).toEqual({ kind: 'refused', reason });
  });

  it('takes a wrong parameter of ours for a bug, not for a refused number', async () => {
    const { telephony } = telephonyOver(() => ({
      error: 'InvalidParameterException',
      body: { message: 'ContactFlowId is not a flow' },
    }));

    await expect(telephony.dial(request)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it.each([
    ['throttling', { error: 'TooManyRequestsException', status: 429 }],
    ['an overrun quota', { error: 'LimitExceededException', status: 429 }],
  ])('raises TelephonyUnavailable at %s', async (_, answer) => {
    const { telephony } = telephonyOver(() => answer);

    await expect(telephony.dial(request)).rejects.toMatchObject({ name: 'TelephonyUnavailable' });
  });

  it('raises TelephonyUnavailable when no connection came about', async () => {
    const { telephony } = telephonyOver(() => {
      throw brokenConnection('ECONNREFUSED');
    });

    await expect(telephony.dial(request)).rejects.toMatchObject({ name: 'TelephonyUnavailable' });
  });

  it('raises CallUnclear when the connection breaks or Connect fails inside (DIA-7)', async () => {
    const broken = telephonyOver(() => {
      throw brokenConnection('ECONNRESET');
    });
    const failing = telephonyOver(() => ({ error: 'InternalServiceException', status: 500 }));

    await expect(broken.telephony.dial(request)).rejects.toMatchObject({ name: 'CallUnclear' });
    await expect(failing.telephony.dial(request)).rejects.toMatchObject({ name: 'CallUnclear' });
  });

  it('names a queue the directory does not know', async () => {
    const { asked, telephony } = telephonyOver(() => ({}));

    await expect(telephony.dial({ ...request, queue: 'night' })).rejects.toThrow('queues/night');
    expect(asked).toEqual([]);
  });
});

describe('asking for a contact', () => {
  const seconds = (iso: string) => parseInstant(iso) / 1000;

  it('tells what Connect knows in the words of contact events', async () => {
    const { asked, telephony } = telephonyOver(() => ({
      body: {
        Contact: {
          Id: 'c-1',
          InitiationTimestamp: seconds('2026-03-02T09:00:00Z'),
          ConnectedToSystemTimestamp: seconds('2026-03-02T09:00:12Z'),
          DisconnectTimestamp: seconds('2026-03-02T09:02:00Z'),
          DisconnectReason: 'AGENT_DISCONNECT',
          AnsweringMachineDetectionStatus: 'HUMAN_ANSWERED',
          QueueInfo: { Id: 'q-1', EnqueueTimestamp: seconds('2026-03-02T09:00:13Z') },
          AgentInfo: {
            Id: 'u-1',
            ConnectedToAgentTimestamp: seconds('2026-03-02T09:00:20Z'),
            AfterContactWorkEndTimestamp: seconds('2026-03-02T09:02:25Z'),
          },
        },
      },
    }));

    const facts = await telephony.describe(contactId('c-1'));

    expect(asked[0]?.path).toBe('/contacts/i/c-1');
    expect(facts).toEqual({
      contact: 'c-1',
      initiated: parseInstant('2026-03-02T09:00:00Z'),
      connectedToSystem: parseInstant('2026-03-02T09:00:12Z'),
      enqueued: parseInstant('2026-03-02T09:00:13Z'),
      connectedToAgent: parseInstant('2026-03-02T09:00:20Z'),
      disconnected: parseInstant('2026-03-02T09:02:00Z'),
      wrapUpEnded: parseInstant('2026-03-02T09:02:25Z'),
      disconnectReason: 'AGENT_DISCONNECT',
      machineDetection: 'HUMAN_ANSWERED',
      agent: 'eva',
      queue: 'sales',
    });
  });

  it('tells no moment that has not come', async () => {
    const { telephony } = telephonyOver(() => ({
      body: { Contact: { Id: 'c-1', DisconnectTimestamp: 0.001, AgentInfo: { Id: 'gone' } } },
    }));

    expect(await telephony.describe(contactId('c-1'))).toEqual({ contact: 'c-1' });
  });

  it('knows nothing of a contact Connect does not know', async () => {
    const { telephony } = telephonyOver(() => ({
      error: 'ResourceNotFoundException',
      status: 404,
    }));

    expect(await telephony.describe(contactId('c-9'))).toBeUndefined();
    expect(await telephony.attemptOf(contactId('c-9'))).toBeUndefined();
  });

  it('finds the attempt a contact was made for in its attributes', async () => {
    const { asked, telephony } = telephonyOver(() => ({
      body: { Attributes: { attempt: 'a1', campaign: 'spring', record: 'ann', queueArn: 'x' } },
    }));

    expect(await telephony.attemptOf(contactId('c-1'))).toEqual({
      ref: ref('spring', 'ann'),
      attempt: 'a1',
    });
    expect(asked[0]?.path).toBe('/contact/attributes/i/c-1');
  });

  it('finds none for a contact that is not ours', async () => {
    const { telephony } = telephonyOver(() => ({ body: { Attributes: { vip: 'yes' } } }));

    expect(await telephony.attemptOf(contactId('c-1'))).toBeUndefined();
  });

  it('raises TelephonyUnavailable when Connect is busy', async () => {
    const { telephony } = telephonyOver(() => ({ error: 'ThrottlingException', status: 429 }));

    await expect(telephony.attemptOf(contactId('c-1'))).rejects.toMatchObject({
      name: 'TelephonyUnavailable',
    });
  });
});

describe('calling back for a survey (INB-9)', () => {
  const survey = {
    attempt: attemptId('in-c-1'),
    ref: ref('spring', 'ann'),
    phone: '+48600999888',
    callerId: 'main',
    ringFor: 30,
  };

  it('runs the campaign’s survey flow on a call that leads back to the one it asks about', async () => {
    const { asked, telephony } = telephonyOver(() => ({ body: { ContactId: 'c-2' } }));

    const dialed = await telephony.dialSurvey(survey);

    expect(dialed).toEqual({ kind: 'accepted', contact: 'c-2' });
    expect(asked.map(({ body }) => body)).toEqual([
      {
        InstanceId: 'i',
        ContactFlowId: 'survey-spring',
        ClientToken: 'in-c-1-survey',
        DestinationPhoneNumber: '+48600999888',
        RingTimeoutInSeconds: 30,
        SourcePhoneNumber: '+48221230000',
        Attributes: { attempt: 'in-c-1', campaign: 'spring', record: 'ann', survey: 'yes' },
      },
    ]);
  });

  it('tells a refusal and an unclear answer as dialing does', async () => {
    const refused = telephonyOver(() => ({ error: 'DestinationNotAllowedException' }));
    const unclear = telephonyOver(() => ({ error: 'InternalServiceException', status: 500 }));

    expect(await refused.telephony.dialSurvey(survey)).toEqual({
      kind: 'refused',
      reason: 'destination not allowed',
    });
    await expect(unclear.telephony.dialSurvey(survey)).rejects.toMatchObject({
      name: 'CallUnclear',
    });
  });
});

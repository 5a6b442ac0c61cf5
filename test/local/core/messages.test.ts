import {
  PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../lib/local/local-cloud.ts';
import { NOON, startCloud } from './support/assembly.ts';

const APP = {
  stacks: {
    App: {
      Resources: {
        Emails: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'ringback' } },
        EmailEvents: {
          Type: 'AWS::SES::ConfigurationSetEventDestination',
          Properties: {
            ConfigurationSetName: 'ringback',
            EventDestination: {
              Enabled: true,
              MatchingEventTypes: ['DELIVERY', 'BOUNCE'],
              EventBridgeDestination: {
                EventBusArn: {
                  'Fn::Sub':
                    'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default',
                },
              },
            },
          },
        },
        Texts: {
          Type: 'AWS::SMSVOICE::ConfigurationSet',
          Properties: { ConfigurationSetName: 'ringback' },
        },
      },
    },
  },
};

const told = (cloud: LocalCloud) =>
  cloud.buses.history().map((event) => ({
    type: event['detail-type'],
    detail: event.detail as Readonly<Record<string, unknown>>,
  }));

describe('text messages', () => {
  const send = (cloud: LocalCloud, number: string) =>
    new PinpointSMSVoiceV2Client(cloud.clientConfig()).send(
      new SendTextMessageCommand({
        DestinationPhoneNumber: number,
        OriginationIdentity: 'RINGBACK',
        MessageBody: 'Zażółć',
        ConfigurationSetName: 'ringback',
        Context: { message: 'm1' },
      }),
    );

  it('are kept in the outbox and confirmed with their context', async () => {
    const cloud = await startCloud(APP);

    const { MessageId } = await send(cloud, '+48501502503');
    await cloud.time.untilQuiet();

    expect(cloud.outbox.texts()).toEqual([
      {
        kind: 'sms',
        id: MessageId,
        at: NOON,
        from: 'RINGBACK',
        to: '+48501502503',
        text: 'Zażółć',
        parts: 1,
        context: { message: 'm1' },
        configurationSet: 'ringback',
      },
    ]);
    expect(
      told(cloud).map(({ detail }) => [detail.eventType, detail.isFinal, detail.context]),
    ).toEqual([
      ['TEXT_SUCCESSFUL', false, { message: 'm1' }],
      ['TEXT_DELIVERED', true, { message: 'm1' }],
    ]);
  });

  it('fail when the world says so', async () => {
    const cloud = await startCloud(APP);
    cloud.outbox.recipients = {
      ...cloud.outbox.recipients,
      text: () => [{ eventType: 'TEXT_UNREACHABLE', after: 60_000 }],
    };

    await send(cloud, '+48501502503');
    await cloud.time.untilQuiet();

    expect(told(cloud)).toMatchObject([
      {
        type: 'Text Message Delivery Status Updated',
        detail: { eventType: 'TEXT_UNREACHABLE', isFinal: true, eventTimestamp: NOON + 60_000 },
      },
    ]);
  });

  it('are refused when the number is not in E.164', async () => {
    const cloud = await startCloud(APP);

    await expect(send(cloud, '501502503')).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('e-mail', () => {
  const send = (cloud: LocalCloud, to: string, set = 'ringback') =>
    new SESv2Client(cloud.clientConfig()).send(
      new SendEmailCommand({
        FromEmailAddress: 'Ringback <hello@example.com>',
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: { Subject: { Data: 'Hi' }, Body: { Text: { Data: 'Dear Ann' } } },
        },
        EmailTags: [{ Name: 'message', Value: 'm1' }],
        ConfigurationSetName: set,
      }),
    );

  it('is kept in the outbox and raises the events its configuration set asks for', async () => {
    const cloud = await startCloud(APP);

    const { MessageId } = await send(cloud, 'ann@example.com');
    await cloud.time.untilQuiet();

    expect(cloud.meter.lines()).toMatchObject([{ action: 'SendEmail', calls: 1, units: 1 }]);
    expect(cloud.outbox.emails()).toMatchObject([
      { id: MessageId, to: ['ann@example.com'], subject: 'Hi', text: 'Dear Ann' },
    ]);
    expect(told(cloud)).toMatchObject([
      {
        type: 'Email Delivered',
        detail: {
          eventType: 'Delivery',
          mail: {
            messageId: MessageId,
            tags: { message: ['m1'], 'ses:configuration-set': ['ringback'] },
          },
        },
      },
    ]);
  });

  it('bounces when the world says so', async () => {
    const cloud = await startCloud(APP);
    cloud.outbox.recipients = {
      ...cloud.outbox.recipients,
      email: () => ({ kind: 'bounced', bounceType: 'Permanent', after: 5000 }),
    };

    await send(cloud, 'nobody@example.com');
    await cloud.time.untilQuiet();

    expect(told(cloud)).toMatchObject([
      { type: 'Email Bounced', detail: { bounce: { bounceType: 'Permanent' } } },
    ]);
  });

  it('is refused with an unknown configuration set', async () => {
    const cloud = await startCloud(APP);

    await expect(send(cloud, 'ann@example.com', 'other')).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });
});

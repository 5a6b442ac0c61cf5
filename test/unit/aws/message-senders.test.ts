import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { describe, expect, it } from 'vitest';
import type { DefinitionsSource } from '../../../lib/application/ports/definitions-source.ts';
import { sesEmail } from '../../../lib/aws/ses/email.ts';
import { endUserMessagingSms } from '../../../lib/aws/sms/text-messages.ts';
import { campaignId } from '../../../lib/domain/model/ids.ts';
import type { Message } from '../../../lib/domain/model/message.ts';
import { Centre } from '../../../lib/language/schema/centre.ts';
import { PricesFile } from '../../../lib/language/schema/prices.ts';
import { type Answer, answeringAws, brokenConnection } from '../../support/answering-aws.ts';
import { aRecord, aText } from '../../support/records.ts';

function definitionsWith(centre: object): DefinitionsSource {
  const whole = Centre.parse({
    name: 'Clinic',
    timeZone: 'Europe/Warsaw',
    languages: ['pl'],
    country: 'PL',
    ...centre,
  });
  return {
    definitions: () => ({
      centre: whole,
      hours: {},
      groups: {},
      queues: {},
      campaigns: {},
      rules: {},
      ivrs: {},
      scripts: {},
    }),
    graphs: () => [],
    scenarios: () => [],
    prices: () => PricesFile.parse({}),
    deployed: () => ({ version: '0' }),
    attachment: async (name) => new TextEncoder().encode(`content of ${name}`),
  };
}

const NUMBERS = ['+48221230001', '+48221230002', '+48221230003'];

function smsOver(answer: () => Answer, numbers: readonly string[] = NUMBERS) {
  const { asked, config } = answeringAws(answer);
  const client = new PinpointSMSVoiceV2Client(config);
  return {
    asked,
    sms: endUserMessagingSms(client, 'ringback', definitionsWith({ sms: { numbers } })),
  };
}

const text = (from = 'Ringback', id = 'a1.sms') =>
  aText(aRecord('ann'), id, { content: { kind: 'sms', to: '+48221000001', from, text: 'Hello' } });

describe('a text message', () => {
  it('is sent once, with the way back to it in its context', async () => {
    const { asked, sms } = smsOver(() => ({ body: { MessageId: 'sms-1' } }));

    expect(await sms.send(text())).toEqual({ kind: 'accepted', providerId: 'sms-1' });
    expect(asked.map(({ body }) => body)).toEqual([
      {
        DestinationPhoneNumber: '+48221000001',
        OriginationIdentity: 'Ringback',
        MessageBody: 'Hello',
        MessageType: 'TRANSACTIONAL',
        ConfigurationSetName: 'ringback',
        Context: { campaign: 'spring', record: 'ann', message: 'a1.sms' },
      },
    ]);
  });

  it('from "random" has one of the own numbers, the same message always the same (CBR-12, SMS-2)', async () => {
    const { asked, sms } = smsOver(() => ({ body: { MessageId: 'sms-1' } }));

    for (let n = 0; n < 40; n++) await sms.send(text('random', `m${n}`));
    for (let n = 0; n < 40; n++) await sms.send(text('random', `m${n}`));

    const senders = asked.map(({ body }) => String(body.OriginationIdentity));
    expect([...new Set(senders)].toSorted()).toEqual(NUMBERS);
    expect(senders.slice(40)).toEqual(senders.slice(0, 40));
  });

  it('from "random" is rejected when there is no own number', async () => {
    const { asked, sms } = smsOver(() => ({}), []);

    expect(await sms.send(text('random'))).toEqual({
      kind: 'rejected',
      reason: 'no number to send from',
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['ValidationException', 'invalid number or text'],
    ['ConflictException', 'the recipient opted out or is blocked'],
    ['ResourceNotFoundException', 'the sender does not exist'],
  ])('is rejected for good at %s', async (error, reason) => {
    const { sms } = smsOver(() => ({ error }));

    expect(await sms.send(text())).toEqual({ kind: 'rejected', reason });
  });
});

const email = (changes: object = {}): Message => ({
  ...aText(aRecord('ann'), 'a1.mail'),
  content: {
    kind: 'email',
    to: 'ann@example.org',
    mailbox: 'front-desk',
    cc: ['boss@example.org'],
    bcc: [],
    subject: 'Zápis',
    text: 'Dobrý den',
    attachments: [],
    ...changes,
  },
});

const recording = async (key: string) => new TextEncoder().encode(`sound of ${key}`);

function emailOver(answer: () => Answer, name?: string) {
  const { asked, config } = answeringAws(answer);
  const mailbox = { address: 'desk@example.org', name: name || undefined };
  const definitions = definitionsWith({ mailboxes: { 'front-desk': mailbox } });
  return { asked, email: sesEmail(new SESv2Client(config), 'ringback', definitions, recording) };
}

describe('an e-mail', () => {
  it('about an alert has the way back to its campaign and supervisor in its tags (MON-6)', async () => {
    const sender = emailOver(() => ({ body: { MessageId: 'ses-1' } }));
    const { content } = email();
    if (content.kind !== 'email') throw new Error('no e-mail');
    const at = '2026-03-02T09:00:00.000Z';

    const notice = { campaign: campaignId('spring'), at, supervisor: 'ewa', content };
    expect(await sender.email.send(notice)).toEqual({ kind: 'accepted', providerId: 'ses-1' });

    expect(sender.asked[0]?.body.EmailTags).toEqual([
      { Name: 'campaign', Value: 'spring' },
      { Name: 'alert', Value: '2026-03-02T09_3a00_3a00_2e000Z' },
      { Name: 'supervisor', Value: 'ewa' },
    ]);
  });

  it('is sent once, with the way back to it in its tags', async () => {
    const sender = emailOver(() => ({ body: { MessageId: 'ses-1' } }), 'Front "A" desk');

    expect(await sender.email.send(email())).toEqual({ kind: 'accepted', providerId: 'ses-1' });
    expect(sender.asked.map(({ body }) => body)).toEqual([
      {
        FromEmailAddress: '"Front \\"A\\" desk" <desk@example.org>',
        Destination: {
          ToAddresses: ['ann@example.org'],
          CcAddresses: ['boss@example.org'],
          BccAddresses: [],
        },
        Content: {
          Simple: {
            Subject: { Data: 'Zápis', Charset: 'UTF-8' },
            Body: { Text: { Data: 'Dobrý den', Charset: 'UTF-8' } },
          },
        },
        EmailTags: [
          { Name: 'campaign', Value: 'spring' },
          { Name: 'record', Value: 'ann' },
          { Name: 'message', Value: 'a1_2email' },
        ],
        ConfigurationSetName: 'ringback',
      },
    ]);
  });

  it('is answered at an address of its own, and stands below what it answers (RFC 5322)', async () => {
    const sender = emailOver(() => ({ body: { MessageId: 'ses-1' } }));
    const replyTo = 'ann.0123@reply.example.org';

    await sender.email.send(email({ text: 'Hi', thread: ['<a@x>', '<b@x>'] }), { replyTo });

    expect(sender.asked[0]?.body).toMatchObject({
      ReplyToAddresses: [replyTo],
      Content: {
        Simple: {
          Headers: [
            { Name: 'In-Reply-To', Value: '<b@x>' },
            { Name: 'References', Value: '<a@x> <b@x>' },
          ],
        },
      },
    });
  });

  it('has both forms, and for marketing one click to unsubscribe (RFC 8058)', async () => {
    const sender = emailOver(() => ({ body: { MessageId: 'ses-1' } }));
    const url = 'https://api.example.org/v1/unsubscribe/abc';
    const forms = { text: 'Hi', html: '<p>Hi</p>\n</body>' };

    await sender.email.send(email(forms), {
      unsubscribing: { url, label: 'Unsubscribe' },
    });

    expect(sender.asked[0]?.body.Content).toMatchObject({
      Simple: {
        Body: {
          Text: { Data: `Hi\n\nUnsubscribe: ${url}\n` },
          Html: { Data: `<p>Hi</p>\n<p><a href="${url}">Unsubscribe</a></p>\n</body>` },
        },
        Headers: [
          { Name: 'List-Unsubscribe', Value: `<${url}>` },
          { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
        ],
      },
    });
  });

  it('is rejected when its attachments are larger than mail servers take', async () => {
    const { asked, config } = answeringAws(() => ({ body: { MessageId: 'ses-1' } }));
    const large = async () => new Uint8Array(10_000_001);
    const definitions = definitionsWith({ mailboxes: { 'front-desk': { address: 'd@e.org' } } });
    const sender = sesEmail(new SESv2Client(config), 'ringback', definitions, large);

    const sent = await sender.send(email({ recording: { key: 'a', name: 'a.wav' } }));

    expect(sent).toEqual({ kind: 'rejected', reason: 'the attachments have more than 10 MB' });
    expect(asked).toEqual([]);
  });

  it.each(['Desk\r\nBcc: eve@example.org', 'Desk\u0000', 'Desk\u2028x'])(
    'has a sender in one line, whatever the mailbox is called: %j',
    async (name) => {
      const sender = emailOver(() => ({ body: { MessageId: 'ses-1' } }), name);

      await sender.email.send(email());

      expect(String(sender.asked[0]?.body.FromEmailAddress)).toMatch(
        /^=\?UTF-8\?B\?[A-Za-z0-9+/=]+\?= <desk@example\.org>$/,
      );
    },
  );

  it('carries attachments', async () => {
    const sender = emailOver(() => ({ body: { MessageId: 'ses-1' } }));

    await sender.email.send(email({ attachments: ['map.pdf'] }));

    const content = Buffer.from('content of map.pdf').toString('base64');
    expect(sender.asked[0]?.body).toMatchObject({
      FromEmailAddress: 'desk@example.org',
      Content: { Simple: { Attachments: [{ FileName: 'map.pdf', RawContent: content }] } },
    });
  });

  it('carries a caller’s message from the recordings (INB-6)', async () => {
    const sender = emailOver(() => ({ body: { MessageId: 'ses-1' } }));
    const message = { key: 'voicemails/spring/ann/a-1.wav', name: '2026-03-02-10-00.wav' };

    await sender.email.send(email({ attachments: ['map.pdf'], recording: message }));

    const RawContent = Buffer.from(`sound of ${message.key}`).toString('base64');
    expect(sender.asked[0]?.body).toMatchObject({
      Content: {
        Simple: {
          Attachments: [
            { FileName: 'map.pdf' },
            { FileName: message.name, RawContent, ContentType: 'audio/wav' },
          ],
        },
      },
    });
  });

  it('whose attachment cannot be read is tried again: nothing was sent for certain', async () => {
    const { config, asked } = answeringAws(() => ({}));
    const definitions = definitionsWith({
      mailboxes: { 'front-desk': { address: 'a@b.example' } },
    });
    const gone = () => Promise.reject(new Error('no recording'));
    const sender = sesEmail(new SESv2Client(config), 'ringback', definitions, gone);
    const recording = { key: 'x', name: 'x.wav' };

    await expect(sender.send(email({ recording }))).rejects.toMatchObject({
      name: 'MessagingUnavailable',
    });
    expect(asked).toEqual([]);
  });

  it('shows a name with letters beyond ASCII as an encoded word (RFC 2047)', async () => {
    const sender = emailOver(() => ({ body: { MessageId: 'ses-1' } }), 'Přepážka');

    await sender.email.send(email());

    const word = Buffer.from('Přepážka').toString('base64');
    expect(sender.asked[0]?.body.FromEmailAddress).toBe(`=?UTF-8?B?${word}?= <desk@example.org>`);
  });

  it('is rejected when its mailbox is gone', async () => {
    const sender = emailOver(() => ({}));

    expect(await sender.email.send(email({ mailbox: 'old' }))).toEqual({
      kind: 'rejected',
      reason: "no mailbox 'old'",
    });
  });

  it.each(['MessageRejected', 'BadRequestException', 'MailFromDomainNotVerifiedException'])(
    'is rejected for good at %s',
    async (error) => {
      const sender = emailOver(() => ({ error }));

      expect(await sender.email.send(email())).toMatchObject({ kind: 'rejected' });
    },
  );
});

describe('after an error, a message', () => {
  const outcome = (answer: () => Answer) => smsOver(answer).sms.send(text());

  it.each([
    ['throttled', { error: 'ThrottlingException', status: 429 }],
    ['over its quota', { error: 'ServiceQuotaExceededException', status: 402 }],
    ['not allowed to send now', { error: 'AccessDeniedException', status: 400 }],
  ])('may be sent again when the account is %s', async (_, answer) => {
    await expect(outcome(() => answer)).rejects.toMatchObject({ name: 'MessagingUnavailable' });
  });

  it('may be sent again when no connection came about', async () => {
    const refused = outcome(() => {
      throw brokenConnection('ECONNREFUSED');
    });

    await expect(refused).rejects.toMatchObject({ name: 'MessagingUnavailable' });
  });

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])(
    'is never sent again when the connection broke: %s',
    async (code) => {
      const broken = outcome(() => {
        throw brokenConnection(code);
      });

      await expect(broken).rejects.toMatchObject({ name: 'OutcomeUnclear' });
    },
  );

  it('is never sent again when no answer came in time', async () => {
    const late = outcome(() => {
      throw Object.assign(new Error('Request did not complete'), { name: 'TimeoutError' });
    });

    await expect(late).rejects.toMatchObject({ name: 'OutcomeUnclear' });
  });

  it('is never sent again when the provider failed inside', async () => {
    const failed = outcome(() => ({ error: 'InternalServerException', status: 500 }));

    await expect(failed).rejects.toMatchObject({ name: 'OutcomeUnclear' });
  });

  it('is never sent again when the answer has no id', async () => {
    await expect(outcome(() => ({ body: {} }))).rejects.toMatchObject({ name: 'OutcomeUnclear' });
  });
});

import { describe, expect, it } from 'vitest';
import { readMessageEvent, readTextWork } from '../../../../lib/aws/events/message-event.ts';
import { fromTag, messageTags, toTag } from '../../../../lib/aws/ses/email-tags.ts';
import { campaignId, messageId } from '../../../../lib/domain/model/ids.ts';
import { ref } from '../../../support/records.ts';

const OURS = { campaign: 'spring', record: 'ann', message: '01J.thank-you' };

const envelope = (source: string, detail: object) => ({
  version: '0',
  id: 'e-1',
  source,
  'detail-type': 'something',
  time: '2026-03-02T09:00:00Z',
  detail,
});

const text = (eventType: string, context: object | null = OURS) =>
  envelope('aws.sms-voice', {
    eventType,
    eventVersion: '1.0',
    eventTimestamp: 1_772_442_000_000,
    isFinal: true,
    destinationPhoneNumber: '+48221000001',
    messageId: 'sms-1',
    messageStatus: eventType.replace('TEXT_', ''),
    context,
  });

const mail = (eventType: string, more: object = {}, tags: object | null = tagsOf(OURS)) =>
  envelope('aws.ses', {
    eventType,
    mail: {
      timestamp: '2026-03-02T09:00:00.000Z',
      source: 'hello@example.org',
      messageId: 'ses-1',
      destination: ['ann@example.org'],
      tags,
    },
    ...more,
  });

function tagsOf({ campaign, record, message }: typeof OURS) {
  const tags = messageTags({ ...ref(campaign, record), id: messageId(message) });
  const ours = tags.map(({ Name, Value }) => [Name, [Value]]);
  return { ...Object.fromEntries(ours), 'ses:configuration-set': ['ringback'] };
}

describe('a delivery event of a text message', () => {
  it.each([
    ['TEXT_QUEUED', 'accepted'],
    ['TEXT_PENDING', 'accepted'],
    ['TEXT_SUCCESSFUL', 'accepted'],
    ['TEXT_UNKNOWN', 'accepted'],
    ['TEXT_DELIVERED', 'delivered'],
  ])('%s means %s', (eventType, outcome) => {
    expect(readTextWork(text(eventType))).toEqual({ ...OURS, providerId: 'sms-1', outcome });
  });

  it.each([
    ['TEXT_INVALID', 'invalid'],
    ['TEXT_CARRIER_UNREACHABLE', 'carrier unreachable'],
    ['TEXT_TTL_EXPIRED', 'ttl expired'],
    ['TEXT_PROTECT_BLOCKED', 'protect blocked'],
  ])('%s means failed, with the reason', (eventType, reason) => {
    expect(readTextWork(text(eventType))).toEqual({
      ...OURS,
      providerId: 'sms-1',
      outcome: 'failed',
      reason,
    });
  });

  it('says nothing to us when the message is none of ours', () => {
    expect(readTextWork(text('TEXT_DELIVERED', null))).toBeUndefined();
    expect(readTextWork(text('TEXT_DELIVERED', { order: '7' }))).toBeUndefined();
  });

  it('comes beside orders of ours, which stand for themselves', () => {
    expect(readTextWork(OURS)).toEqual(OURS);
  });

  it('says nothing to us with a status of the future', () => {
    expect(readTextWork(text('TEXT_READ'))).toBeUndefined();
  });
});

describe('an event of an e-mail', () => {
  const told = { ...OURS, providerId: 'ses-1' };

  it('tells that it was accepted and delivered', () => {
    expect(readMessageEvent(mail('Send'))).toEqual({ ...told, outcome: 'accepted' });
    expect(readMessageEvent(mail('Delivery', { delivery: {} }))).toEqual({
      ...told,
      outcome: 'delivered',
    });
  });

  it('tells why it failed', () => {
    const bounce = { bounceType: 'Permanent', bounceSubType: 'General' };

    expect(readMessageEvent(mail('Bounce', { bounce }))).toEqual({
      ...told,
      outcome: 'failed',
      reason: 'bounced, Permanent, General',
    });
    expect(readMessageEvent(mail('Reject', { reject: { reason: 'Bad content' } }))).toEqual({
      ...told,
      outcome: 'failed',
      reason: 'rejected: Bad content',
    });
    expect(readMessageEvent(mail('Rendering Failure'))).toEqual({
      ...told,
      outcome: 'failed',
      reason: 'rendering failed',
    });
  });

  it('names the addresses that do not exist or complained, and none of a mailbox that is full', () => {
    const bouncedRecipients = [{ emailAddress: 'Ann <ann@example.org>' }];
    const bounce = (bounceType: string) =>
      readMessageEvent(mail('Bounce', { bounce: { bounceType, bouncedRecipients } }));
    const complaint = { complainedRecipients: [{ emailAddress: 'ann@example.org' }] };

    expect(bounce('Permanent')).toMatchObject({ undeliverable: ['ann@example.org'] });
    expect(bounce('Transient')).not.toHaveProperty('undeliverable');
    expect(readMessageEvent(mail('Complaint', { complaint }))).toEqual({
      ...told,
      outcome: 'complained',
      undeliverable: ['ann@example.org'],
    });
  });

  it.each(['Open', 'Click', 'DeliveryDelay'])('%s is no outcome', (eventType) => {
    expect(readMessageEvent(mail(eventType))).toBeUndefined();
  });

  it('says nothing to us when the e-mail is none of ours', () => {
    expect(readMessageEvent(mail('Delivery', {}, null))).toBeUndefined();
    expect(readMessageEvent(mail('Delivery', {}, { order: ['7'] }))).toBeUndefined();
  });
});

describe('delivery events', () => {
  it('of an unknown source are refused by name', () => {
    expect(() => readMessageEvent(envelope('aws.pigeon', {}))).toThrow("'aws.pigeon'");
  });
});

describe('tags of an e-mail', () => {
  it('hold any id in the letters SES allows, and give it back', () => {
    const ids = ['spring', '01J.thank-you', 'a_b', 'ann/5#x', 'Žluťoučký', ''];

    for (const id of ids) {
      expect(toTag(id)).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(fromTag(toTag(id))).toBe(id);
    }
  });
});

describe('a delivery event of an e-mail about an alert (MON-6)', () => {
  const NOTICE = {
    campaign: campaignId('jarní kampaň'),
    at: '2026-03-02T09:00:00.000Z',
    supervisor: 'ewa',
  };
  const tags = Object.fromEntries(messageTags(NOTICE).map(({ Name, Value }) => [Name, [Value]]));

  it('leads back to the campaign, the alert and the supervisor', () => {
    const bounce = { bounce: { bounceType: 'Permanent' } };
    expect(readMessageEvent(mail('Bounce', bounce, tags))).toEqual({
      ...NOTICE,
      providerId: 'ses-1',
      outcome: 'failed',
      reason: 'bounced, Permanent',
    });
  });
});

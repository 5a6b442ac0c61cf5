// Events SES publishes for a message. Source: SES Developer Guide, "Contents of event data that
// Amazon SES publishes", and the EventBridge reference "Amazon Simple Email Service events".
import type { JsonObject } from '../json.ts';
import type { EmailOutcome, SentEmail } from './outbox.ts';

export interface SesEvent {
  /** As configuration sets name it. */
  readonly type: 'SEND' | 'DELIVERY' | 'BOUNCE' | 'COMPLAINT' | 'REJECT';
  readonly detailType: string;
  readonly detail: (email: SentEmail, now: string) => JsonObject;
}

export function sentEvent(): SesEvent {
  return event('SEND', 'Email Sent', 'Send', () => ({ send: {} }));
}

export function outcomeEvent(email: SentEmail, fate: EmailOutcome): SesEvent {
  const recipients = [...email.to, ...email.cc, ...email.bcc];
  const addresses = recipients.map((emailAddress) => ({ emailAddress }));
  if (fate.kind === 'delivered')
    return event('DELIVERY', 'Email Delivered', 'Delivery', (timestamp) => ({
      delivery: {
        timestamp,
        recipients,
        processingTimeMillis: fate.after,
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'mta.example.com',
      },
    }));
  if (fate.kind === 'bounced')
    return event('BOUNCE', 'Email Bounced', 'Bounce', (timestamp) => ({
      bounce: {
        timestamp,
        bounceType: fate.bounceType,
        bounceSubType: 'General',
        bouncedRecipients: addresses.map((one) => ({ ...one, action: 'failed', status: '5.1.1' })),
        feedbackId: `feedback-${email.id}`,
      },
    }));
  if (fate.kind === 'complained')
    return event('COMPLAINT', 'Email Complaint Received', 'Complaint', (timestamp) => ({
      complaint: {
        timestamp,
        complainedRecipients: addresses,
        complaintFeedbackType: 'abuse',
        feedbackId: `feedback-${email.id}`,
      },
    }));
  return event('REJECT', 'Email Rejected', 'Reject', () => ({ reject: { reason: 'Bad content' } }));
}

function event(
  type: SesEvent['type'],
  detailType: string,
  eventType: string,
  details: (now: string) => JsonObject,
): SesEvent {
  return {
    type,
    detailType,
    detail: (email, now) => ({ eventType, mail: mail(email), ...details(now) }),
  };
}

function mail(email: SentEmail): JsonObject {
  const { from, to, cc, bcc, subject, id, at, tags, configurationSet } = email;
  const own = Object.entries(tags).map(([name, value]) => [name, [value]]);
  return {
    timestamp: new Date(at).toISOString(),
    source: from,
    sendingAccountId: '000000000000',
    messageId: id,
    destination: [...to, ...cc, ...bcc],
    headersTruncated: false,
    commonHeaders: { from: [from], to, subject, messageId: id },
    tags: {
      ...Object.fromEntries(own),
      ...(configurationSet === undefined ? {} : { 'ses:configuration-set': [configurationSet] }),
    },
  };
}

// What speaks against a classification: of the contact it is of, of the recall and of the owner it
// names. All reasons are given at once.

import type { Classifier } from '../../language/schema/campaign.ts';
import { isInbound } from '../calls/call-events.ts';
import { keepsState } from '../calls/inbound-settlement.ts';
import type { Attempt } from '../model/attempt.ts';
import type { ContactEnding } from '../model/call-status.ts';
import type { AgentId } from '../model/ids.ts';
import { isPast } from '../model/instant.ts';
import { isWritten, type Message } from '../model/message.ts';
import { type CampaignRecord, isOver } from '../model/record.ts';
import type { Recall } from '../records/recall.ts';
import type { Classification } from './classification-facts.ts';

type ContactType = Classifier['for'][number];

/**
 * CLS-5 in terms of call statuses: nobody spoke with an agent in the calls that count as not
 * answered.
 */
const CONTACT_TYPE: Readonly<Record<ContactEnding, ContactType>> = {
  answered: 'answered',
  'not-answered': 'not-answered',
  abandoned: 'not-answered',
  voicemail: 'not-answered',
  busy: 'busy',
  error: 'error',
  forwarded: 'not-answered',
  sent: 'sms',
  received: 'sms',
};

/** What speaks against classifying this contact so. */
export function againstContact(facts: Classification, classifier: Classifier): readonly string[] {
  const { attempt, email } = facts;
  if (attempt !== undefined) return againstCall(facts, attempt, classifier);
  return email === undefined
    ? againstNoContact(facts, classifier)
    : againstEmail(facts, email, classifier);
}

/** CAM-11, CLS-4: somebody walked in, or wrote a letter. */
function againstNoContact(
  { record, agent, campaign }: Classification,
  { name, success }: Classifier,
): readonly string[] {
  if (!campaign.agentsMay.classifyWithoutContact) {
    return ['name the call: records are classified after a call'];
  }
  const reasons: string[] = [];
  if (!success) reasons.push(`'${name}' is no success: others are set after a contact`);
  return [...reasons, ...againstRecord(record, agent)];
}

/** CLS-5: an e-mail that an agent wrote to somebody they were in no contact with. */
function againstEmail(
  { record, agent }: Classification,
  { classifier: given, isAnswer, state, providerId }: Message,
  { name, for: types }: Classifier,
): readonly string[] {
  const reasons: string[] = [];
  if (given !== undefined) reasons.push(`the e-mail has been classified as '${given}'`);
  if (isAnswer) reasons.push('the e-mail is part of a contact: classify that');
  // one that came back had been sent
  if (state === 'failed' && providerId === undefined) reasons.push('the e-mail was not sent');
  if (!types.includes('email')) reasons.push(notOffered(name, 'email'));
  return [...reasons, ...againstRecord(record, agent)];
}

function againstRecord(record: CampaignRecord, agent: AgentId): readonly string[] {
  const reasons: string[] = [];
  if (record.current !== undefined) reasons.push('a contact with it is under way');
  if (isOver(record.state)) reasons.push(`the record is ${record.state}`);
  if (record.privateTo !== undefined && record.privateTo !== agent) {
    reasons.push('the record is private to another agent');
  }
  return reasons;
}

function againstCall(
  { record, agent, campaign, wroteEmail = false }: Classification,
  attempt: Attempt,
  classifier: Classifier,
): readonly string[] {
  const reasons: string[] = [];
  const { current } = record;
  if (attempt.classifier !== undefined) {
    reasons.push(`the call has been classified as '${attempt.classifier}'`);
  }
  const was = current?.attempt === attempt.id ? attempt.inbound?.took : undefined;
  if (was !== undefined && keepsState(was, campaign.channels.inbound?.protectClosed ?? false)) {
    reasons.push(`the record is ${was.state} and keeps its classifier`);
  }
  if (isOver(record.state)) reasons.push(`the record is ${record.state}`);
  if (current !== undefined && current.attempt !== attempt.id) {
    reasons.push('the record is in another call by now');
  }
  if (attempt.agent !== undefined && attempt.agent !== agent) {
    reasons.push('another agent had the call');
  }
  const types = contactTypes(attempt, wroteEmail);
  if (types.length === 0) reasons.push('the call has not been placed yet');
  else if (!types.some((type) => classifier.for.includes(type))) {
    reasons.push(notOffered(classifier.name, types[0]));
  }
  return reasons;
}

const notOffered = (name: string, type: ContactType | undefined): string =>
  `'${name}' is not offered for ${
    type === 'sms' ? 'text messages' : type === 'email' ? 'e-mails' : `calls that are ${type}`
  }`;

/**
 * The agent's word that they had the call is taken before Connect's: events come late or never.
 * Whether a person or a machine picked up only the agent knows; a customer who called was there.
 */
export function contactTypes(attempt: Attempt, wroteEmail = false): readonly ContactType[] {
  const types = typesOf(attempt);
  const further = wroteEmail && types.length > 0 && !types.includes('email');
  return further ? [...types, 'email'] : types;
}

/** E-mails that somebody at the centre wrote since the contact began. */
export const wroteDuring = (
  { orderedAt: since }: Attempt,
  messages: readonly Pick<Message, 'id' | 'content' | 'orderedAt'>[],
): boolean =>
  messages.some(
    ({ id, content, orderedAt }) => content.kind === 'email' && isWritten(id) && orderedAt >= since,
  );

function typesOf(attempt: Attempt): readonly ContactType[] {
  const { status, timestamps, contact } = attempt;
  if (attempt.channel !== 'voice')
    return isInbound(attempt) || status === 'sent' ? [attempt.channel] : [];
  if (isInbound(attempt)) {
    return status === undefined || status === 'answered' ? ['answered'] : ['not-answered'];
  }
  if (timestamps.connectedToAgent !== undefined) return ['answered', 'not-answered'];
  if (status !== undefined) return [CONTACT_TYPE[status]];
  return contact === undefined ? [] : ['answered', 'not-answered'];
}

/**
 * What the agent chose can be chosen otherwise; what the classifier does by itself cannot, and
 * closes (CAM-9).
 */
export function againstRecall(
  { recontactAt, now }: Classification,
  { recontact, name }: Classifier,
  recall: Recall | undefined,
): readonly string[] {
  if (recontactAt !== undefined && recontact === undefined) {
    return [`'${name}' sets no recall; leave the time out`];
  }
  if (recontact !== undefined && recall === undefined) return ['say when to call again'];
  if (recontactAt !== undefined && isPast(recontactAt, now))
    return ['the time to call again is over'];
  if (recontactAt !== undefined && recall?.verdict.kind === 'never')
    return [recall.verdict.because];
  return [];
}

export function againstOwner(
  { owner }: Classification,
  { makesPrivate, name }: Classifier,
): string[] {
  if (makesPrivate && owner === undefined) return ['say which agent the record shall belong to'];
  if (makesPrivate || owner === undefined) return [];
  return [`'${name}' makes no record private; leave the agent out`];
}

// The window an agent works in during a contact: the record's fields, what the contact is doing and
// how it may be classified.
import { workingGroups } from '../domain/campaigns/handling.ts';
import { classifiersFor } from '../domain/classification/classifiers-for.ts';
import { wroteDuring } from '../domain/classification/refusals.ts';
import { type FilledTemplate, filledTemplates } from '../domain/desk/filled-templates.ts';
import { pagesOf } from '../domain/desk/record-pages.ts';
import type { Attempt } from '../domain/model/attempt.ts';
import { type Instant, toIso } from '../domain/model/instant.ts';
import type { Message } from '../domain/model/message.ts';
import type { CampaignRecord } from '../domain/model/record.ts';
import type { Definitions } from '../language/definitions.ts';
import { own } from '../language/dictionary.ts';
import type { Campaign } from '../language/schema/campaign.ts';
import { contactView, nameOfRecord, untilOf } from './desk-views.ts';
import { questions } from './questions.ts';
import { recordView } from './views.ts';

interface Shown {
  readonly definitions: Definitions;
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly messages: readonly Message[];
  readonly now: Instant;
  /** Whose desk it is; empty at a desk of nobody. */
  readonly agent: string;
}

export function windowView({ definitions, record, attempt, messages, now, agent }: Shown) {
  const campaign = own(definitions.campaigns, record.campaign);
  const { current } = record;
  const isCurrent = current?.attempt === attempt.id;
  return {
    now: toIso(now),
    campaign: record.campaign,
    campaignName: campaign?.name ?? record.campaign,
    colour: campaign?.colour,
    name: nameOfRecord(record, campaign),
    record: recordView(record),
    contact: {
      ...contactView(record, attempt),
      ...(isCurrent && { until: untilOf(current, campaign) }),
      endpoint: attempt.endpoint,
      classifier: attempt.classifier,
      isOver: attempt.settled,
    },
    wrapUp: wrapUpOf(campaign, attempt),
    fields: questions(campaign?.fields ?? {}, record.fields),
    mayEditContactData: campaign?.agentsMay.editContactData ?? false,
    classifiers:
      campaign === undefined ? [] : choices(campaign, attempt, wroteDuring(attempt, messages)),
    owners: campaign === undefined ? [] : agentsOf(definitions, campaign),
    messages: messages
      // what a caller left is sent to us
      .filter(({ content }) => content.kind === 'sms' || content.recording === undefined)
      .map(messageView)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    answersPlain: (attempt.channel === 'sms' && campaign?.channels.sms?.transliterate) ?? false,
    services: [...pagesOf(campaign?.services ?? {}, record, agent)],
    templates: filledTemplates(campaign?.templates ?? {}, record).map(templateView),
    senders: [...definitions.centre.sms.numbers, ...definitions.centre.sms.names],
    mailboxes: Object.entries(definitions.centre.mailboxes).map(([mailbox, { address }]) => ({
      mailbox,
      address,
    })),
  };
}

function wrapUpOf(campaign: Campaign | undefined, { channel, direction, inbound }: Attempt) {
  const { inbound: calls, outbound, ...written } = campaign?.channels ?? {};
  const called = direction === 'inbound' ? calls : outbound;
  const seconds = (channel === 'voice' ? called : written[channel])?.wrapUp;
  return {
    seconds: seconds ?? 0,
    extra: inbound === undefined ? 0 : (calls?.extraWrapUp ?? 0),
    isExtended: inbound?.extraWrapUp !== undefined,
  };
}

const choices = (campaign: Campaign, attempt: Attempt, wroteEmail: boolean) =>
  classifiersFor(campaign, attempt, wroteEmail).map(({ id, classifier }) => ({
    classifier: id,
    name: classifier.name,
    success: classifier.success,
    closes: classifier.closes,
    blacklists: classifier.blacklists !== undefined,
    asksForOwner: classifier.makesPrivate,
    recontact: classifier.recontact && howAgain(classifier.recontact),
  }));

const howAgain = ({ after }: { readonly after?: unknown }) =>
  after === undefined ? ('you-choose' as const) : ('by-itself' as const);

const agentsOf = (definitions: Definitions, campaign: Campaign): string[] => [
  ...new Set(
    workingGroups(definitions, campaign).flatMap(
      (group) => definitions.groups[group]?.agents ?? [],
    ),
  ),
];

function messageView({ content, state, orderedAt, reason }: Message) {
  const by = state === 'received' ? ('them' as const) : ('us' as const);
  const { kind, text } = content;
  const about = { kind, by, at: toIso(orderedAt), text, state, reason };
  if (content.kind === 'sms') return about;
  const { subject, quoted, files = [] } = content;
  return { ...about, subject, quoted, files: [...files] };
}

function templateView(filled: FilledTemplate) {
  if (filled.kind === 'sms') return filled;
  const { cc, bcc, attachments } = filled;
  return { ...filled, cc: [...cc], bcc: [...bcc], attachments: [...attachments] };
}

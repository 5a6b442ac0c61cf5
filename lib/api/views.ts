// Things of the domain as the API shows them: moments as ISO 8601, nothing that only we understand.
import type { CallDecision } from '../domain/dialing/gates.ts';
import type { Attempt } from '../domain/model/attempt.ts';
import type { Gate } from '../domain/model/gate.ts';
import { type Instant, instant, toIso } from '../domain/model/instant.ts';
import type { EntryOf } from '../domain/model/journal.ts';
import type { Message } from '../domain/model/message.ts';
import type { CampaignRecord } from '../domain/model/record.ts';
import { sentenceOf } from '../domain/timeline/entry-text.ts';
import type { Moment } from '../domain/timeline/explain.ts';
import type { Definitions } from '../language/definitions.ts';
import type { Field } from '../language/schema/campaign.ts';
import { namedEntry } from './named-entry.ts';

const iso = (at: Instant | number | undefined): string | undefined =>
  at === undefined ? undefined : toIso(instant(at));

export function recordView(record: CampaignRecord) {
  const { current } = record;
  return {
    campaign: record.campaign,
    record: record.record,
    state: record.state,
    phones: [...record.phones],
    emails: [...record.emails],
    fields: { ...record.fields },
    parameters: { ...record.parameters, ...record.callParameters },
    weight: record.weight,
    privateTo: record.privateTo,
    nextContact: iso(record.nextContact),
    callBackTo: record.callBackTo,
    attempts: record.attempts,
    endings: { ...record.endings },
    classifier: record.classifier,
    success: record.success,
    lastAgent: record.lastAgent,
    lastContact: iso(record.lastContact),
    current: current && {
      attempt: current.attempt,
      phase: current.phase,
      since: toIso(current.since),
      offeredTo: current.offeredTo,
    },
    createdAt: toIso(record.createdAt),
    updatedAt: toIso(record.updatedAt),
  };
}

export const recordTag = ({ version }: Pick<CampaignRecord, 'version'>): string => `v${version}`;

/** Of a tag as the header or a body has it; none of ours is version 0, which nothing has. */
export const versionOf = (tag: string): number =>
  Number(/^(?:"v(\d{1,9})"|v(\d{1,9}))$/.exec(tag)?.slice(1).find(Boolean) ?? 0);

/** @param campaign that of the record */
export const momentView =
  (definitions: Definitions, campaign: string) =>
  ({ at, lastAt, times, type, gates, entry }: Moment) => ({
    at: toIso(at),
    lastAt: toIso(lastAt),
    times,
    type,
    says: sentenceOf(namedEntry(entry, definitions, campaign)),
    gates: gates.map(gateView),
    ran: entry.type === 'rule.applied' ? ranView(entry) : undefined,
  });

const ranView = ({ rule, version, attempt, path, values }: EntryOf<'rule.applied'>) => ({
  ...{ rule, version, attempt },
  path: [...path],
  values: { ...values },
});

const gateView = ({ gate, passed, saw, wanted }: Gate) => ({ gate, passed, saw, wanted });

export const verdictView = ({ verdict, gates }: CallDecision, says: string) => ({
  kind: verdict.kind,
  says,
  gates: gates.map(gateView),
});

export const callView = (attempt: Attempt) => ({
  attempt: attempt.id,
  channel: attempt.channel,
  direction: attempt.direction,
  endpoint: attempt.endpoint,
  orderedAt: toIso(attempt.orderedAt),
  contact: attempt.contact,
  agent: attempt.agent,
  status: attempt.status,
  classifier: attempt.classifier,
  script: attempt.script?.id,
  answers: attempt.script && { ...attempt.script.answers },
  connectedAt: iso(attempt.timestamps.connectedToAgent),
  endedAt: iso(attempt.timestamps.disconnected),
  ivr: ivrView(attempt),
});

function ivrView({ inbound }: Attempt) {
  if (inbound?.way === undefined) return undefined;
  const { version, path } = inbound.way;
  return { id: inbound.ivr, version, path: [...path] };
}

export const messageView = ({ id, content, state, orderedAt, changedAt, reason }: Message) => ({
  message: id,
  kind: content.kind,
  state,
  to: content.to,
  text: content.text,
  orderedAt: toIso(orderedAt),
  changedAt: toIso(changedAt),
  reason,
});

/** Of a record's fields, what those who work with them have to know. */
export const fieldViews = (fields: Readonly<Record<string, Field>>) =>
  Object.entries(fields).map(([field, { label, type, significant, options }]) => ({
    field,
    label: label ?? field,
    type,
    significant,
    options: options && [...options],
  }));

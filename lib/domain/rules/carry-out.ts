// One action of a callback rule, carried out on a record: a table over the kinds of action.

import { calleeHours } from '../contact-hours/callee-hours.ts';
import { messageFor } from '../messaging/message-text.ts';
import { transliterated } from '../messaging/transliterate.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { type MessageContent, orderedMessage } from '../model/message.ts';
import { plusPeriod } from '../model/period.ts';
import { type CampaignRecord, defaultOf, parametersOf } from '../model/record.ts';
import { withoutPerson } from '../records/erasure.ts';
import { scheduleRecall } from '../records/recall.ts';
import { close, rest, scheduleCall } from '../records/record-changes.ts';
import { redialFrom } from '../records/redial.ts';
import type { Draft, RuleSetting } from './draft.ts';
import type { RuleAction } from './rule-schema.ts';

export interface ActionFacts {
  readonly tile: string;
  readonly rule: string;
  readonly now: Instant;
  readonly setting: RuleSetting;
}

type CarryOut = {
  readonly [K in RuleAction['kind']]: (
    action: Extract<RuleAction, { kind: K }>,
    draft: Draft,
    facts: ActionFacts,
  ) => Draft;
};

export function carryOut(action: RuleAction, draft: Draft, facts: ActionFacts): Draft {
  const act = ACTS[action.kind] as (action: RuleAction, draft: Draft, facts: ActionFacts) => Draft;
  return act(action, draft, facts);
}

const ACTS: CarryOut = {
  recontact: (action, draft, facts) => {
    const { now, setting } = facts;
    const phone = defaultOf(draft.record.phones);
    const { verdict, gates } = scheduleRecall({
      wanted: plusPeriod(now, action.after, setting.zone),
      earliest: redialFrom(draft.record, phone, setting.redialInterval),
      zone: setting.zone,
      now,
      hours: setting.recallHours,
      callee: setting.contact && calleeHours(setting.contact, draft.record),
      lastDate: setting.lastDate,
    });
    const { record, attempt } = draft;
    if (verdict.kind === 'never') {
      const { because } = verdict;
      const entry = { type: 'record.closed', at: now, because, gates } as const;
      return withEntry(draft, { record: close(record) }, entry);
    }
    const rule = { ...record.rule, ...(action.cursor !== undefined && { cursor: action.cursor }) };
    return withEntry(
      draft,
      { record: scheduleCall({ ...record, rule }, verdict.at) },
      {
        type: 'record.recall-scheduled',
        at: now,
        attempt: attempt.id,
        for: verdict.at,
        by: author(facts),
        gates,
      },
    );
  },

  'close-record': (_action, draft, facts) => {
    const because = author(facts);
    const record = close(draft.record);
    return withEntry(draft, { record }, { type: 'record.closed', at: facts.now, because });
  },

  'delete-contact': (_action, draft, facts) => {
    const because = author(facts);
    const {
      privateTo: _owner,
      callBackTo: _number,
      callParameters: _parameters,
      lastCall: _call,
      ...record
    } = rest(draft.record, 'deleted');
    const nothing = { phones: [], emails: [], fields: {}, parameters: {} };
    return withEntry(
      draft,
      {
        record: { ...record, ...nothing, toErase: true },
        attempt: withoutPerson(draft.attempt),
      },
      { type: 'record.deleted', at: facts.now, because },
    );
  },

  'add-parameter': ({ to, name, value }, draft, { now }) => {
    const { record, attempt } = draft;
    const added = { ...record.callParameters, [name]: value };
    const changed =
      to === 'number'
        ? { record: { ...record, parameters: { ...record.parameters, [name]: value } } }
        : {
            record: { ...record, callParameters: added },
            attempt: { ...attempt, parameters: { ...attempt.parameters, [name]: value } },
          };
    return withEntry(draft, changed, { type: 'record.parameter-added', at: now, to, name, value });
  },

  'send-sms': (action, draft, facts) => {
    const { record, attempt } = draft;
    const to = defaultOf(record.phones);
    if (to === undefined) return notOrdered(draft, facts, 'sms', 'it has no telephone number');
    const made = messageFor(action.text, scopeOf(record));
    if (made === undefined) return notOrdered(draft, facts, 'sms', BREAKS);
    const text = action.transliterate ? transliterated(made) : made;
    if (text === '') return notOrdered(draft, facts, 'sms', 'the text came out empty');
    const numbers = facts.setting.smsNumbers;
    const from = action.from === 'random' ? picked(numbers, attempt.id + facts.tile) : action.from;
    if (from === undefined) return notOrdered(draft, facts, 'sms', 'no number to send from');
    return ordered(draft, facts, { kind: 'sms', to, from, text });
  },

  'send-email': (action, draft, facts) => {
    const { record } = draft;
    const to = defaultOf(record.emails);
    if (to === undefined) return notOrdered(draft, facts, 'email', 'it has no e-mail address');
    const { mailbox, cc, bcc, attachments } = action;
    const subject = messageFor(action.subject, scopeOf(record))?.replaceAll(/\s+/g, ' ');
    const text = messageFor(action.text, scopeOf(record));
    if (subject === undefined || text === undefined) {
      return notOrdered(draft, facts, 'email', BREAKS);
    }
    const content = { kind: 'email', to, mailbox, cc, bcc, subject, text, attachments } as const;
    return ordered(draft, facts, content);
  },
};

/** What a template reads: the fields of the record, and what rules have added. */
const scopeOf = (record: CampaignRecord) => ({
  ...record.fields,
  parameters: parametersOf(record),
});

const BREAKS = 'the record’s values break its template';

const author = ({ rule, tile }: ActionFacts) => `rule ${rule}, tile ${tile}`;

function withEntry(draft: Draft, changed: Partial<Draft>, entry: RecordEntry): Draft {
  return { ...draft, ...changed, entries: [...draft.entries, entry] };
}

function ordered(draft: Draft, { tile, now }: ActionFacts, content: MessageContent): Draft {
  const { attempt, messages } = draft;
  const message = orderedMessage(attempt, tile, content, now);
  return withEntry(
    draft,
    { messages: [...messages, message] },
    {
      type: 'message.ordered',
      at: now,
      message: message.id,
      kind: content.kind,
      attempt: attempt.id,
    },
  );
}

function notOrdered(
  draft: Draft,
  { now }: ActionFacts,
  kind: 'sms' | 'email',
  because: string,
): Draft {
  return withEntry(draft, {}, { type: 'message.not-ordered', at: now, kind, because });
}

/**
 * One of several by a hash (FNV-1a): spread evenly, and the same again when the commit is repeated.
 */
function picked<T>(choices: readonly T[], seed: string): T | undefined {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193) >>> 0;
  }
  return choices[hash % Math.max(1, choices.length)];
}

// What follows a journal entry: the rules of the event bus, as a table. Entries not named here are
// for others to read (webhooks, reports) and start nothing.

import type { TaskInput } from '../../application/tasks/tasks.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import type { EntryOf, EntryType } from '../../domain/model/journal.ts';
import type { WrittenEntry } from '../memory/journal.ts';

export type Reaction =
  | { readonly kind: 'rule'; readonly rule: string; readonly run: RuleInput }
  | Sending<'send-sms'>
  | Sending<'send-email'>;

interface Sending<T extends 'send-sms' | 'send-email'> {
  readonly kind: 'send';
  readonly task: T;
  readonly input: TaskInput<T>;
}

export interface RuleInput {
  readonly campaign: string;
  readonly record: string;
  readonly attempt: string;
}

interface Owner {
  readonly campaign: string;
  readonly record: string;
}

type Following = {
  readonly [T in EntryType]?: (entry: EntryOf<T>, owner: Owner) => Reaction | undefined;
};

const FOLLOWING: Following = {
  'attempt.settled': ({ attempt, rule }, owner) =>
    rule === undefined ? undefined : { kind: 'rule', rule, run: { ...owner, attempt } },
  'message.ordered': ({ message, kind }, owner) => {
    const input = { ...owner, message };
    return kind === 'sms'
      ? { kind: 'send', task: 'send-sms', input }
      : { kind: 'send', task: 'send-email', input };
  },
};

export function reactionTo({
  campaign,
  record,
  entry,
}: Omit<WrittenEntry, 'id'>): Reaction | undefined {
  if (entry.type === 'campaign.pool-low') {
    const { at, left, limit } = entry;
    const input = { campaign, at: toIso(instant(at)), left, limit };
    return { kind: 'send', task: 'send-email', input };
  }
  const following = FOLLOWING[entry.type] as
    | ((entry: WrittenEntry['entry'], owner: Owner) => Reaction | undefined)
    | undefined;
  return record === undefined ? undefined : following?.(entry, { campaign, record });
}

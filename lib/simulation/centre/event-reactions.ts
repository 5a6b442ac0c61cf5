// What follows a journal entry: the rules of the event bus, as a table. Entries not named here are
// for others to read (webhooks, reports) and start nothing.

import type { TaskInput, TaskName } from '../../application/tasks/tasks.ts';
import type { EntryOf, EntryType } from '../../domain/model/journal.ts';
import type { WrittenEntry } from '../memory/journal.ts';

export type Reaction =
  | { readonly kind: 'rule'; readonly rule: string; readonly run: RuleInput }
  | { readonly kind: 'send'; readonly task: 'send-sms' | 'send-email'; readonly input: MessageRef };

export interface RuleInput {
  readonly campaign: string;
  readonly record: string;
  readonly attempt: string;
}
type MessageRef = TaskInput<'send-sms' & TaskName>;

type Following = {
  readonly [T in EntryType]?: (
    entry: EntryOf<T>,
    ref: { readonly campaign: string; readonly record: string },
  ) => Reaction | undefined;
};

const FOLLOWING: Following = {
  'attempt.settled': ({ attempt, rule }, ref) =>
    rule === undefined ? undefined : { kind: 'rule', rule, run: { ...ref, attempt } },
  'message.ordered': ({ message, kind }, ref) => ({
    kind: 'send',
    task: kind === 'sms' ? 'send-sms' : 'send-email',
    input: { ...ref, message },
  }),
};

export function reactionTo({ campaign, record, entry }: WrittenEntry): Reaction | undefined {
  const following = FOLLOWING[entry.type] as
    | ((
        entry: WrittenEntry['entry'],
        ref: { campaign: string; record: string },
      ) => Reaction | undefined)
    | undefined;
  return record === undefined ? undefined : following?.(entry, { campaign, record });
}

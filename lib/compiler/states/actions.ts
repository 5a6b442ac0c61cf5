// What an action tile does, for commit-rule to carry out: a table over the kinds of action. The end
// of a rule is no action: nothing is done there.
import type { RuleAction } from '../../domain/rules/rule-schema.ts';
import type { TileKind, TileOf } from '../../language/schema/rule.ts';
import type { ConditionKind } from './conditions.ts';

type ActionKind = Exclude<TileKind, ConditionKind>;

type ActionOf = { readonly [K in ActionKind]: (tile: TileOf<K>) => RuleAction | undefined };

export const ACTIONS: ActionOf = {
  recontact: ({ after, next }) => ({
    kind: 'recontact',
    after,
    cursor: next,
  }),
  'close-record': () => ({ kind: 'close-record' }),
  'delete-contact': () => ({ kind: 'delete-contact' }),
  'add-parameter': ({ to, name, value }) => ({ kind: 'add-parameter', to, name, value }),
  'send-sms': ({ from, text }) => ({ kind: 'send-sms', from, text }),
  'send-email': ({ mailbox, cc, bcc, subject, text, attachments }) => ({
    kind: 'send-email',
    mailbox,
    cc,
    bcc,
    subject,
    text,
    attachments,
  }),
  end: () => undefined,
};

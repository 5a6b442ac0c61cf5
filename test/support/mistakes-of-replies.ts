// What can be wrong with mailboxes that receive, as edits of the small centre.
type Edit = readonly [string, string];

const SPRING = 'campaigns/spring.yaml';
export const ANSWERED: Edit = ['channels:\n', 'channels:\n  email: { queue: sales }\n'];
export const receiving = (domain: string): Edit => [
  'hello@example.org }',
  `hello@example.org, replies: ${domain} }`,
];

export const REPLIES_MISTAKES = {
  'replies-without-mailbox': { [SPRING]: ANSWERED },
  'replies-unread': { 'centre.yaml': receiving('reply.example.org') },
  'replies-at-mailbox': { 'centre.yaml': receiving('example.org'), [SPRING]: ANSWERED },
} as const;

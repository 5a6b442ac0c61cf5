// Spring with webhooks, as a check sees it.
import { found } from '../../../../support/a-centre.ts';

const MAILBOX = 'country: PL\nalerts: { mailbox: hello }\n';

/** @param text of `webhooks`, on the line below it */
export const withWebhooks = (text: string, mailbox = true): readonly string[] =>
  found({
    'campaigns/spring.yaml': ['name: Spring\n', `name: Spring\nwebhooks:\n  ${text}\n`],
    ...(mailbox ? { 'centre.yaml': ['country: PL\n', MAILBOX] as [string, string] } : {}),
  });

export const HOOK = 'url: "https://crm.example.org/hook"';

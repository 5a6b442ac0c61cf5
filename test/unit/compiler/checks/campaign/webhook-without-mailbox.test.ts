import { describe, expect, it } from 'vitest';
import { HOOK, withWebhooks } from './webhooks.ts';

describe('webhook-without-mailbox', () => {
  it('reports events that no mailbox sends', () => {
    expect(withWebhooks('desk: { email: desk@example.org, events: [call.missed] }', false)).toEqual(
      [
        "campaigns/spring.yaml:3:11 webhook-without-mailbox: webhook 'desk' of campaign 'spring' e-mails events, but the centre has no mailbox for alerts",
      ],
    );
  });

  it('accepts a centre without one that only posts', () => {
    expect(withWebhooks(`crm: { ${HOOK}, events: [call.missed] }`, false)).toEqual([]);
  });
});

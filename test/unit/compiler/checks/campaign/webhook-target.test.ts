import { describe, expect, it } from 'vitest';
import { HOOK, withWebhooks } from './webhooks.ts';

const MAIL = 'email: desk@example.org';
const at = (column: number, says: string) =>
  `campaigns/spring.yaml:3:${column} webhook-target: webhook 'crm' of campaign 'spring' ${says}`;

describe('webhook-target', () => {
  it('reports a webhook that goes nowhere', () => {
    expect(withWebhooks('crm: { events: [call.missed] }')).toEqual([
      "campaigns/spring.yaml:3:3 webhook-target: webhook 'crm' of campaign 'spring' has neither 'url' nor 'email'",
    ]);
  });

  it('accepts an address of its own', () => {
    expect(withWebhooks(`crm: { ${MAIL}, events: [call.missed] }`)).toEqual([]);
  });

  it.each([
    [`${HOOK}, ${MAIL}, events: [call.missed]`, at(47, "has both 'url' and 'email'")],
    [`${MAIL}, secret: key, events: [call.missed]`, at(35, 'signs no e-mails')],
    [`${HOOK}, language: pl, events: [call.missed]`, at(47, 'sends no e-mails')],
  ])('reports %s', (webhook, reported) => {
    expect(withWebhooks(`crm: { ${webhook} }`)).toEqual([reported]);
  });

  it.each([
    `${HOOK}, secret: key, events: [call.missed]`,
    `${MAIL}, language: pl, events: [call.missed]`,
  ])('accepts %s', (webhook) => {
    expect(withWebhooks(`crm: { ${webhook} }`)).toEqual([]);
  });
});

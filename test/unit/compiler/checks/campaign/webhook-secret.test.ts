import { describe, expect, it } from 'vitest';
import { withWebhooks } from './webhooks.ts';

const hooks = (one: string, other: string) =>
  withWebhooks(
    [
      `crm: { url: "https://a.example.org", events: [call.missed]${one} }`,
      `erp: { url: "https://b.example.org", events: [call.missed]${other} }`,
    ].join('\n  '),
  );

describe('webhook-secret', () => {
  it('reports a secret that two webhooks sign with', () => {
    expect(hooks(', secret: key', ', secret: key')).toEqual([
      "campaigns/spring.yaml:4:63 webhook-secret: webhook 'erp' of campaign 'spring' signs with 'key', the secret of webhook 'crm' of campaign 'spring'",
    ]);
  });

  it('accepts secrets of their own, named or not', () => {
    expect(hooks('', ', secret: key')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { HOOK, withWebhooks } from './webhooks.ts';

describe('unknown-event', () => {
  it('reports an event that does not exist, with the one that was probably meant', () => {
    expect(withWebhooks(`crm: { ${HOOK}, events: [call.mised] }`)).toEqual([
      "campaigns/spring.yaml:3:56 unknown-event: webhook 'crm' of campaign 'spring' asks for 'call.mised', which is no event",
    ]);
  });

  it('accepts every event of the catalogue', () => {
    expect(withWebhooks(`crm: { ${HOOK}, events: [call.missed, record.edited] }`)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { withWebhooks } from './webhooks.ts';

const url = (address: string) => withWebhooks(`crm: { url: "${address}", events: [call.missed] }`);

describe('webhook-host', () => {
  it('reports a host that is not on the internet', () => {
    expect(url('https://crm.internal/hook')).toEqual([
      "campaigns/spring.yaml:3:15 webhook-host: webhook 'crm' of campaign 'spring' goes to 'crm.internal', which is not on the internet",
    ]);
  });

  it.each([
    ['https://localhost/hook', "goes to 'localhost', which is not on the internet"],
    ['https://crm.local', "goes to 'crm.local', which is not on the internet"],
    ['https://10.0.0.7/hook', 'names an address, not a host: 10.0.0.7'],
    ['https://[fe80::1]/hook', 'names an address, not a host: [fe80::1]'],
    ['https://0x7f000001/', 'names an address, not a host: 127.0.0.1'],
  ])('reports %s', (address, says) => {
    expect(url(address)).toEqual([
      `campaigns/spring.yaml:3:15 webhook-host: webhook 'crm' of campaign 'spring' ${says}`,
    ]);
  });

  it.each(['http://crm.example.org/hook', 'https://a:b@crm.example.org/', 'crm.example.org'])(
    'leaves it to the schema that %s is no https address',
    (address) => {
      expect(url(address)).toEqual([expect.stringContaining('wrong-form')]);
    },
  );

  it('accepts a host on the internet, with path and query', () => {
    expect(url('https://crm.example.org:8443/hook?tenant=1')).toEqual([]);
  });
});

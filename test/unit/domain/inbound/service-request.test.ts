import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callValues, valueAt } from '../../../../lib/domain/inbound/call-values.ts';
import { serviceRequest } from '../../../../lib/domain/inbound/service-request.ts';
import { ApiRequest } from '../../../../lib/language/schema/api-request.ts';

const prepare = (
  input: Parameters<typeof ApiRequest.parse>[0],
  values: Record<string, string> = {},
  credentials: Record<string, string> = {},
) => {
  const prepared = serviceRequest(ApiRequest.parse(input), values, credentials);
  if (prepared.kind === 'impossible') throw new Error(prepared.because);
  return prepared.request;
};

describe('a request with values of a call', () => {
  it('writes each value as its place asks for', () => {
    const request = prepare(
      {
        method: 'PUT',
        url: 'https://api.example/{{ path }}?q={{ path }}',
        headers: { 'X-Who': 'caller {{ who }}' },
        body: '{"who":"{{ who }}"}',
      },
      { path: 'a/../b?c=d&e#f', who: 'Ann "x"\r\nX-Evil: 1' },
    );

    expect(request).toEqual({
      method: 'PUT',
      url: 'https://api.example/a%2F..%2Fb%3Fc%3Dd%26e%23f?q=a%2F..%2Fb%3Fc%3Dd%26e%23f',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'x-who': 'caller Ann "x" X-Evil: 1',
      },
      body: '{"who":"Ann \\"x\\"\\r\\nX-Evil: 1"}',
      timeout: 5,
    });
  });

  it('writes a form as a form, and plain text as it is', () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const plain = { 'Content-Type': 'text/plain' };
    const url = 'https://api.example/';
    const values = { a: 'x&y=z "q"' };

    expect(prepare({ url, headers: form, body: 'a={{ a }}' }, values).body).toBe(
      'a=x%26y%3Dz%20%22q%22',
    );
    expect(prepare({ url, headers: plain, body: '{{ a }}' }, values).body).toBe('x&y=z "q"');
  });

  it('lets a secret win over a header of the file', () => {
    const request = prepare(
      { url: 'https://api.example/', headers: { Authorization: 'none' } },
      {},
      { Authorization: 'Bearer s3cret' },
    );

    expect(request.headers.authorization).toBe('Bearer s3cret');
  });

  it('never leads to another host, and always holds what was keyed, whatever that is', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(anything, (value) => {
        const { url, body, headers } = prepare(
          {
            url: 'https://api.example/{{ v }}?v={{ v }}',
            headers: { 'x-v': '{{ v }}' },
            body: '{"v":"{{ v }}"}',
          },
          { v: value },
        );

        expect(new URL(url).host).toBe('api.example');
        expect(new URL(url).searchParams.get('v')?.trim()).toBe(value.trim());
        expect(JSON.parse(body ?? '')).toEqual({ v: value });
        expect(headers['x-v']).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('whose template gives another host is impossible', () => {
    const request = ApiRequest.parse({ url: 'https://api.example/{{ v }}' });
    const odd = { ...request, url: '{{ v }}https://api.example/' };

    expect(serviceRequest(odd, { v: 'x' }, {})).toMatchObject({ kind: 'impossible' });
  });
});

describe('values of a call', () => {
  it('are there from the start, and empty where nothing is', () => {
    const seen = {
      campaign: 'spring',
      to: '+48221230000',
      attributes: { entered: 'none', record: 'ann' },
    };

    expect(callValues(seen)).toEqual({
      caller: '',
      called: '+48221230000',
      campaign: 'spring',
      record: 'ann',
      identity: 'none',
      entered: '',
      ticket: '',
    });
  });

  it('are those that requests saved, by the names authors gave', () => {
    const attributes = { v_order_state: 'sent', v_none: 'none', p_vip: '10' };

    expect(callValues({ campaign: 'spring', attributes })).toMatchObject({
      'order-state': 'sent',
      none: '',
    });
  });

  it('cannot be passed off as what every call has', () => {
    const attributes = { v_caller: '+48111111111' };

    expect(callValues({ campaign: 'spring', from: '+48600000001', attributes }).caller).toBe(
      '+48600000001',
    );
  });
});

describe('a value in an answer', () => {
  const json = { order: { state: 'sent', lines: [{ n: 2 }], paid: false, note: '', gone: null } };

  it.each([
    ['order.state', 'sent'],
    ['order.lines.0.n', '2'],
    ['order.paid', 'false'],
    ['order.note', undefined],
    ['order.gone', undefined],
    ['order.lines', undefined],
    ['order.state.length', undefined],
    ['constructor.name', undefined],
    ['order.__proto__', undefined],
    ['nothing.at.all', undefined],
  ])('at %s is %s', (place, expected) => {
    expect(valueAt(json, place)).toBe(expected);
  });

  it('is cut at a thousand characters: Connect keeps all of a call in 32 KB', () => {
    expect(valueAt({ a: 'x'.repeat(5000) }, 'a')?.length).toBe(1000);
  });

  it.each([undefined, null, 'text', 7, []])('is nothing in %o', (answer) => {
    expect(valueAt(answer, 'a')).toBeUndefined();
  });
});

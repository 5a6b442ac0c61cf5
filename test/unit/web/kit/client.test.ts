// What a page sends to the API, and what it makes of the answers.
import { describe, expect, it } from 'vitest';
import { client, requestOf } from '../../../../web/kit/api/client.ts';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

/** Answers one after the other, and what was asked. */
function answering(...answers: readonly Response[]) {
  const asked: { readonly url: string; readonly headers: Record<string, string> }[] = [];
  const left = [...answers];
  const send = async (url: unknown, request: unknown) => {
    const { headers } = request as { readonly headers: Record<string, string> };
    asked.push({ url: String(url), headers });
    const next = left.shift();
    if (next === undefined) throw new TypeError('no network');
    return next;
  };
  const given: string[] = [];
  const tokens = {
    token: async (afresh = false) => {
      given.push(afresh ? 'afresh' : 'kept');
      return afresh ? 'new' : 'old';
    },
  };
  return { asked, given, api: client(tokens, send as typeof fetch) };
}

describe('an answer', () => {
  it('leads to the next page of a file', async () => {
    const link = '<?from=2026-03-02&cursor=a%2Bb>; rel="next"';
    const csv = (headers: Record<string, string>) =>
      new Response('a;b', { headers: { 'content-type': 'text/csv', ...headers } });
    const { api } = answering(csv({ link }), csv({}));

    const pages = [await api.ask('reportFiguresCsv'), await api.ask('reportFiguresCsv')];

    expect(pages.map(({ body, next }) => [body, next])).toEqual([
      ['a;b', 'a+b'],
      ['a;b', undefined],
    ]);
  });
});

describe('a request', () => {
  it('has its parameters in the path and only what is asked in the query', () => {
    const asking = {
      params: { campaign: 'spring recall' },
      query: { limit: 50, state: undefined, phone: '' },
    };

    expect(requestOf('listRecords', asking, 'T')).toEqual({
      url: '/v1/campaigns/spring%20recall/records?limit=50',
      method: 'GET',
      headers: { authorization: 'Bearer T' },
    });
  });

  it('has a key where the operation is carried out once, and the tag of what it changes', () => {
    const asking = { params: { campaign: 'c', record: 'r' }, ifMatch: '"7"', key: 'K' };

    expect(requestOf('closeRecord', asking, 'T').headers).toEqual({
      authorization: 'Bearer T',
      'idempotency-key': 'K',
      'if-match': '"7"',
    });
  });

  it('has no key where repeating changes nothing', () => {
    const asking = { params: { campaign: 'c' }, body: { state: 'paused' as const }, key: 'K' };

    expect(requestOf('switchCampaign', asking, 'T')).toEqual({
      url: '/v1/campaigns/c/state',
      method: 'PUT',
      headers: { authorization: 'Bearer T', 'content-type': 'application/json' },
      body: '{"state":"paused"}',
    });
  });
});

describe('an answer', () => {
  it('comes with its tag, and tells the time of the API', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const { api } = answering(json(200, { items: [] }, { etag: '"1"', date }));

    expect(await api.ask('listGroups')).toEqual({ body: { items: [] }, etag: '"1"' });
    expect(api.clockAhead()).toBeGreaterThan(3_590_000);
  });

  it('is asked for again with a new token, under the same key, when the token has ended', async () => {
    const { api, asked, given } = answering(json(401, { message: 'Unauthorized' }), json(200, {}));

    await api.ask('closeRecord', { params: { campaign: 'c', record: 'r' } });

    expect(given).toEqual(['kept', 'afresh']);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('that is a problem says what is wrong and what to do', async () => {
    const problem = {
      code: 'not-possible',
      title: 'This is not possible as things stand.',
      detail: 'no contacts; no agents',
      remedy: 'Settle it.',
    };
    const { api } = answering(json(409, problem));

    await expect(api.ask('listGroups')).rejects.toMatchObject({
      name: 'ApiProblem',
      facts: { status: 409, ...problem },
    });
  });

  it('of the gateway itself has its words', async () => {
    const { api } = answering(json(429, { message: 'Too Many Requests' }));

    await expect(api.ask('listGroups')).rejects.toMatchObject({
      facts: { status: 429, code: 'too-many', title: 'Too Many Requests' },
    });
  });

  it('that does not come is a problem, too', async () => {
    const { api } = answering();

    await expect(api.ask('listGroups')).rejects.toMatchObject({ facts: { code: 'unreachable' } });
  });
});

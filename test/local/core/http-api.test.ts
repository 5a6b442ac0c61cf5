// The gateway in front of the functions: whom of the web it answers, and how many requests it
// takes.
import { describe, expect, it } from 'vitest';
import type { GatewayRequest } from '../../../lib/local/gateway/service.ts';
import { HttpApi } from '../../../lib/local/http-api/http-api.ts';
import { Throttle } from '../../../lib/local/http-api/throttle.ts';

const CONSOLE = 'https://console.example.com';

function anApi(): HttpApi {
  const payload = JSON.stringify({ statusCode: 200, headers: { etag: '"v1"' }, body: '{}' });
  const parts = {
    location: { account: '111122223333', region: 'eu-central-1', endpoint: 'http://localhost' },
    time: { now: () => 0 },
    iam: { authorize: () => undefined },
    functions: { get: () => ({ settings: { arn: 'arn:fn' }, invoke: async () => ({ payload }) }) },
  };
  // only what a request to a function needs
  const api = new HttpApi('clinic', parts as unknown as ConstructorParameters<typeof HttpApi>[1]);
  api.routes.push({ key: 'GET /v1/campaigns', target: 'fn', authorizer: undefined });
  api.cors = {
    origins: [CONSOLE],
    methods: ['GET', 'PUT'],
    headers: ['authorization', 'if-match'],
    exposed: ['etag', 'retry-after'],
  };
  return api;
}

const request = (method: string, headers: GatewayRequest['headers'] = {}): GatewayRequest => ({
  method,
  path: '/v1/campaigns',
  query: new URLSearchParams(),
  headers,
  body: Buffer.alloc(0),
});
const ask = (api: HttpApi, method: string, headers?: GatewayRequest['headers']) =>
  api.answer(request(method, headers), '/v1/campaigns');

describe('pages of the web', () => {
  it('of the console may read answers and the headers they need', async () => {
    const { status, headers } = await ask(anApi(), 'GET', { origin: CONSOLE });

    expect(status).toBe(200);
    expect(headers).toMatchObject({
      etag: '"v1"',
      'access-control-allow-origin': CONSOLE,
      'access-control-expose-headers': 'etag,retry-after',
    });
  });

  it('of the console may ask beforehand what they may send', async () => {
    const headers = { origin: CONSOLE, 'access-control-request-method': 'PUT' };

    const answer = await ask(anApi(), 'OPTIONS', headers);

    expect(answer).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': CONSOLE,
        'access-control-allow-methods': 'GET,PUT',
        'access-control-allow-headers': 'authorization,if-match',
      },
    });
  });

  it.each(['https://evil.example.com', `${CONSOLE}.evil.example.com`, 'null'])(
    'of %s learn nothing',
    async (origin) => {
      const preflight = { origin, 'access-control-request-method': 'PUT' };
      const answers = [
        await ask(anApi(), 'GET', { origin }),
        await ask(anApi(), 'OPTIONS', preflight),
      ];

      for (const { headers } of answers)
        expect(
          Object.keys(headers ?? {}).filter((name) => name.startsWith('access-control')),
        ).toEqual([]);
    },
  );

  it('are answered by no API that names no origin', async () => {
    const api = anApi();
    api.cors = undefined;

    const { headers } = await ask(api, 'GET', { origin: CONSOLE });

    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('more requests than the stage takes', () => {
  it('are answered 429 in the words of the gateway', async () => {
    const api = anApi();
    api.limit(1, 2);

    const answers = [await ask(api, 'GET'), await ask(api, 'GET'), await ask(api, 'GET')];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.body).toBe('{"message":"Too Many Requests"}');
  });

  it('have room again at the rate of the stage, and never more than at once', () => {
    let now = 0;
    const throttle = new Throttle(10, 3, () => now);
    const taken = (tries: number) => Array.from({ length: tries }, () => throttle.take());

    expect(taken(4)).toEqual([true, true, true, false]);
    now = 100;
    expect(taken(2)).toEqual([true, false]);
    now = 60_000;
    expect(taken(4)).toEqual([true, true, true, false]);
  });
});

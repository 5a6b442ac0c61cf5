import { describe, expect, it } from 'vitest';
import { callApi } from '../../../../lib/application/inbound/call-api.ts';
import type { ServiceAnswer } from '../../../../lib/application/ports/services.ts';
import type { BlocksInput } from '../../../support/definitions.ts';
import { aReception, Caller } from './a-caller.ts';

const blocks: BlocksInput = {
  login: {
    kind: 'api-login',
    request: { method: 'POST', url: 'https://api.example.org/login', secret: { name: 'api' } },
    token: 'auth.token',
    next: 'first',
    failed: 'bye',
  },
  first: {
    kind: 'api-request',
    login: 'login',
    request: { url: 'https://api.example.org/orders/{{ entered }}?from={{ caller }}' },
    save: { 'order-state': 'order.state', lines: 'order.lines' },
    next: 'bye',
    failed: 'bye',
  },
  open: {
    kind: 'api-request',
    request: { url: 'https://api.example.org/open' },
    next: 'bye',
    failed: 'bye',
  },
};

async function calling(answer: (url: string) => ServiceAnswer | undefined = () => undefined) {
  const floor = await aReception({ blocks });
  floor.ports.secrets.set('api', 'key-1');
  floor.ports.services.answerWith(({ url }) => answer(url));
  const caller = new Caller(floor, '+48600999888');
  await caller.call();
  return { floor, caller, ask: (block: string) => callApi(caller.at(block), floor.ports) };
}

const ok = (body: unknown): ServiceAnswer => ({ kind: 'answered', status: 200, body });

describe('a request that may do something', () => {
  it('has one key however often Connect asks, and another when the caller comes to the block again', async () => {
    const { floor, caller, ask } = await calling(() => ok({ auth: { token: 't-1' } }));

    const first = await ask('login');
    await ask('login');
    caller.attributes.n_login = first.visits ?? '';
    await ask('login');
    await ask('open');

    expect(first).toEqual({ outcome: 'ok', visits: '1' });
    expect(floor.ports.services.asked.map(({ headers }) => headers['idempotency-key'])).toEqual([
      'c-1-login-0',
      'c-1-login-0',
      'c-1-login-1',
      undefined,
    ]);
  });
});

describe('a request of an IVR (IVR-3)', () => {
  it('carries the values of the call and the token of the login, and saves what it is to save', async () => {
    const { floor, caller, ask } = await calling((url) =>
      url.endsWith('/login') ? ok({ auth: { token: 't-1' } }) : ok({ order: { state: 'sent' } }),
    );
    caller.set('entered', '47/11');

    const login = await ask('login');
    const answer = await ask('first');

    expect(login).toEqual({ visits: '1', outcome: 'ok' });
    expect(answer).toEqual({ visits: '1', outcome: 'ok', v_order_state: 'sent', v_lines: 'none' });
    expect(
      floor.ports.services.asked.map(({ url, headers }) => [url, headers.authorization]),
    ).toEqual([
      ['https://api.example.org/login', 'key-1'],
      ['https://api.example.org/orders/47%2F11?from=%2B48600999888', 'Bearer t-1'],
    ]);
  });

  it('tells each saved value as a text that is not empty, and none for what is no value', async () => {
    const { ask } = await calling((url) =>
      url.endsWith('/login')
        ? ok({ auth: { token: 't-1' } })
        : ok({ order: { state: '', lines: [{ a: 1 }] } }),
    );
    await ask('login');

    expect(await ask('first')).toEqual({
      visits: '1',
      outcome: 'ok',
      v_order_state: 'none',
      v_lines: 'none',
    });
  });

  it('fails without the token, and asks nobody', async () => {
    const { floor, ask } = await calling(() => ok({}));

    expect(await ask('first')).toEqual({
      visits: '1',
      outcome: 'failed',
      because: "there is no token of 'login'",
      v_order_state: 'none',
      v_lines: 'none',
    });
    expect(floor.ports.services.asked).toEqual([]);
  });

  it.each<[string, ServiceAnswer | undefined, string]>([
    ['does not answer', undefined, 'the service was not reached: ENOTFOUND'],
    [
      'answers with an error',
      { kind: 'answered', status: 503, body: undefined },
      'the service answered 503',
    ],
  ])('fails when the service %s', async (_, answer, because) => {
    const { ask } = await calling(() => answer);

    expect(await ask('open')).toEqual({ visits: '1', outcome: 'failed', because });
  });

  it('fails for a block that is gone', async () => {
    const { ask } = await calling();

    expect(await ask('gone')).toMatchObject({ outcome: 'failed' });
  });
});

describe('a login of an IVR (IVR-2)', () => {
  it('keeps the token of each call apart', async () => {
    const { floor, ask } = await calling((url) =>
      url.endsWith('/login') ? ok({ auth: { token: 't-1' } }) : ok({}),
    );
    await ask('login');

    const other = await callApi(new Caller(floor, undefined, 'c-2').at('first'), floor.ports);

    expect(other).toMatchObject({ outcome: 'failed' });
  });

  it('never tells the token', async () => {
    const { ask } = await calling(() => ok({ auth: { token: 'very-secret' } }));

    expect(JSON.stringify(await ask('login'))).not.toContain('very-secret');
  });

  it.each([
    ['no token came', 'api', ok({ auth: {} }), 'the answer holds no token'],
    ['its secret is missing', 'other', ok({}), "there is no secret 'api'"],
  ])('fails when %s', async (_, secret, answer, because) => {
    const floor = await aReception({ blocks });
    floor.ports.secrets.set(secret, 'key-1');
    floor.ports.services.answerWith(() => answer);

    const told = await callApi(new Caller(floor, undefined).at('login'), floor.ports);

    expect(told).toEqual({ visits: '1', outcome: 'failed', because });
  });
});

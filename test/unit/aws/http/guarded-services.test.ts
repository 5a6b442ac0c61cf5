import type { IncomingMessage, RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type Address, pinnedTo } from '../../../../lib/aws/http/guarded-request.ts';
import { guardedServices } from '../../../../lib/aws/http/guarded-services.ts';
import type { ServiceRequest } from '../../../../lib/domain/inbound/service-request.ts';
import { PUBLIC, type TlsServer, tlsServer } from '../../../support/tls-server.ts';

const open: TlsServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.stop())));

async function serving(answer: RequestListener, addresses?: readonly Address[]) {
  const server = await tlsServer(answer, addresses);
  open.push(server);
  const services = guardedServices(server.network);
  const ask = (changes: Partial<ServiceRequest> = {}) =>
    services.ask({
      method: 'GET',
      url: 'https://service.example/orders',
      headers: {},
      timeout: 2,
      ...changes,
    });
  return { server, ask };
}

const json =
  (body: unknown, type = 'application/json'): RequestListener =>
  (_, response) => {
    response.setHeader('content-type', type);
    response.end(JSON.stringify(body));
  };
const never: RequestListener = () => {
  throw new Error('nothing may come here');
};
/** Without the port, which is the test's own. */
const hostOf = ({ headers }: IncomingMessage) => headers.host?.replace(/:\d+$/, '');
const failed = (because: string) => ({ kind: 'failed', because });
const NOT_PUBLIC = failed('the host has an address that is not public');

describe('a request to a service', () => {
  it('goes out as it was asked for, and brings the JSON back', async () => {
    const seen: unknown[] = [];
    const { ask } = await serving((request, response) => {
      request.setEncoding('utf8');
      request.on('data', (body) =>
        seen.push([request.method, request.url, hostOf(request), request.headers['x-key'], body]),
      );
      request.on('end', () => json({ state: 'sent' })(request, response));
    });

    const answer = await ask({
      method: 'POST',
      url: 'https://service.example/orders?id=1',
      headers: { 'x-key': 's3cret', 'content-type': 'application/json' },
      body: '{"a":1}',
    });

    expect(answer).toEqual({ kind: 'answered', status: 200, body: { state: 'sent' } });
    expect(seen).toEqual([['POST', '/orders?id=1', 'service.example', 's3cret', '{"a":1}']]);
  });

  it.each(['application/json; charset=utf-8', 'application/problem+json', 'text/json'])(
    'takes every kind of JSON: %s',
    async (type) => {
      const { ask } = await serving(json([1], type));

      expect(await ask()).toEqual({ kind: 'answered', status: 200, body: [1] });
    },
  );

  it('takes an answer without a body', async () => {
    const { ask } = await serving((_, response) => response.writeHead(204).end());

    expect(await ask()).toEqual({ kind: 'answered', status: 204, body: undefined });
  });

  it('tells a refusal by its status and reads no more of it', async () => {
    const { ask } = await serving((_, response) => response.writeHead(500).end('<html>'));

    expect(await ask()).toEqual({ kind: 'answered', status: 500, body: undefined });
  });

  it('names no other host, whatever its headers say', async () => {
    const hosts: unknown[] = [];
    const { ask } = await serving((request, response) => {
      hosts.push(hostOf(request), request.headers.connection);
      json({})(request, response);
    });

    await ask({ headers: { Host: 'inside.example', Connection: 'upgrade', Upgrade: 'h2c' } });

    expect(hosts).toEqual(['service.example', 'close']);
  });
});

describe('a request that might reach something of ours', () => {
  const at = (address: string): Address => ({ address, family: address.includes(':') ? 6 : 4 });

  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '192.168.0.1',
    '::1',
    '::ffff:169.254.169.254',
    'fd00:ec2::254',
    'fe80::1',
  ])('is not sent when the host resolves to %s', async (address) => {
    const { server, ask } = await serving(never, [at(address)]);

    expect(await ask()).toEqual(NOT_PUBLIC);
    expect(server.reached).toEqual([]);
  });

  it.each([
    ['last', [PUBLIC, at('10.0.0.1')]],
    ['first', [at('10.0.0.1'), PUBLIC]],
    ['in the middle', [PUBLIC, at('::ffff:127.0.0.1'), PUBLIC]],
  ])('is not sent when one of several addresses is private: %s', async (_, addresses) => {
    const { server, ask } = await serving(never, addresses);

    expect(await ask()).toEqual(NOT_PUBLIC);
    expect(server.reached).toEqual([]);
  });

  it('is not sent when the host has no address at all', async () => {
    const { ask } = await serving(never, []);

    expect(await ask()).toEqual(failed('the host has no address'));
  });

  it.each([
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://017700000001/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00:ec2::254]/',
  ])('is not sent to an address written out: %s', async (url) => {
    const { server, ask } = await serving(never);

    expect(await ask({ url })).toEqual(NOT_PUBLIC);
    expect(server.resolved).toEqual([]);
  });

  it.each([
    ['http://service.example/', 'only https is asked'],
    ['file:///etc/passwd', 'only https is asked'],
    ['https://user:pass@service.example/', 'the address names a user'],
    ['service.example', 'the address is none'],
    ['https://', 'the address is none'],
  ])('is not sent to %s', async (url, because) => {
    const { server, ask } = await serving(never);

    expect(await ask({ url })).toEqual(failed(because));
    expect(server.resolved).toEqual([]);
  });

  it('goes to the address that was looked at, and asks the resolver once', async () => {
    const { server, ask } = await serving(json({}));

    await ask();

    expect(server.resolved).toEqual(['service.example']);
    expect(server.reached).toEqual([PUBLIC]);
  });

  it('is connected to that address, whatever the resolver would say by now', () => {
    const { lookup } = pinnedTo(PUBLIC);
    const given: unknown[] = [];

    lookup?.('rebound.example', {}, (...answer) => given.push(answer));
    lookup?.('rebound.example', { all: true }, (...answer) => given.push(answer));

    expect(given).toEqual([
      [null, PUBLIC.address, 4],
      [null, [PUBLIC]],
    ]);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect: %i', async (status) => {
    let asked = 0;
    const { ask } = await serving((_, response) => {
      asked++;
      response.writeHead(status, { location: 'https://service.example/elsewhere' }).end();
    });

    expect(await ask()).toEqual(failed('the service sends elsewhere; redirects are not followed'));
    expect(asked).toBe(1);
  });

  it('is not answered by a server whose certificate is for another host', async () => {
    const { ask } = await serving(never);

    const answer = await ask({ url: 'https://stranger.example/' });

    expect(answer).toEqual(failed('the service was not reached: ERR_TLS_CERT_ALTNAME_INVALID'));
  });
});

describe('an answer of a service', () => {
  it('of 64 KiB is taken, a byte more is not', async () => {
    const text = (length: number) => 'x'.repeat(length - 2);
    const fits = await serving(json(text(64 * 1024)));
    const larger = await serving(json(text(64 * 1024 + 1)));

    expect(await fits.ask()).toMatchObject({ kind: 'answered', status: 200 });
    expect(await larger.ask()).toEqual(failed('the answer is larger than 64 KiB'));
  });

  it('that never ends is cut off at its size', async () => {
    const { ask } = await serving((_, response) => {
      response.setHeader('content-type', 'application/json');
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });

    expect(await ask()).toEqual(failed('the answer is larger than 64 KiB'));
  });

  it('that never comes is waited for no longer than the time limit', async () => {
    const { ask } = await serving(() => {});

    expect(await ask({ timeout: 0.1 })).toEqual(failed('the service did not answer in time'));
  });

  it('that trickles is under the same limit', async () => {
    const { ask } = await serving((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.write('{');
    });

    expect(await ask({ timeout: 0.1 })).toEqual(failed('the service did not answer in time'));
  });

  it('of a name that nobody resolves is under the same limit', async () => {
    const services = guardedServices({ resolve: () => new Promise(() => {}), reach: () => ({}) });

    const answer = await services.ask({
      method: 'GET',
      url: 'https://service.example/',
      headers: {},
      timeout: 0.1,
    });

    expect(answer).toEqual(failed('the service did not answer in time'));
  });

  it.each<[string, RequestListener]>([
    ['is a page', (_, response) => response.setHeader('content-type', 'text/html').end('<p>')],
    ['does not say what it is', (_, response) => response.end('{}')],
    [
      'only calls itself JSON',
      (_, response) => response.setHeader('content-type', 'application/json').end('{'),
    ],
    ['is JSON for scripts', json({}, 'application/jsonp')],
  ])('that %s is none', async (_, answer) => {
    const { ask } = await serving(answer);

    expect(await ask()).toEqual(failed('the answer is no JSON'));
  });

  it('that is compressed, though nobody asked for it, is none', async () => {
    const { ask } = await serving((_, response) => {
      response.setHeader('content-encoding', 'gzip').setHeader('content-type', 'application/json');
      response.end('{}');
    });

    expect(await ask()).toEqual(failed('the answer is compressed'));
  });

  it('that breaks off is told by Node’s code, and never with a word of the request', async () => {
    const { ask } = await serving((request) => request.socket.destroy());

    const answer = await ask({ url: 'https://service.example/?pesel=85020112345' });

    expect(answer).toEqual(failed('the service was not reached: ECONNRESET'));
  });

  it('of a resolver that fails is told the same way', async () => {
    const notFound = Object.assign(new Error('getaddrinfo ENOTFOUND secret.example'), {
      code: 'ENOTFOUND',
    });
    const services = guardedServices({
      resolve: () => Promise.reject(notFound),
      reach: () => ({}),
    });

    const answer = await services.ask({
      method: 'GET',
      url: 'https://secret.example/',
      headers: {},
      timeout: 1,
    });

    expect(answer).toEqual(failed('the service was not reached: ENOTFOUND'));
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { ConnectionPool } from '../../../../lib/local/dynamodb/connection-pool.ts';
import { readHttpResponse } from '../../../../lib/local/dynamodb/http-response.ts';

const head = 'HTTP/1.1 200 OK\r\ndate: now\r\n';
const whole = `${head}Content-Length: 5\r\n\r\nhello`;
const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n`;

it.each([whole, chunked])(
  'an answer is read when it has come whole, and not before: %#',
  (text) => {
    fc.assert(
      fc.property(fc.nat(text.length), (cut) => {
        const answer = readHttpResponse(Buffer.from(`${text}HTTP`).subarray(0, cut));

        if (cut < text.length) expect(answer).toBeUndefined();
        else
          expect(answer).toEqual({ status: 200, body: Buffer.from('hello'), length: text.length });
      }),
      { seed: 2 },
    );
  },
);

it('an answer without a length is refused', () => {
  expect(() => readHttpResponse(Buffer.from(`${head}\r\nhello`))).toThrow(
    'an HTTP answer without a length: HTTP/1.1 200 OK',
  );
});

async function serving(server: Server): Promise<ConnectionPool> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connections = new ConnectionPool({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
  });
  onTestFinished(() => {
    connections.close();
    server.close();
  });
  return connections;
}

const post = (body: string) =>
  Buffer.from(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`);

it('connections are used again, and as many are opened as there are requests at the same time', async () => {
  let opened = 0;
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => response.end(`<${chunk}>`));
  });
  server.on('connection', () => opened++);
  const connections = await serving(server);
  const ask = async (body: string) => (await connections.send(post(body))).body.toString();

  const answers = [await ask('a'), await ask('b'), ...(await Promise.all([ask('c'), ask('d')]))];

  expect(answers).toEqual(['<a>', '<b>', '<c>', '<d>']);
  expect(opened).toBe(2);
});

it('a connection that breaks fails its request and is not used again', async () => {
  let requests = 0;
  const server = createServer((request, response) => {
    request.resume();
    if (++requests === 1) request.socket.destroy();
    else response.end('fine');
  });
  const connections = await serving(server);

  await expect(connections.send(post('a'))).rejects.toThrow();

  expect((await connections.send(post('b'))).body.toString()).toBe('fine');
});

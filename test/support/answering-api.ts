// An API that answers what a test says, in turn, for commands that ask it.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';
import type { Command } from '../../lib/cli/command.ts';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

interface Answer {
  readonly status?: number;
  readonly body: unknown;
  readonly link?: string;
}

export interface AnsweringApi {
  seen: Seen[];
  answers: Answer[];
  /** Closes it for the rest of the test. */
  close(): Promise<void>;
  run(
    command: Command,
    ...args: readonly string[]
  ): Promise<{ readonly code: number; readonly out: string[]; readonly err: string[] }>;
}

/** Listens anew for each test of the file. */
export function answeringApi(): AnsweringApi {
  let server: Server;
  let url = '';
  const api: AnsweringApi = {
    seen: [],
    answers: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
    async run(command, ...args) {
      const [out, err]: [string[], string[]] = [[], []];
      const io = {
        out: (line: string) => void out.push(line),
        err: (line: string) => void err.push(line),
      };
      const code = await command([...args, '--url', url, '--token', 't'], io);
      return { code, out, err };
    },
  };
  beforeEach(async () => {
    api.seen = [];
    api.answers = [];
    server = createServer(async (request, response) => {
      const text = await textOf(request);
      const { method = '', url: path = '', headers } = request;
      const body = text === '' ? undefined : JSON.parse(text);
      api.seen.push({ method, path, authorization: headers.authorization, body });
      const answer = api.answers.shift();
      const sent: Record<string, string> = { 'content-type': 'application/json' };
      if (answer?.link !== undefined) sent.link = answer.link;
      response.writeHead(answer?.status ?? 200, sent);
      response.end(JSON.stringify(answer?.body ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => void server.close());
  return api;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

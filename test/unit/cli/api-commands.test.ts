import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { campaign } from '../../../lib/cli/campaign.ts';
import { changeRecords } from '../../../lib/cli/records.ts';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

let server: Server;
let url: string;
let seen: Seen[];
/** What the API answers, in turn. */
let answers: { readonly status?: number; readonly body: unknown }[];

beforeEach(async () => {
  seen = [];
  answers = [];
  server = createServer(async (request, response) => {
    const text = await textOf(request);
    const { method = '', url: path = '', headers } = request;
    const body = text === '' ? undefined : JSON.parse(text);
    seen.push({ method, path, authorization: headers.authorization, body });
    const answer = answers.shift();
    response.writeHead(answer?.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function run(command: typeof campaign, ...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => {
      out.push(line);
    },
    err: (line: string) => {
      err.push(line);
    },
  };
  const code = await command([...args, '--url', url, '--token', 't'], io);
  return { code, out, err };
}

describe('ringback campaign', () => {
  it('lists campaigns with their state', async () => {
    const items = [{ campaign: 'spring', name: 'Spring', state: 'running', mode: 'predictive' }];
    answers = [{ body: { items } }];

    const { code, out } = await run(campaign);

    expect([code, out]).toEqual([0, ['spring  running  predictive   Spring']]);
    expect(seen).toEqual([
      {
        method: 'GET',
        path: '/v1/campaigns?limit=100',
        authorization: 'Bearer t',
        body: undefined,
      },
    ]);
  });

  it.each([
    ['on', 'running'],
    ['resume', 'running'],
    ['pause', 'paused'],
    ['end', 'ended'],
    ['off', 'off'],
  ])('%s makes it %s', async (what, state) => {
    answers = [{ body: { campaign: 'spring', state } }];

    const { code, out } = await run(campaign, what, 'spring');

    expect([code, out]).toEqual([0, [`campaign spring is ${state}`]]);
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      path: '/v1/campaigns/spring/state',
      body: { state },
    });
  });

  it('shows what was refused and what to do, or the problem itself with --json', async () => {
    const body = { code: 'not-possible', detail: 'it has no queue', remedy: 'Settle it.' };
    answers = [
      { status: 409, body },
      { status: 409, body },
    ];

    const said = await run(campaign, 'on', 'spring');
    const json = await run(campaign, 'on', 'spring', '--json');

    expect([said.code, said.err]).toEqual([1, ['it has no queue', 'Settle it.']]);
    expect([json.code, json.out]).toEqual([1, [JSON.stringify(body)]]);
  });

  it('says what was probably meant, and what it needs', async () => {
    const near = await run(campaign, 'pase', 'spring');
    const unnamed = await run(campaign, 'pause');

    expect(near.err[0]).toContain("Did you mean 'pause'");
    expect(unnamed.err[0]).toContain('name the campaign');
    expect([near.code, unnamed.code]).toEqual([2, 2]);
  });

  it('says so when the token is over, and when nothing answers', async () => {
    answers = [{ status: 401, body: { message: 'Unauthorized' } }];
    const expired = await run(campaign);
    await new Promise((resolve) => server.close(resolve));
    const gone = await run(campaign);

    expect(expired.err[0]).toContain('the token is not accepted');
    expect(gone.err[0]).toContain('does not answer');
  });
});

describe('ringback records over the API', () => {
  it('adds one, and says what is wrong with one that is refused', async () => {
    const errors = [{ pointer: '/records/0/phones/0', detail: 'is too short' }];
    answers = [
      { body: { items: [{ outcome: 'added', record: 'r1' }] } },
      { body: { items: [{ outcome: 'refused', errors }] } },
    ];
    const args = ['spring', 'add', '--phone', '600100200', '--field', 'name=Anna'];

    const added = await run(changeRecords, ...args);
    const refused = await run(changeRecords, ...args);

    expect([added.code, added.out]).toEqual([0, ['added r1']]);
    expect([refused.code, refused.out]).toEqual([1, ['refused', '  phones/0 is too short']]);
    expect(seen[0]).toMatchObject({
      path: '/v1/campaigns/spring/records',
      body: { records: [{ phones: ['600100200'], emails: [], fields: { name: 'Anna' } }] },
    });
  });

  it('puts records back, closes and reserves them as in a deployment', async () => {
    const counts = { changed: 1, unchanged: 0, refused: [], more: false, campaignState: 'running' };
    answers = [{ body: counts }];

    const { code, out } = await run(
      changeRecords,
      ...['spring', 'put-back', 'r1', '--at', '2026-03-02T09:00+01:00'],
    );

    expect([code, out]).toEqual([0, ['1 record changed, 0 were so already']]);
    expect(seen[0]?.body).toEqual({
      records: ['r1'],
      change: { kind: 'put-back', at: '2026-03-02T08:00:00.000Z' },
    });
  });

  it('lists those of a state', async () => {
    answers = [{ body: { items: [{ record: 'r1', state: 'set-aside', attempts: 2 }] } }];

    const { out } = await run(changeRecords, 'spring', 'list', '--state', 'set-aside');

    expect(out).toEqual(['r1  set-aside         2 calls']);
    expect(seen[0]?.path).toBe('/v1/campaigns/spring/records?limit=100&state=set-aside');
  });
});

import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { campaign } from '../../../lib/cli/campaign.ts';
import { imports } from '../../../lib/cli/imports.ts';
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
    expect(seen[0]).toMatchObject({
      path: '/v1/campaigns/spring/records/search',
      body: { conditions: { states: ['set-aside'] }, limit: 100 },
    });
  });

  it('lists those of a saved filter', async () => {
    answers = [{ body: { items: [] } }];

    await run(changeRecords, 'spring', 'list', '--filter', 'brno');

    expect(seen[0]?.path).toBe('/v1/campaigns/spring/records?limit=100&filter=brno');
  });

  it('saves conditions as a filter, lists filters and removes one', async () => {
    answers = [
      { body: { filter: 'brno', title: 'Brno, not sold' } },
      { body: { items: [{ filter: 'brno', title: 'Brno, not sold' }] } },
      { body: { filter: 'brno' } },
    ];
    const tests = ['city=Brno', 'debt>=1 000', '!email', 'name'].flatMap((one) => ['--where', one]);
    const others = ['--success', 'no', '--not-contacted-since', '2026-03-02T09:00+01:00'];
    const title = ['--title', 'Brno, not sold'];

    const saved = await run(
      changeRecords,
      ...['spring', 'save-filter', 'brno', ...title, ...tests, ...others],
    );
    const listed = await run(changeRecords, 'spring', 'filters');
    const removed = await run(changeRecords, 'spring', 'remove-filter', 'brno');

    expect([saved, listed, removed].flatMap(({ out }) => out)).toEqual([
      'filter brno is saved',
      'brno  Brno, not sold',
      'the filter is removed',
    ]);
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /v1/campaigns/spring/filters/brno',
      'GET /v1/campaigns/spring/filters?limit=100',
      'DELETE /v1/campaigns/spring/filters/brno',
    ]);
    expect(seen[0]?.body).toEqual({
      title: 'Brno, not sold',
      conditions: {
        success: false,
        notContactedSince: '2026-03-02T08:00:00.000Z',
        fields: [
          { field: 'city', is: 'equal-to', value: 'Brno' },
          { field: 'debt', is: 'at-least', value: '1 000' },
          { field: 'email', is: 'empty' },
          { field: 'name', is: 'filled' },
        ],
      },
    });
  });

  it.each([
    [['--where', '=Brno'], '--where takes a field'],
    [['--success', 'maybe'], '--success takes yes or no'],
    [['--contacted-since', '2026-03-02'], 'a moment has its offset'],
    [['--where', 'city', '--filter', 'brno'], 'not both'],
  ])('says what is wrong with %j', async (options, says) => {
    const { code, err } = await run(changeRecords, 'spring', 'list', ...options);

    expect([code, err.join()]).toEqual([2, expect.stringContaining(says)]);
    expect(seen).toEqual([]);
  });
});

describe('ringback campaign copy', () => {
  const progress = { from: 'spring', looked: 3, added: 1, present: 1, refused: 1 };
  const refusals = [{ record: 'r2', reason: 'phones a telephone number is needed' }];

  it('fills a campaign with records of another, and follows it to its end', async () => {
    answers = [
      { status: 202, body: { copy: 'c-1', campaign: 'autumn', from: 'spring' } },
      { body: { ...progress, state: 'running', looked: 0, added: 0, refusals: [] } },
      { body: { ...progress, state: 'finished', refusals } },
    ];

    const { code, out, err } = await run(
      campaign,
      ...['copy', 'spring', 'autumn', '--where', 'city=Brno', '--keep-owners'],
    );

    expect([code, out]).toEqual([
      0,
      [
        '3 looked at: 1 added, 1 there already, 1 refused, 0 not wanted',
        '  r2: phones a telephone number is needed',
      ],
    ]);
    expect(err[0]).toBe('running: 0 looked at, 0 added');
    expect(seen[0]).toMatchObject({
      method: 'POST',
      path: '/v1/campaigns/autumn/copies',
      body: {
        from: 'spring',
        records: { conditions: { fields: [{ field: 'city', is: 'equal-to', value: 'Brno' }] } },
        keepOwners: true,
      },
    });
    expect(seen.at(-1)?.path).toBe('/v1/campaigns/autumn/copies/c-1');
  });

  it('takes all, a selection or a saved filter, one of them', async () => {
    const done = { body: { ...progress, state: 'finished', refusals: [] } };
    const asked = { status: 202, body: { copy: 'c-1' } };
    answers = [asked, done, asked, done, asked, done];

    await run(campaign, 'copy', 'spring', 'autumn');
    await run(campaign, 'copy', 'spring', 'autumn', '--record', 'r1', '--record', 'r2');
    await run(campaign, 'copy', 'spring', 'autumn', '--filter', 'brno');
    const both = await run(
      campaign,
      ...['copy', 'spring', 'autumn', '--filter', 'brno', '--record', 'r1'],
    );
    const unnamed = await run(campaign, 'copy', 'spring');

    const sent = seen.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(sent).toMatchObject([
      { records: 'all' },
      { records: ['r1', 'r2'] },
      { records: { filter: 'brno' } },
    ]);
    expect([both.code, both.err[0], unnamed.code, unnamed.err[0]]).toEqual([
      2,
      expect.stringContaining('one of the three'),
      2,
      expect.stringContaining('name both campaigns'),
    ]);
  });
});

describe('ringback imports', () => {
  const tally = {
    file: 'people.csv',
    rows: 2,
    imported: 1,
    present: 0,
    duplicates: 0,
    rejected: 1,
  };

  it('hands a file over and shows how far it has come until it is done', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-'));
    await writeFile(join(folder, 'people.csv'), 'phone\n600100200\n12\n');
    answers = [
      { status: 202, body: { file: 'people.csv' } },
      { body: { ...tally, rows: 0, imported: 0, rejected: 0, state: 'waiting' } },
      { body: { ...tally, state: 'finished' } },
    ];

    const { code, out, err } = await run(imports, 'spring', 'start', join(folder, 'people.csv'));

    expect([code, out]).toEqual([
      0,
      [
        'people.csv  2 rows: 1 imported, 0 there already, 0 repeated, 1 rejected',
        'for the rows: ringback imports … rejected people.csv',
      ],
    ]);
    expect(err[0]).toContain('waiting, 0 rows');
    expect(seen[0]).toMatchObject({
      path: '/v1/campaigns/spring/imports',
      body: { file: 'people.csv', csv: 'phone\n600100200\n12\n' },
    });
  });

  it('lists what was imported, shows one and the rows that were not taken', async () => {
    const at = '2026-03-02T08:00:00.000Z';
    answers = [
      {
        body: {
          items: [
            { ...tally, at },
            { ...tally, at, problem: 'it is in a folder' },
          ],
        },
      },
      { body: { ...tally, state: 'running' } },
      { body: 'row;outcome\r\n3;rejected\r\n' },
    ];

    const listed = await run(imports, 'spring');
    const shown = await run(imports, 'spring', 'show', 'people.csv');
    const rejected = await run(imports, 'spring', 'rejected', 'people.csv');

    expect(listed.out).toEqual([
      `${at}  people.csv  2 rows: 1 imported, 0 there already, 0 repeated, 1 rejected`,
      `${at}  people.csv  not read: it is in a folder`,
    ]);
    expect(shown.out).toEqual([expect.stringMatching(/^people.csv {2}running, 2 rows/)]);
    expect(rejected.out).toEqual(['row;outcome', '3;rejected']);
  });
});

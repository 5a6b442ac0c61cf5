import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaign } from '../../../lib/cli/campaign.ts';
import { imports } from '../../../lib/cli/imports.ts';
import { report } from '../../../lib/cli/report.ts';
import { answeringApi } from '../../support/answering-api.ts';

const api = answeringApi();

describe('ringback campaign copy', () => {
  const progress = { from: 'spring', looked: 3, added: 1, present: 1, refused: 1 };
  const refusals = [{ record: 'r2', reason: 'phones a telephone number is needed' }];

  it('fills a campaign with records of another, and follows it to its end', async () => {
    api.answers = [
      { status: 202, body: { copy: 'c-1', campaign: 'autumn', from: 'spring' } },
      { body: { ...progress, state: 'running', looked: 0, added: 0, refusals: [] } },
      { body: { ...progress, state: 'finished', refusals } },
    ];

    const { code, out, err } = await api.run(
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
    expect(api.seen[0]).toMatchObject({
      method: 'POST',
      path: '/v1/campaigns/autumn/copies',
      body: {
        from: 'spring',
        records: { conditions: { fields: [{ field: 'city', is: 'equal-to', value: 'Brno' }] } },
        keepOwners: true,
      },
    });
    expect(api.seen.at(-1)?.path).toBe('/v1/campaigns/autumn/copies/c-1');
  });

  it('goes on when it is asked to, and says how it is stopped', async () => {
    api.answers = [{ status: 202, body: { copy: 'c-1' } }];

    const { code, out } = await api.run(
      campaign,
      ...['copy', 'directory', 'autumn', '--filter', 'brno', '--continuously'],
    );

    expect([code, api.seen.length, api.seen[0]?.body]).toEqual([
      0,
      1,
      {
        ...{ from: 'directory', records: { filter: 'brno' } },
        ...{ keepOwners: false, continuously: true },
      },
    ]);
    expect(out.at(-1)).toContain('stopCopy campaign=autumn copy=c-1');
  });

  it('takes all, a selection or a saved filter, one of them', async () => {
    const done = { body: { ...progress, state: 'finished', refusals: [] } };
    const asked = { status: 202, body: { copy: 'c-1' } };
    api.answers = [asked, done, asked, done, asked, done];

    await api.run(campaign, 'copy', 'spring', 'autumn');
    await api.run(campaign, 'copy', 'spring', 'autumn', '--record', 'r1', '--record', 'r2');
    await api.run(campaign, 'copy', 'spring', 'autumn', '--filter', 'brno');
    const both = await api.run(
      campaign,
      ...['copy', 'spring', 'autumn', '--filter', 'brno', '--record', 'r1'],
    );
    const unnamed = await api.run(campaign, 'copy', 'spring');

    const sent = api.seen.filter(({ method }) => method === 'POST').map(({ body }) => body);
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
  it('undoes an import, and says what was deleted and what stayed', async () => {
    api.answers = [
      { status: 202, body: { campaign: 'spring', file: 'people.csv' } },
      { body: { file: 'people.csv', removed: 1, kept: 1 } },
      { body: 'row;outcome\r\n2;present\r\n' },
    ];

    const begun = await api.run(imports, 'spring', 'undo', 'people.csv');
    const undone = await api.run(imports, 'spring', 'undone', 'people.csv');
    const kept = await api.run(imports, 'spring', 'kept', 'people.csv');

    expect(begun.out).toEqual([
      'it is being undone; ringback imports spring undone people.csv tells',
    ]);
    expect(undone.out).toEqual([
      'people.csv  1 record deleted, 1 contacted since and kept',
      'for their rows: ringback imports … kept people.csv',
    ]);
    expect(kept.out).toEqual(['row;outcome', '2;present']);
    expect(api.seen.map(({ path }) => path)).toEqual([
      '/v1/campaigns/spring/imports/people.csv/undo',
      '/v1/campaigns/spring/imports/people.csv/undo',
      '/v1/campaigns/spring/imports/people.csv/kept',
    ]);
  });

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
    api.answers = [
      { status: 202, body: { file: 'people.csv' } },
      { body: { ...tally, rows: 0, imported: 0, rejected: 0, state: 'waiting' } },
      { body: { ...tally, state: 'finished' } },
    ];

    const { code, out, err } = await api.run(
      imports,
      'spring',
      'start',
      join(folder, 'people.csv'),
    );

    expect([code, out]).toEqual([
      0,
      [
        'people.csv  2 rows: 1 imported, 0 there already, 0 repeated, 1 rejected',
        'for the rows: ringback imports … rejected people.csv',
      ],
    ]);
    expect(err[0]).toContain('waiting, 0 rows');
    expect(api.seen[0]).toMatchObject({
      path: '/v1/campaigns/spring/imports',
      body: { file: 'people.csv', csv: 'phone\n600100200\n12\n' },
    });
  });

  it('lists what was imported, shows one and the rows that were not taken', async () => {
    const at = '2026-03-02T08:00:00.000Z';
    api.answers = [
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

    const listed = await api.run(imports, 'spring');
    const shown = await api.run(imports, 'spring', 'show', 'people.csv');
    const rejected = await api.run(imports, 'spring', 'rejected', 'people.csv');

    expect(listed.out).toEqual([
      `${at}  people.csv  2 rows: 1 imported, 0 there already, 0 repeated, 1 rejected`,
      `${at}  people.csv  not read: it is in a folder`,
    ]);
    expect(shown.out).toEqual([expect.stringMatching(/^people.csv {2}running, 2 rows/)]);
    expect(rejected.out).toEqual(['row;outcome', '3;rejected']);
  });
});

describe('ringback report', () => {
  const row = { campaign: 'spring', contacts: 3, endings: { call: { answered: 2, busy: 1 } } };

  it('shows figures as a table, or as JSON', async () => {
    api.answers = [{ body: { items: [row] } }, { body: { items: [row] } }];
    const args = ['figures', '--from', '2026-03-02', '--to', '2026-03-03', '--by', 'campaign'];

    const table = await api.run(report, ...args);
    const json = await api.run(report, ...args, '--json');

    expect([table.code, table.out]).toEqual([
      0,
      ['campaign  contacts  endings', 'spring    3         call (2 answered, 1 busy)'],
    ]);
    expect(json.out).toEqual([JSON.stringify({ items: [row] })]);
    expect(api.seen[0]?.path).toBe('/v1/reports/figures?from=2026-03-02&to=2026-03-03&by=campaign');
  });

  it('names what a row is about first, also where the first row has none', async () => {
    api.answers = [{ body: { items: [{ contacts: 1 }, { contacts: 2, agent: 'eva' }] } }];

    const { out } = await api.run(report, 'figures', '--from', '2026-03-02', '--by', 'agent');

    expect(out).toEqual(['agent  contacts', '       1', 'eva    2']);
  });

  it('puts the pages of a list together', async () => {
    api.answers = [
      { body: { items: [{ record: 'r1' }], next: 'p2' } },
      { body: { items: [{ record: 'r2' }] } },
    ];

    const { out } = await api.run(report, 'recalls', 'spring', '--json');

    expect(out).toEqual([JSON.stringify({ items: [{ record: 'r1' }, { record: 'r2' }] })]);
    expect(api.seen.map(({ path }) => path)).toEqual([
      '/v1/campaigns/spring/reports/recalls?limit=100',
      '/v1/campaigns/spring/reports/recalls?limit=100&cursor=p2',
    ]);
  });

  it('prints CSV with one heading, page after page', async () => {
    api.answers = [
      { body: 'record\r\nr1\r\n', link: '<?cursor=p2>; rel="next"' },
      { body: 'record\r\nr2\r\n' },
    ];

    const { out } = await api.run(report, 'contacts', 'spring', '--from', '2026-03-02', '--csv');

    expect(out).toEqual(['record', 'r1', 'r2']);
    expect(api.seen[1]?.path).toBe(
      '/v1/campaigns/spring/reports/contacts.csv?from=2026-03-02&cursor=p2',
    );
  });

  it.each([
    [['contact'], "Did you mean 'contacts'"],
    [['contacts'], 'name the campaign'],
    [['contacts', 'spring'], 'needs --from'],
    [['figures', '--from', '2.3.2026'], 'written YYYY-MM-DD'],
    [['figures', '--from', '2026-03-02', '--agent', 'eva'], '--by agent'],
    [['recalls', 'spring', '--from', '2026-03-02'], 'those that stand now'],
    [['recalls', 'spring', '--csv', '--json'], 'not both'],
  ])('says what is wrong with %j', async (args, says) => {
    const { code, err } = await api.run(report, ...args);

    expect([code, err.join()]).toEqual([2, expect.stringContaining(says)]);
  });
});

import { describe, expect, it } from 'vitest';
import { importContacts } from '../../../lib/application/imports/import-contacts.ts';
import { type Api, anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';

const admin = tokenOf.administrator;
const spring = { campaign: 'spring' };
const csv = 'phone;name\r\n600100200;=cmd\r\n12;Jan\r\n600 100 200;Again\r\n';

function withFile({ ports }: Api, text: string) {
  ports.files.put('imports/spring/a.csv', text);
  return ports;
}

describe('imports over the API', () => {
  it('say beforehand what they would do, and store nothing', async () => {
    const api = anApi(definitions());

    const { body } = await api.ask(admin, 'previewImport', { params: spring, body: { csv } });

    expect(body).toMatchObject({
      delimiter: ';',
      headings: ['phone', 'name'],
      counts: { imported: 1, duplicate: 1, rejected: 1 },
      rows: [{ row: 2, outcome: 'imported' }, { row: 3, outcome: 'rejected' }, { row: 4 }],
    });
    expect((await api.ask(admin, 'listImports', { params: spring })).body).toEqual({ items: [] });
  });

  it('show what becomes of each column, and read the next such file as it was saved', async () => {
    const api = anApi(definitions({ campaign: { fields: { name: {}, amount: {} } } }));
    const odd = 'Osoba;Nr tel.;Kwota\r\nJan;600100200;brak\r\n';
    const mapping = { phone: ['Nr tel.'], fields: { name: 'Osoba', amount: 'Kwota' } };
    const preview = async () =>
      (await api.ask(admin, 'previewImport', { params: spring, body: { csv: odd } })).body;

    const guessed = await preview();
    const saved = await api.ask(admin, 'saveMapping', {
      params: spring,
      body: { headings: ['Osoba', 'Nr tel.', 'Kwota'], mapping },
    });
    const next = await preview();
    await importContacts({ campaign: 'spring', key: 'imports/spring/a.csv' }, withFile(api, odd));
    const { body: records } = await api.ask(admin, 'listRecords', { params: spring });

    expect(guessed).toMatchObject({
      mappedBy: 'headings',
      mapping: { phone: ['Nr tel.'], fields: { amount: 'Kwota' } },
      notImported: ['Osoba'],
    });
    expect(saved.status).toBe(200);
    expect(next).toMatchObject({ mappedBy: 'saved', mapping, notImported: [] });
    expect(records).toMatchObject({ items: [{ fields: { name: 'Jan', amount: 'brak' } }] });
  });

  it('replace a saved mapping only as it was read', async () => {
    const api = anApi(definitions({ campaign: { fields: { name: {} } } }));
    const save = (name: string, tag: string) =>
      api.ask(admin, 'saveMapping', {
        params: spring,
        body: { headings: ['Osoba', 'Klient', 'Nr'], mapping: { phone: 'Nr', fields: { name } } },
        headers: { 'if-match': tag },
      });

    const first = await save('Osoba', '"none"');
    const second = await save('Klient', '"none"');
    const third = await save('Klient', String(first.headers.etag));

    expect([first.status, second.status, third.status]).toEqual([200, 412, 200]);
    expect(third.headers.etag).not.toBe(first.headers.etag);
  });

  it('keep no mapping that names what is not there', async () => {
    const { status, body } = await anApi(definitions()).ask(admin, 'saveMapping', {
      params: spring,
      body: { headings: ['Tel'], mapping: { phone: 'Telefon', fields: { shoe: 'Tel' } } },
    });

    expect(status).toBe(400);
    expect(body).toMatchObject({
      errors: [
        { detail: "the campaign has no field 'shoe'" },
        { detail: "no column 'Telefon', which the mapping names; the file has: Tel" },
      ],
    });
  });

  it('name each value that is not taken over by its column', async () => {
    const api = anApi(definitions());
    const body = { csv: 'Telefon;Telefon 2;E-mail\r\n600100200;12;jan@\r\n' };

    const { body: preview } = await api.ask(admin, 'previewImport', { params: spring, body });

    expect(preview).toMatchObject({
      rows: [
        {
          row: 2,
          notTaken: [
            { column: 'Telefon 2', reason: "'12' is too short" },
            { column: 'E-mail', reason: "'jan@' is not an e-mail address" },
          ],
        },
      ],
    });
  });

  it('are started by handing over a file, listed when they are done, and give back what was not taken', async () => {
    const api = anApi(definitions());
    const body = { file: 'people.csv', csv };

    const started = await api.ask(admin, 'startImport', { params: spring, body });
    // what the store's announcement starts
    await importContacts({ campaign: 'spring', key: 'imports/spring/people.csv' }, api.ports);
    const { body: listed } = await api.ask(admin, 'listImports', { params: spring });
    const { text } = await api.ask(admin, 'readRejectedRows', {
      params: { ...spring, file: 'people.csv' },
    });

    expect([started.status, started.body]).toEqual([
      202,
      { campaign: 'spring', file: 'people.csv' },
    ]);
    expect(listed).toMatchObject({
      items: [{ file: 'people.csv', rows: 3, imported: 1, duplicates: 1, rejected: 1 }],
    });
    expect(text.split('\r\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^3;rejected;.*;12;Jan$/),
      expect.stringMatching(/^4;duplicate;/),
    ]);
  });

  it('show how far they have come while they run, and what came of them for a week', async () => {
    const api = anApi(definitions());
    const people = Array.from({ length: 1000 }, (_, n) => `60010${1000 + n};Jan`);
    const file = ['phone;name', ...people].join('\n');
    const read = async () => {
      const of = { params: { ...spring, file: 'people.csv' } };
      return (await api.ask(admin, 'readImport', of)).body;
    };
    const seen: unknown[] = [];
    const { add } = api.ports.records;
    const watched = {
      ...api.ports,
      records: {
        ...api.ports.records,
        async add(changes: Parameters<typeof add>[0]) {
          seen.push(await read());
          return add(changes);
        },
      },
    };

    const before = await read();
    await api.ask(admin, 'startImport', {
      params: spring,
      body: { file: 'people.csv', csv: file },
    });
    const waiting = await read();
    const params = { ...spring, file: 'people.csv' };
    const { body: early } = await api.ask(admin, 'readRejectedRows', { params });
    await importContacts({ campaign: 'spring', key: 'imports/spring/people.csv' }, watched);

    expect(before).toMatchObject({ code: 'not-found' });
    expect(early).toMatchObject({ code: 'not-possible' });
    expect(waiting).toMatchObject({ state: 'waiting', rows: 0 });
    const running = new Set(seen.map((one) => (one as { rows: number }).rows));
    expect([...running]).toEqual([0, 480, 960]);
    expect(seen.at(-1)).toMatchObject({ state: 'running', rows: 960, imported: 960 });
    expect(await read()).toMatchObject({ state: 'finished', rows: 1000, imported: 1000 });
  });

  it('are listed page by page, each once, the newest first', async () => {
    const api = anApi(definitions());
    for (const file of ['a.csv', 'b.csv', 'c.csv']) {
      api.ports.files.put(`imports/spring/${file}`, Buffer.from('phone\n600100200\n'));
      await importContacts({ campaign: 'spring', key: `imports/spring/${file}` }, api.ports);
    }
    const files: string[] = [];
    let cursor: string | undefined;
    do {
      const query: Record<string, string> =
        cursor === undefined ? { limit: '2' } : { limit: '2', cursor };
      const { body } = await api.ask(admin, 'listImports', { params: spring, query });
      const page = body as { items: { file: string }[]; next?: string };
      files.push(...page.items.map(({ file }) => file));
      cursor = page.next;
    } while (cursor !== undefined);

    const strange = await api.ask(admin, 'listImports', { params: spring, query: { cursor: 'x' } });

    expect(files).toEqual(['c.csv', 'b.csv', 'a.csv']);
    expect(strange.status).toBe(400);
  });

  it('of a file that is not there have no rows', async () => {
    const { status } = await anApi(definitions()).ask(admin, 'readRejectedRows', {
      params: { ...spring, file: 'nothing.csv' },
    });

    expect(status).toBe(404);
  });

  it.each(['../people.csv', 'a/b.csv', '', '.', '..'])('take no file named %j', async (file) => {
    const { status, body } = await anApi(definitions()).ask(admin, 'startImport', {
      params: spring,
      body: { file, csv },
    });

    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ pointer: '/file' }] });
  });
});

// People who come into a campaign from a file (REC-10).
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importContacts } from '../../lib/application/imports/import-contacts.ts';
import { readReport } from '../../lib/contacts/report.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import { addRecord } from '../../lib/simulation/simulate-campaign.ts';
import { exampleRule } from '../support/definitions.ts';
import { journey } from '../support/journey.ts';
import { ref } from '../support/records.ts';

const CSV = `Name;Phone;E-mail
Ann;600 000 001;ann@example.org
Ben;600 000 002;ben@example.org
Cid;not a number;
`;
const KEY = 'imports/spring/people.csv';

async function importing(csv = CSV, key = KEY) {
  const story = await journey({
    rule: exampleRule('worked-b'),
    campaign: {
      fields: { name: { significant: true } },
      columns: { phone: 'Phone', email: 'E-mail', fields: { name: 'Name' } },
    },
  });
  story.centre.ports.files.put(key, csv);
  return story;
}

const counts = ({ rows, imported, present, duplicates, rejected }: Record<string, unknown>) => ({
  rows,
  imported,
  present,
  duplicates,
  rejected,
});

describe('a file of contacts', () => {
  it('becomes records that are called; bad rows are reported', async () => {
    const story = await importing();

    const done = await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });
    await story.pass(600);

    expect(counts(done)).toEqual({ rows: 3, imported: 2, present: 0, duplicates: 0, rejected: 1 });
    expect(story.centre.ports.files.text(done.report)).toContain('Cid');
    expect([...story.centre.network.calls()].map(({ phone }) => phone).toSorted()).toEqual([
      '+48600000001',
      '+48600000002',
    ]);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('changes nothing when it is imported a second time, also in the middle of the calls', async () => {
    const story = await importing();
    await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });
    await story.pass(15);

    const again = await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });
    await story.pass(600);

    expect(counts(again)).toEqual({ rows: 3, imported: 0, present: 2, duplicates: 0, rejected: 1 });
    expect([...story.centre.network.calls()].length).toBe(2);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('is imported once when two imports of it run at the same moment', async () => {
    const story = await importing();

    const both = await Promise.all(
      [1, 2].map(() => story.centre.perform('import-contacts', { campaign: 'spring', key: KEY })),
    );

    const imported = both.map((each) => each.imported).reduce((sum, count) => sum + count, 0);
    expect(imported).toBe(2);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('says in its report what became of each row but those imported without a remark', async () => {
    const people = Array.from({ length: 40 }, (_, n) => `P${n};6000001${10 + n};\n`).join('');
    const csv = `Name;Phone;E-mail\nAnn;600 000 001;odd\n${people}Eva;+48600000001;\nJon;60000011 0;\n"Ola;600000002;\n`;
    const story = await importing(csv);

    const done = await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });

    const text = story.centre.ports.files.text(done.report) ?? '';
    expect(counts(done)).toEqual({
      rows: 44,
      imported: 41,
      present: 0,
      duplicates: 2,
      rejected: 1,
    });
    expect(readReport(text)).toEqual([
      {
        row: 2,
        outcome: 'imported',
        reasons: [],
        remarks: ["E-mail: 'odd' is not an e-mail address"],
      },
      {
        row: 43,
        outcome: 'duplicate',
        reasons: ['repeats row 2: the same telephone number'],
        remarks: [],
      },
      {
        row: 44,
        outcome: 'duplicate',
        reasons: ['repeats row 3: the same telephone number'],
        remarks: [],
      },
      {
        row: 45,
        outcome: 'rejected',
        reasons: ['a quotation mark is opened here and never closed'],
        remarks: [],
      },
    ]);
  });

  it('has all its rows counted, also behind a row that is longer than any', async () => {
    const people = (from: number) =>
      Array.from({ length: 300 }, (_, n) => `P;${600_100_000 + from + n};\n`).join('');
    const story = await importing(
      `Name;Phone;E-mail\n${people(0)}${'x'.repeat(300_000)}\n${people(300)}`,
    );

    const done = await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });

    expect(counts(done)).toEqual({
      rows: 601,
      imported: 600,
      present: 0,
      duplicates: 0,
      rejected: 1,
    });
    expect(done).toMatchObject({ encoding: 'utf-8', delimiter: ';' });
  });

  it('tells what a later file says otherwise of a person who is there', async () => {
    const story = await importing();
    await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });
    const later = 'imports/spring/later.csv';
    story.centre.ports.files.put(later, 'Name;Phone;E-mail\nAnna;600000001;a@example.org\n');

    const done = await story.centre.perform('import-contacts', { campaign: 'spring', key: later });

    expect(counts(done)).toEqual({ rows: 1, imported: 0, present: 1, duplicates: 0, rejected: 0 });
    expect(readReport(story.centre.ports.files.text(done.report) ?? '')).toEqual([
      {
        row: 2,
        outcome: 'present',
        reasons: [],
        remarks: [
          "already there: 'a@example.org' was not added; already there: name stays as it is",
        ],
      },
    ]);
  });

  it('makes one record of a person, however and wherever the number is written (REC-10)', async () => {
    const written = fc.constantFrom(
      (n: string) => n,
      (n: string) => `+48 ${n}`,
      (n: string) => `0048${n}`,
      (n: string) => `48${n}`,
      (n: string) => `tel. ${n.replaceAll(/(\d{3})(?=\d)/g, '$1-')}`,
      (n: string) => `(+48) ${n.replaceAll(/(\d{3})(?=\d)/g, '$1 ')}`,
    );
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), written, fc.boolean()), {
      minLength: 1,
      maxLength: 20,
    });

    await fc.assert(
      fc.asyncProperty(rows, async (people) => {
        const story = await importing();
        for (const second of [false, true]) {
          const lines = people
            .filter(([, , inSecond]) => inSecond === second)
            .map(([n, write]) => `P;${write(`60010020${n}`)};`);
          const key = `imports/spring/${second}.csv`;
          story.centre.ports.files.put(key, ['Name;Phone;E-mail', ...lines, ''].join('\n'));
          await story.centre.perform('import-contacts', { campaign: 'spring', key });
        }

        const stored = await story.centre.ports.records.counts(campaignId('spring'));
        expect(stored).toEqual({ new: new Set(people.map(([n]) => n)).size });
      }),
      { numRuns: 25 },
    );
  });

  it('is reported, not read, in a folder below that of its campaign', async () => {
    const key = 'imports/spring/done/people.csv';
    const story = await importing(CSV, key);

    const done = await story.centre.perform('import-contacts', { campaign: 'spring', key });

    const problem = 'files in folders below imports/spring/ are not imported: move it up';
    expect(done).toMatchObject({ rows: 0, imported: 0, problem });
    expect(done.report).toBe('reports/spring/done/people.csv.rejected.csv');
    expect(story.centre.ports.files.text(done.report)).toContain(problem);
  });

  it('knows the people whom a former version imported under plain hashes of their numbers', async () => {
    const story = await importing();
    const plain = createHash('sha256').update('spring/+48600000001').digest('hex').slice(0, 20);
    await addRecord(story.centre, { id: plain, phone: '+48600000001' }, 'spring');

    const done = await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });
    await story.pass(600);

    expect(counts(done)).toEqual({ rows: 3, imported: 1, present: 1, duplicates: 0, rejected: 1 });
    const called = [...story.centre.network.calls()].map(({ phone }) => phone);
    expect(called.toSorted()).toEqual(['+48600000001', '+48600000002']);
  });

  it('knows the people who were imported before the key was changed', async () => {
    const story = await importing();
    await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });
    const [former] = await story.centre.ports.pseudonyms.of('spring/+48600000001');
    const pseudonyms = memoryPseudonyms('another key', 'the key of every simulation');
    const ports = { ...story.centre.ports, pseudonyms };

    const again = await importContacts({ campaign: 'spring', key: KEY }, ports);

    expect((await pseudonyms.of('spring/+48600000001'))[1]).toBe(former);
    expect(counts(again)).toEqual({ rows: 3, imported: 0, present: 2, duplicates: 0, rejected: 1 });
  });

  it('gives ids from which nobody finds the number by trying', async () => {
    const story = await importing();
    await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });

    const ids = [...story.centre.ports.records.all(story.refOf('').campaign)].map(
      ({ record }) => record,
    );

    const tried = Array.from({ length: 1000 }, (_, n) => {
      const text = `spring/+48600000${String(n).padStart(3, '0')}`;
      return createHash('sha256').update(text).digest('hex').slice(0, 20);
    });
    expect(ids.length).toBe(2);
    expect(ids.filter((id) => tried.includes(id))).toEqual([]);
  });

  it('makes records private to the agents it names; the others and their rows are told (REC-7)', async () => {
    const story = await journey({
      agents: ['eva', 'tom', 'ida'],
      campaign: { columns: { phone: 'Phone', agent: 'Owner' } },
    });
    const rows = Array.from({ length: 8 }, (_, n) => `60000000${n};Tom`);
    story.centre.ports.files.put(KEY, ['Phone;Owner', ...rows, '600000009;Zoe'].join('\n'));

    const done = await story.centre.perform('import-contacts', { campaign: 'spring', key: KEY });
    await story.pass(2 * 3600);

    const calls = [...story.centre.network.calls()].filter(({ agent }) => agent !== undefined);
    const others = calls.filter(({ agent }) => agent !== 'tom').map(({ phone }) => phone);
    expect(calls.length).toBeGreaterThan(2);
    expect(others.filter((phone) => phone !== '+48600000009')).toEqual([]);
    expect(done).toMatchObject({ imported: 9, rejected: 0, remarked: 1 });
    const report = readReport(story.centre.ports.files.text(done.report) ?? '');
    expect(report).toMatchObject([
      {
        row: 10,
        outcome: 'imported',
        remarks: ["Owner: 'Zoe' takes no calls of the campaign; the record is not private"],
      },
    ]);
    const [owned] = await story.centre.ports.records.lookUp(campaignId('spring'), {
      by: 'phone',
      phone: '+48600000001',
    });
    const entries = await story.centre.ports.journal.ofRecord(owned ?? ref('spring', ''));
    expect(entries.slice(0, 2)).toMatchObject([
      { type: 'record.added', row: expect.any(Number) },
      { type: 'record.reserved', for: 'tom', by: `import of ${KEY}` },
    ]);
    expect(await story.discrepancies()).toEqual([]);
  });
});

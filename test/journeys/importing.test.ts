// People who come into a campaign from a file (REC-10).
import { describe, expect, it } from 'vitest';
import { exampleRule } from '../support/definitions.ts';
import { journey } from '../support/journey.ts';

const CSV = `Name;Phone;E-mail
Ann;600 000 001;ann@example.org
Ben;600 000 002;ben@example.org
Cid;not a number;
`;
const KEY = 'imports/spring/people.csv';

async function importing(csv = CSV) {
  const story = await journey({
    rule: exampleRule('worked-b'),
    campaign: {
      fields: { name: { significant: true } },
      columns: { phone: 'Phone', email: 'E-mail', fields: { name: 'Name' } },
    },
  });
  story.centre.ports.files.put(KEY, csv);
  return story;
}

const counts = ({ imported, present, duplicates, rejected }: Record<string, unknown>) => ({
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

    expect(counts(done)).toEqual({ imported: 2, present: 0, duplicates: 0, rejected: 1 });
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

    expect(counts(again)).toEqual({ imported: 0, present: 2, duplicates: 0, rejected: 1 });
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
});

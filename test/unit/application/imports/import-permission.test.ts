import { describe, expect, it } from 'vitest';
import { beginContact } from '../../../../lib/application/ledger/contacting.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { type Given, journey } from '../../../support/journey.ts';

const ANN = '+48600000001';

const dialed = (story: Awaited<ReturnType<typeof journey>>) =>
  [...story.centre.network.calls()].map(({ phone }) => phone);

const CONSENTING = `Name;Phone;Zgoda
Ann;600 000 001;tak
Ben;600 000 002;nie
Cid;600 000 003;chyba
Dan;600 000 004;2026-01-15
`;
const KEY = 'imports/spring/people.csv';

async function importing(given: Given = {}) {
  const story = await journey({
    agents: ['eva'],
    campaign: {
      purpose: 'marketing',
      consentWording: 'Wyrażam zgodę na kontakt',
      fields: { name: { significant: true } },
      columns: { phone: 'Phone', consent: 'Zgoda', fields: { name: 'Name' } },
    },
    ...given,
  });
  story.centre.ports.files.put(KEY, CONSENTING);
  return story;
}

const imported = async (story: Awaited<ReturnType<typeof importing>>) => {
  const { report, ...sums } = await story.centre.perform('import-contacts', {
    campaign: 'spring',
    key: KEY,
  });
  const text = story.centre.ports.files.text(report) ?? '';
  return { sums, lines: text.split('\r\n').slice(1, -1) };
};

describe('an import', () => {
  it('keeps the consents of its column and sets aside who has given none, with a remark', async () => {
    const story = await importing();

    const { sums, lines } = await imported(story);

    expect(sums).toMatchObject({ rows: 4, imported: 4, remarked: 2 });
    expect(lines).toEqual([
      '3;imported;;not contacted: there is no consent to calls for marketing;Ben;600 000 002;nie',
      '4;imported;;"not contacted: there is no consent to calls for marketing; Zgoda: \'chyba\' is neither yes, no nor a day; taken for no consent";Cid;600 000 003;chyba',
    ]);
    const page = await story.centre.ports.ledger.page('+48600000004');
    expect(page.consents).toEqual(
      ['voice', 'sms'].map((channel) => ({
        purpose: 'marketing',
        channel,
        source: `import of ${KEY}`,
        wording: 'Wyrażam zgodę na kontakt',
        at: Date.parse('2026-01-15T12:00:00Z'),
      })),
    );
  });

  it('calls those who have consented, and does not bring back a consent that was withdrawn', async () => {
    const story = await importing();
    await imported(story);
    await story.centre.perform('change-ledger', {
      address: ANN,
      change: { kind: 'withdraw' },
      by: 'ann',
    });

    await imported(story);
    await story.pass(600);

    expect(dialed(story)).toEqual(['+48600000004']);
  });

  it('has people who are at a cap wait until there is room, says so, and calls them then', async () => {
    const story = await importing({
      campaign: { fields: { name: { significant: true } } },
      contactCaps: [{ most: 1, within: '2 h' }],
    });
    const { ports } = story.centre;
    const phones = [{ value: ANN, isDefault: true }];
    const elsewhere = {
      campaign: 'autumn',
      record: { phones, emails: [] },
      channel: 'sms',
    } as const;
    await beginContact({ ...elsewhere, address: ANN, id: 'm-1', isWanted: false }, ports);

    const { sums, lines } = await imported(story);
    const [ann] = [...ports.records.all(campaignId('spring'))].filter(
      ({ phones: [first] }) => first?.value === ANN,
    );
    const journal = ann === undefined ? [] : await ports.journal.ofRecord(ann);
    await story.pass(1800);
    const before = dialed(story);
    await story.pass(2 * 3600);

    expect(sums).toMatchObject({ rows: 4, imported: 4, held: 1 });
    expect(lines).toEqual([
      expect.stringContaining(
        '2;imported;;contacted as often as caps allow (fewer than 1 with the person): due ',
      ),
    ]);
    expect(journal).toMatchObject([
      { type: 'record.added' },
      { type: 'record.postponed', gates: [{ gate: 'contact-cap', passed: false }] },
    ]);
    expect(ann).toMatchObject({ state: 'new' });
    expect(before).toHaveLength(3);
    expect(before).not.toContain(ANN);
    expect(dialed(story)).toContain(ANN);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('tells who is on the blacklist, also by a prefix', async () => {
    const story = await importing({ campaign: { fields: { name: { significant: true } } } });
    await story.centre.perform('change-ledger', {
      prefix: '+4860000000',
      change: { kind: 'blacklist', reason: 'test numbers' },
      by: 'olga',
    });

    const { lines } = await imported(story);
    await story.pass(600);

    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('not contacted: it is on the blacklist: test numbers');
    expect(await story.centre.ports.records.counts(campaignId('spring'))).toEqual({
      blacklisted: 4,
    });
    expect(dialed(story)).toEqual([]);
  });
});

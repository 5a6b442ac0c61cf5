// Who may not be contacted is not, whatever has been ordered already (REC-13, NEW-8).
import { describe, expect, it } from 'vitest';
import { campaignId } from '../../lib/domain/model/ids.ts';
import type { RuleInput } from '../support/definitions.ts';
import { callee, type Given, journey } from '../support/journey.ts';
import { ref } from '../support/records.ts';

const ANN = '+48600000001';
const BEN = '+48600000002';
const people = [callee('ann').answers(), callee('ben').answers()];
const listing = { kind: 'blacklist', reason: 'asked not to be called' } as const;

const begun = (given: Given = {}) => journey({ people, agents: ['eva'], ...given });

const dialed = (story: Awaited<ReturnType<typeof begun>>) =>
  [...story.centre.network.calls()].map(({ phone }) => phone);

describe('a number on the blacklist', () => {
  it('is not called; its record is blacklisted and says why', async () => {
    const story = await begun();
    const { centre } = story;
    await centre.perform('change-ledger', { address: ANN, change: listing, by: 'olga' });

    await story.pass(600);

    expect(dialed(story)).toEqual([BEN]);
    expect(await centre.ports.records.load(ref('spring', 'ann'))).toMatchObject({
      state: 'blacklisted',
      attempts: 0,
    });
    const journal = await centre.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(journal.at(-1)).toMatchObject({
      type: 'record.blocked',
      by: 'blacklist',
      because: 'it is on the blacklist: asked not to be called',
      gates: expect.arrayContaining([
        expect.objectContaining({ gate: 'blacklist', passed: false }),
      ]),
    });
    expect(await story.discrepancies()).toEqual([]);
  });

  it('is called again once it is off the blacklist and a person has put its record back', async () => {
    const story = await begun();
    const { centre } = story;
    const change = (given: object) =>
      centre.perform('change-ledger', { address: ANN, change: given as never, by: 'olga' });
    await change(listing);
    await story.pass(600);

    await change({ kind: 'allow' });
    await centre.perform('update-records', {
      campaign: 'spring',
      records: ['ann'],
      change: { kind: 'put-back' },
      by: 'olga',
    });
    await story.switchTo('running');
    await story.pass(600);

    expect(dialed(story).toSorted()).toEqual([ANN, BEN]);
  });

  it('waits for the end of an entry that ends', async () => {
    const story = await begun();
    const until = story.centre.now() + 3_600_000;
    const change = { ...listing, until };
    await story.centre.perform('change-ledger', { address: ANN, change, by: 'olga' });

    await story.pass(3000);
    const before = dialed(story);
    await story.pass(1200);

    expect(before).toEqual([BEN]);
    expect(dialed(story)).toEqual([BEN, ANN]);
  });
});

describe('a marketing campaign', () => {
  it('calls only who has consented to it, and sets the others aside', async () => {
    const story = await begun({ campaign: { purpose: 'marketing' } });
    const { centre } = story;
    await centre.perform('change-ledger', {
      address: BEN,
      change: { kind: 'consent', purpose: 'marketing', channel: 'voice', source: 'web form' },
      by: 'olga',
    });

    await story.pass(600);

    expect(dialed(story)).toEqual([BEN]);
    expect(await centre.ports.records.load(ref('spring', 'ann'))).toMatchObject({
      state: 'set-aside',
    });
    expect(await story.discrepancies()).toEqual([]);
  });
});

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

const textAndClose: RuleInput = {
  name: 'A text, and done',
  start: 'text',
  tiles: {
    text: { kind: 'send-sms', from: 'Ringback', text: 'We tried to call', next: 'close' },
    close: { kind: 'close-record' },
  },
};

describe('a message of a rule', () => {
  it('is not sent to somebody who is on the blacklist for texts, and the timeline says so', async () => {
    const story = await journey({
      people: [callee('ann').isBusy()],
      agents: ['eva'],
      rule: textAndClose,
    });
    await story.centre.perform('change-ledger', {
      address: ANN,
      change: { ...listing, channel: 'sms' },
      by: 'olga',
    });

    await story.pass(600);

    expect(dialed(story)).toEqual([ANN]);
    expect(story.centre.ports.sms.sent).toEqual([]);
    const journal = await story.centre.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(journal.findLast(({ type }) => type === 'message.failed')).toMatchObject({
      reason: 'not sent: it is on the blacklist: asked not to be called',
      blocked: 'blacklist',
    });
    expect(await story.discrepancies()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { callee, type Given, journey } from '../../../support/journey.ts';
import { ref } from '../../../support/records.ts';

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

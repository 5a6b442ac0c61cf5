import { describe, expect, it } from 'vitest';
import {
  changedPage,
  EMPTY_PAGE,
  type LedgerChange,
  type LedgerPage,
} from '../../../../lib/domain/ledger/ledger.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { at, NOW } from '../../../support/records.ts';

const list = (more: Partial<Extract<LedgerChange, { kind: 'blacklist' }>> = {}): LedgerChange => ({
  kind: 'blacklist',
  reason: 'asked for it',
  by: 'olga',
  ...more,
});
const consent = (more: Partial<Extract<LedgerChange, { kind: 'consent' }>> = {}): LedgerChange => ({
  kind: 'consent',
  purpose: 'marketing',
  channel: 'sms',
  source: 'web form',
  wording: 'Yes, write to me',
  ...more,
});
const pageWith = (...changes: readonly LedgerChange[]): LedgerPage =>
  changedPage(EMPTY_PAGE, changes, NOW);

describe('the blacklist of an address (REC-13)', () => {
  it('holds reason, author and time of each entry', () => {
    expect(pageWith(list({ until: at(60) }))).toEqual({
      version: 1,
      blacklist: [{ reason: 'asked for it', by: 'olga', at: NOW, until: at(60) }],
      consents: [],
    });
  });

  it('has one entry for a campaign and channel: the one that holds longer', () => {
    const short = list({ until: at(60), reason: 'on holiday' });
    const reasons = (...changes: readonly LedgerChange[]) =>
      pageWith(...changes).blacklist.map(({ reason }) => reason);

    expect(reasons(list(), short)).toEqual(['asked for it']);
    expect(reasons(short, list())).toEqual(['asked for it']);
    expect(reasons(short, list({ channel: 'sms' }))).toEqual(['on holiday', 'asked for it']);
  });

  it('loses the entries it is told to, and no others', () => {
    const spring = campaignId('spring');
    const page = pageWith(list(), list({ campaign: spring }), list({ channel: 'sms' }));
    const left = (change: LedgerChange) => changedPage(page, [change], NOW).blacklist.length;

    expect(left({ kind: 'allow', campaign: spring })).toBe(2);
    expect(left({ kind: 'allow', channel: 'sms' })).toBe(2);
    expect(left({ kind: 'allow' })).toBe(0);
  });
});

describe('the consents of an address (NEW-8)', () => {
  it('keep purpose, channel, source, wording and time', () => {
    expect(pageWith(consent({ at: at(-60) })).consents).toEqual([
      {
        purpose: 'marketing',
        channel: 'sms',
        source: 'web form',
        wording: 'Yes, write to me',
        at: at(-60),
      },
    ]);
  });

  it('keep the words with which they were withdrawn', () => {
    const given = {
      kind: 'consent',
      purpose: 'marketing',
      channel: 'sms',
      source: 'form',
    } as const;
    const no = { kind: 'withdraw', by: 'olga', wording: 'No more texts' } as const;

    const { consents } = changedPage(changedPage(EMPTY_PAGE, [given], at(0)), [no], at(10));

    expect(consents[0]?.withdrawn).toEqual({ at: at(10), by: 'olga', wording: 'No more texts' });
  });

  it('stay on the page when they are withdrawn', () => {
    const page = pageWith(consent(), consent({ channel: 'voice' }));

    const { consents } = changedPage(
      page,
      [{ kind: 'withdraw', channel: 'sms', by: 'the person' }],
      at(10),
    );

    expect(consents.map(({ channel, withdrawn }) => ({ channel, withdrawn }))).toEqual([
      { channel: 'sms', withdrawn: { at: at(10), by: 'the person' } },
      { channel: 'voice', withdrawn: undefined },
    ]);
  });

  it('are not brought back by an old list, only by a newer consent', () => {
    const no = changedPage(
      pageWith(consent({ source: 'import of a.csv' })),
      [{ kind: 'withdraw', by: 'STOP' }],
      at(10),
    );
    const then = (change: LedgerChange) => changedPage(no, [change], at(20));

    expect(then(consent({ source: 'import of a.csv' }))).toBe(no);
    expect(then(consent({ source: 'import of b.csv' }))).toBe(no);
    expect(then(consent({ source: 'web form', at: at(5) }))).toBe(no);
    expect(then(consent({ source: 'web form', at: at(15) })).consents).toHaveLength(2);
  });

  it('are written once, however often they are told', () => {
    const page = pageWith(consent());

    expect(changedPage(page, [consent(), consent({ source: 'another form' })], at(5))).toBe(page);
  });
});

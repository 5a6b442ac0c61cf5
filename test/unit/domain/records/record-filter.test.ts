import { describe, expect, it } from 'vitest';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { toIso } from '../../../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import {
  filterMistakes,
  meetsFilter,
  RecordFilter,
} from '../../../../lib/domain/records/record-filter.ts';
import { Campaign } from '../../../../lib/language/schema/campaign.ts';
import { aRecord, at, NOW } from '../../../support/records.ts';

const campaign = Campaign.parse({
  ...{ name: 'Spring', channels: {} },
  fields: {
    city: {},
    debt: { type: 'number' },
    due: { type: 'date' },
  },
  classifiers: { sold: { name: 'Sold' } },
});

const meets = (changes: Partial<CampaignRecord>, filter: unknown): boolean =>
  meetsFilter(aRecord('ann', changes), RecordFilter.parse(filter), campaign.fields);

describe('a filter over records (REC-11)', () => {
  it('without conditions takes all', () => {
    expect(meets({}, {})).toBe(true);
  });

  it('looks at state, classifier, success, agent and how the last call ended', () => {
    const sold: Partial<CampaignRecord> = {
      state: 'closed',
      classifier: 'sold',
      success: true,
      lastAgent: agentId('eva'),
      lastCall: { phone: '+48600100200', status: 'answered', endedAt: NOW },
    };

    const conditions = [
      { states: ['closed', 'set-aside'] },
      { classifiers: ['sold'] },
      { success: true },
      { agents: ['eva'] },
      { lastCall: ['answered'] },
    ];

    expect(conditions.map((one) => meets(sold, one))).toEqual([true, true, true, true, true]);
    expect(conditions.map((one) => meets({}, one))).toEqual([false, false, false, false, false]);
  });

  it('looks at how often and when somebody was contacted; who never was counts as not contacted since', () => {
    const long = { attempts: 3, lastContact: at(-3600) };
    const since = toIso(at(-60));

    expect(meets(long, { notContactedSince: since })).toBe(true);
    expect(meets({}, { notContactedSince: since })).toBe(true);
    expect(meets({ lastContact: NOW }, { notContactedSince: since })).toBe(false);
    expect(meets({ lastContact: NOW }, { contactedSince: since })).toBe(true);
    expect(meets({}, { contactedSince: since })).toBe(false);
    expect(meets(long, { attemptsAtLeast: 3, attemptsAtMost: 3 })).toBe(true);
    expect(meets(long, { attemptsAtMost: 2 })).toBe(false);
    expect(meets({ createdAt: at(5) }, { addedSince: toIso(at(5)) })).toBe(true);
    expect(meets({ createdAt: at(5) }, { addedBefore: toIso(at(5)) })).toBe(false);
  });

  it('compares texts without regard to capitals', () => {
    const brno = { fields: { city: 'Brno-město' } };
    const by = (is: string, value: string) => ({ fields: [{ field: 'city', is, value }] });

    expect(meets(brno, by('equal-to', 'BRNO-MĚSTO'))).toBe(true);
    expect(meets(brno, by('beginning-with', 'brno'))).toBe(true);
    expect(meets(brno, by('containing', 'MĚST'))).toBe(true);
    expect(meets(brno, by('not-equal-to', 'Praha'))).toBe(true);
    expect(meets(brno, by('containing', 'Praha'))).toBe(false);
  });

  it('compares numbers and dates as such, and an empty field with neither', () => {
    const debt = (is: string, value: string) => ({ fields: [{ field: 'debt', is, value }] });
    const owing = { fields: { debt: '900', due: '2026-03-31' } };

    expect(meets(owing, debt('at-least', '1 000'))).toBe(false);
    expect(meets(owing, debt('at-most', '1 000,50'))).toBe(true);
    expect(meets({}, debt('at-most', '1000'))).toBe(false);
    const due = { fields: [{ field: 'due', is: 'at-most', value: '1.4.2026' }] };
    expect(meets(owing, due)).toBe(true);
  });

  it('asks whether a field is filled', () => {
    const filled = { fields: [{ field: 'city', is: 'filled' }] };
    const empty = { fields: [{ field: 'city', is: 'empty' }] };
    const none = { fields: {} };

    expect([meets({ fields: { city: 'Brno' } }, filled), meets(none, filled)]).toEqual([
      true,
      false,
    ]);
    expect([meets({ fields: { city: 'Brno' } }, empty), meets(none, empty)]).toEqual([false, true]);
  });

  it('takes only records that meet every condition', () => {
    const both = { success: false, fields: [{ field: 'city', is: 'filled' }] };

    expect(meets({ fields: { city: 'Brno' } }, both)).toBe(true);
    expect(meets({ fields: { city: 'Brno' }, success: true }, both)).toBe(false);
  });

  it('tells what it names that the campaign does not have, with the place', () => {
    const filter = RecordFilter.parse({
      classifiers: ['sold', 'lost'],
      fields: [
        { field: 'town', is: 'filled' },
        { field: 'city', is: 'at-least', value: '5' },
        { field: 'debt', is: 'at-least', value: 'much' },
        { field: 'constructor', is: 'empty' },
      ],
    });

    expect(filterMistakes(filter, campaign)).toEqual([
      { at: ['classifiers', 1], reason: 'the campaign has no such classifier' },
      { at: ['fields', 0, 'field'], reason: 'the campaign has no such field' },
      { at: ['fields', 1, 'is'], reason: 'the field holds neither numbers nor dates' },
      { at: ['fields', 2, 'value'], reason: 'is not a number' },
      { at: ['fields', 3, 'field'], reason: 'the campaign has no such field' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { withDefault } from '../../../../lib/domain/records/default-endpoint.ts';
import { aRecord, at } from '../../../support/records.ts';

const phones = ['+48600000001', '+48600000002', '+48600000003'].map((value, n) => ({
  value,
  isDefault: n === 0,
}));
const record = aRecord('ann', { phones });

describe('the default number of a record (REC-5)', () => {
  it('becomes the one chosen, and no other stays it', () => {
    const change = withDefault(record, 'phone', '+48600000003', 'olga', at(5));

    expect(change).toEqual({
      before: record,
      after: {
        ...record,
        version: 2,
        updatedAt: at(5),
        phones: phones.map((phone, n) => ({ ...phone, isDefault: n === 2 })),
      },
      entries: [{ type: 'record.default-changed', at: at(5), of: 'phone', place: 3, by: 'olga' }],
    });
  });

  it('is unchanged when it is chosen again', () => {
    expect(withDefault(record, 'phone', '+48600000001', 'olga', at(5))).toBe('unchanged');
  });

  it('is no number the record does not have, nor one of its addresses', () => {
    expect(withDefault(record, 'phone', '+48600000009', 'olga', at(5))).toBeUndefined();
    expect(withDefault(record, 'phone', 'ann@example.org', 'olga', at(5))).toBeUndefined();
  });

  it('is apart from the default address', () => {
    const emails = [
      { value: 'ann@example.org', isDefault: true },
      { value: 'a@example.org', isDefault: false },
    ];
    const change = withDefault({ ...record, emails }, 'email', 'a@example.org', 'olga', at(5));

    if (change === undefined || change === 'unchanged') throw new Error('it has that address');
    expect(change.after.emails.map(({ isDefault }) => isDefault)).toEqual([false, true]);
    expect(change.after.phones).toBe(phones);
    expect(change.entries).toMatchObject([{ of: 'email', place: 2 }]);
  });
});

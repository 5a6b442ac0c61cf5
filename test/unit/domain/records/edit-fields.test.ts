import { describe, expect, it } from 'vitest';
import { editFields } from '../../../../lib/domain/records/edit-fields.ts';
import { Field } from '../../../../lib/language/schema/campaign.ts';
import { aRecord, at } from '../../../support/records.ts';

const fields = {
  city: Field.parse({ label: 'City', required: true, editable: false }),
  born: Field.parse({ type: 'date' }),
};
const edit = (values: Readonly<Record<string, string>>, record = aRecord()) =>
  editFields(record, fields, { values, by: 'olga' }, at(5));

describe('fields edited outside of a contact (WHK-1)', () => {
  it('are stored as they are checked; the journal names them without their values', () => {
    const edited = edit({ city: ' Sopot ', born: '24.12.1990' });

    if (edited.kind !== 'edited') throw new Error(edited.kind);
    const { before, after, entries } = edited.change;
    expect(before).toEqual(aRecord());
    expect(after).toEqual({
      ...aRecord(),
      version: 2,
      updatedAt: at(5),
      fields: { city: 'Sopot', born: '1990-12-24' },
    });
    expect(entries).toEqual([
      { type: 'record.edited', at: at(5), by: 'olga', changed: ['city', 'born'] },
    ]);
  });

  it('that are as they were change nothing', () => {
    expect(edit({ city: 'Gdynia', born: '' })).toEqual({ kind: 'unchanged' });
  });

  it('are refused with every reason, and then none is stored', () => {
    expect(edit({ city: '', born: 'soon', nope: 'x' })).toEqual({
      kind: 'refused',
      reasons: [
        "'City' must be filled in",
        expect.stringMatching(/^'born' /),
        "there is no field 'nope'",
      ],
    });
  });

  it('of a deleted record are refused: nothing about the person comes back', () => {
    expect(edit({ city: 'Sopot' }, aRecord('ann', { state: 'deleted' }))).toEqual({
      kind: 'refused',
      reasons: ['the record is deleted'],
    });
  });
});

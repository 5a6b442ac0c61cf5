import { describe, expect, it } from 'vitest';
import { undoAdded } from '../../../../lib/domain/records/undo-added.ts';
import { anAttempt, aRecord, aText, NOW, taken } from '../../../support/records.ts';

const FILE = 'imports/spring/people.csv';
const origin = { kind: 'import', file: FILE, row: 2 } as const;
const nothing = { attempts: [], messages: [] };
const undoing = { file: FILE, by: 'olga', now: NOW };

describe('a record whose import is undone (NEW-9)', () => {
  it('is deleted with everything it says about the person, and can come back', () => {
    const record = aRecord('ann', { origin, fields: { name: 'Ann' } });

    expect(undoAdded(record, nothing, undoing)).toMatchObject({
      before: record,
      after: { state: 'deleted', phones: [], emails: [], fields: {}, undone: true },
      entries: [{ type: 'record.deleted', because: `olga undid the import of ${FILE}` }],
    });
  });

  it.each([
    ['was called', { attempts: 1 }],
    ['was spoken with', { lastContact: NOW }],
  ])('stays when the person %s', (_, changes) => {
    expect(undoAdded(aRecord('ann', { origin, ...changes }), nothing, undoing)).toBe('contacted');
  });

  it('stays while it is being called, and when somebody wrote to the person', () => {
    const record = aRecord('ann', { origin });

    expect(undoAdded(taken(record), nothing, undoing)).toBe('contacted');
    expect(undoAdded(record, { ...nothing, messages: [aText(record)] }, undoing)).toBe('contacted');
  });

  it('is left alone when it came otherwise', () => {
    const elsewhere = { ...origin, file: 'imports/spring/other.csv' };

    expect(undoAdded(aRecord('ann', { origin: elsewhere }), nothing, undoing)).toBe('not-from-it');
    expect(undoAdded(aRecord('ann', { origin: { kind: 'call' } }), nothing, undoing)).toBe(
      'not-from-it',
    );
  });

  it('has the attempts that were taken back erased', () => {
    const record = aRecord('ann', { origin });

    expect(undoAdded(record, { ...nothing, attempts: [anAttempt(record)] }, undoing)).toMatchObject(
      { after: { toErase: true } },
    );
  });
});

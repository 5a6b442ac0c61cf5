import { describe, expect, it } from 'vitest';
import {
  addedTo,
  defaultOf,
  isOver,
  parametersOf,
  RECORD_STATES,
} from '../../../../lib/domain/model/record.ts';

describe('a record', () => {
  it('has the endpoint marked as default, wherever it stands, or none (REC-5)', () => {
    const first = { value: 'a', isDefault: false };
    const second = { value: 'b', isDefault: true };

    expect(defaultOf([first, second])).toBe('b');
    expect([defaultOf([]), defaultOf([first])]).toEqual([undefined, undefined]);
  });

  it('is over in three states, in which nothing but a person opens it again', () => {
    expect(RECORD_STATES.filter(isOver)).toEqual(['closed', 'blacklisted', 'deleted']);
  });
});

describe('the parameters of a next call (CBR-15)', () => {
  it('are those of the number and those of the call before, which win', () => {
    const both = { parameters: { a: '1', b: '1' }, callParameters: { b: '2', c: '2' } };

    expect(parametersOf(both)).toEqual({ a: '1', b: '2', c: '2' });
    expect(addedTo(both)).toEqual({ a: '1', b: '2', c: '2' });
    expect(parametersOf({ parameters: { a: '1' } })).toEqual({ a: '1' });
  });

  it('are left out of the journal when there are none', () => {
    expect(parametersOf({ parameters: {} })).toEqual({});
    expect(addedTo({ parameters: {} })).toBeUndefined();
    expect(addedTo({ parameters: {}, callParameters: {} })).toBeUndefined();
  });
});

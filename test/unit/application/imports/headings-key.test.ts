import { describe, expect, it } from 'vitest';
import { headingsKey } from '../../../../lib/application/imports/headings-key.ts';

describe('the key of the headings of a file', () => {
  it('is the same in another order, in capitals, without accents and punctuation', () => {
    expect(headingsKey(['Příjmení', 'Tel. 1'])).toBe(headingsKey(['TEL 1', 'prijmeni']));
  });

  it('is another one with a column more', () => {
    expect(headingsKey(['Tel', 'Name'])).not.toBe(headingsKey(['Tel', 'Name', 'Note']));
  });
});

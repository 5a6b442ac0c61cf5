import { describe, expect, it } from 'vitest';
import { cleanCell } from '../../../lib/contacts/cell.ts';

describe('a cell', () => {
  it.each([
    ['  Ann \u00a0', 'Ann'],
    ['\ufeff\u200bAnn\u202c', 'Ann'],
    ["'600100200", '600100200'],
    ["'+48600100200", '+48600100200'],
    ['="0600"', '0600'],
    ["'t Hooft", "'t Hooft"],
    ['Re\u0301ka', 'R\u00e9ka'],
    ['a  b', 'a  b'],
  ])('%j holds %j', (cell, value) => {
    expect(cleanCell(cell)).toBe(value);
  });
});

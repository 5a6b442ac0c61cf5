import { describe, expect, it } from 'vitest';
import { readConsent } from '../../../lib/contacts/consent-cell.ts';

const read = (text: string) => readConsent(text);

describe('a cell about consent (NEW-8)', () => {
  it.each(['tak', 'TAK', 'ano', 'áno', 'yes', 'ja', '1', 'x'])('%s is a yes', (text) => {
    expect(read(text)).toEqual({ consent: {}, remarks: [] });
  });

  it.each(['', 'nie', 'ne', 'no', 'nein', '0'])("'%s' is none", (text) => {
    expect(read(text)).toEqual({ remarks: [] });
  });

  it.each([
    ['2025-03-09', '2025-03-09'],
    ['9.3.2025', '2025-03-09'],
    ['09. 03. 2025', '2025-03-09'],
    ['2025-03-09 14:20', '2025-03-09'],
  ])('%s is the day on which it was given', (text, day) => {
    expect(read(text)).toEqual({ consent: { day }, remarks: [] });
  });

  it.each(['może', '31.2.2025', '2025-13-01'])('%s is no consent, and told', (text) => {
    expect(read(text)).toEqual({
      remarks: [`'${text}' is neither yes, no nor a day; taken for no consent`],
    });
  });
});

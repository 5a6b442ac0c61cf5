import { describe, expect, it } from 'vitest';
import {
  fileNameOf,
  mappingWith,
  meaningOf,
  textOf,
} from '../../../../web/console/imports/mapping.ts';

const mapping = { phone: ['Tel', 'Tel 2'], weight: 'Waga', fields: { name: 'Kto' } };

describe('what the columns of a file are', () => {
  it('is told column by column', () => {
    expect(['Tel 2', 'Waga', 'Kto', 'Inne'].map((one) => meaningOf(mapping, one))).toEqual([
      'phone',
      'weight',
      'field:name',
      '',
    ]);
  });

  it('changes for one column, which means nothing else then', () => {
    expect(mappingWith(mapping, 'Tel 2', 'field:city')).toEqual({
      phone: ['Tel'],
      weight: 'Waga',
      fields: { name: 'Kto', city: 'Tel 2' },
    });
    expect(mappingWith(mapping, 'Kto', 'email')).toEqual({
      phone: ['Tel', 'Tel 2'],
      email: ['Kto'],
      weight: 'Waga',
      fields: {},
    });
    expect(mappingWith(mapping, 'Waga', '')).toEqual({
      phone: ['Tel', 'Tel 2'],
      fields: { name: 'Kto' },
    });
  });

  it('has a field from the column that was chosen last', () => {
    expect(mappingWith(mapping, 'Tel 2', 'field:name').fields).toEqual({ name: 'Tel 2' });
  });
});

describe('a file', () => {
  it('has a name the API takes', () => {
    expect(fileNameOf('Nowi ludzie – Łódź.csv')).toBe('Nowi-ludzie-Lodz.csv');
  });

  it('is read as what it is: UTF-8, or Windows-1250', () => {
    const utf8 = new TextEncoder().encode('Łódź');
    const windows = Uint8Array.from([0xa3, 0xf3, 0x64, 0x9f]);

    expect([utf8, windows].map((bytes) => textOf(bytes.buffer as ArrayBuffer))).toEqual([
      'Łódź',
      'Łódź',
    ]);
  });
});

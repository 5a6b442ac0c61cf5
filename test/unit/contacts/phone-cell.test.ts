import { describe, expect, it } from 'vitest';
import { readPhones } from '../../../lib/contacts/phone-cell.ts';

const read = (text: string, country = 'PL') => readPhones(text, country).values;

describe('a cell of telephone numbers (REC-10, CAM-26)', () => {
  it.each([
    ['DE', '030/87654321', '+493087654321'],
    ['DE', '0911/4711222', '+499114711222'],
    ['DE', '+49 (0)30 / 876-54321', '+493087654321'],
    ['DE', '1709876543.0', '+491709876543'],
    ['CZ', '602/345 678', '+420602345678'],
    ['SK', '0903/456 789', '+421903456789'],
    ['PL', '12/4221234', '+48124221234'],
    ['AT', '0660/7654321', '+436607654321'],
    ['PL', '511,222,333', '+48511222333'],
    ['UA', '8-067-7654321', '+380677654321'],
  ])('in %s %j is one number: the separator belongs to it', (country, text, phone) => {
    expect(read(text, country)).toEqual([phone]);
  });

  it.each([
    ['PL', '511222333/511222334'],
    ['PL', '511222333 511222334'],
    ['PL', '511 222 333, 511 222 334'],
    ['PL', '511222333\n511222334'],
    ['PL', '511222333 lub 511222334'],
    ['PL', '511 222 333 - 511 222 334'],
    ['PL', '+48511222333+48511222334'],
    ['PL', '511222333 (dom), tel. 511222334'],
  ])('in %s %j is two', (country, text) => {
    expect(read(text, country)).toEqual(['+48511222333', '+48511222334']);
  });

  it('is two where each begins with the zero for other areas', () => {
    expect(read('030 876543, 0170 9876543', 'DE')).toEqual(['+4930876543', '+491709876543']);
    expect(read('0170 9876543 0171 9876543', 'DE')).toEqual(['+491709876543', '+491719876543']);
  });

  it.each([
    ['tel. kom. 511 222 333'],
    ['m.511222333'],
    ['p511222333'],
    ['☎ 511222333'],
    ['(+48) 511 222 333'],
    ['\u200b511\u00a0222\u2011333\u202c'],
    ['＋４８５１１２２２３３３'],
    ["'511222333"],
    ['="511222333"'],
  ])('is read without what stands around the number: %j', (text) => {
    expect(read(text)).toEqual(['+48511222333']);
  });

  it.each([
    ['511222333 w. 12', "'511222333 w. 12' has an extension, which cannot be dialed"],
    ['511222333;ext=7', "'ext=7' has an extension, which cannot be dialed"],
    ['511222O33', "'511222O33' has letters among its digits"],
    ['O511222333', "'O511222333' has letters among its digits"],
    ['brak', "'brak' is not a telephone number"],
    ['4,86E+10', "'4,86E+10' was rounded by a spreadsheet; export the column as text"],
  ])('is refused as a whole when it says %j', (text, remark) => {
    expect(readPhones(text, 'PL')).toEqual({ values: [], remarks: [remark] });
  });

  it('names what could not be read beside a number that could', () => {
    expect(readPhones('511222333, 12345', 'PL')).toEqual({
      values: ['+48511222333'],
      remarks: ["'12345' is too short"],
    });
    expect(readPhones('71 642 14 35/36', 'PL')).toEqual({
      values: ['+48716421435'],
      remarks: ["'/36' was left out: it is the end of another number"],
    });
    expect(readPhones('511222333 (mother)', 'PL').remarks).toEqual(["'mother' was left out"]);
  });

  it('is not taken for a list of numbers when it is longer than any', () => {
    expect(read('511222333 '.repeat(1000))).toEqual([]);
  });
});

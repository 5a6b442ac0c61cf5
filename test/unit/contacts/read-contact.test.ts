import { describe, expect, it } from 'vitest';
import {
  LARGEST_CONTACT,
  LONGEST_VALUE,
  MOST_ENDPOINTS,
  readContact,
} from '../../../lib/contacts/read-contact.ts';
import { personOf } from '../../../lib/domain/records/new-record.ts';
import { campaignOf } from './a-file.ts';

const MAPPING = {
  phones: [1, 2],
  emails: [3],
  weight: 4,
  fields: [
    { field: 'name', column: 0 },
    { field: 'pesel', column: 5 },
    { field: 'plan', column: 6 },
  ],
};

/** Name, number, second number, address, weight, PESEL, plan. */
const read = (cells: readonly string[], campaign = campaignOf()) =>
  readContact(cells, MAPPING, { campaign, country: 'PL', agents: [] });

const numbers = (count: number) => Array.from({ length: count }, (_, n) => 511_222_300 + n);

describe('a row of a file of contacts (REC-10)', () => {
  it('becomes a contact; of several numbers the first is the default (REC-5)', () => {
    const row = ['Ann', '511222333', '511222334', 'a@x.example', '-5', '02070803628', 'Full'];

    expect(read(row)).toEqual({
      kind: 'contact',
      remarks: [],
      left: [],
      contact: {
        phones: [
          { value: '+48511222333', isDefault: true },
          { value: '+48511222334', isDefault: false },
        ],
        emails: [{ value: 'a@x.example', isDefault: true }],
        fields: { name: 'Ann', pesel: '02070803628', plan: 'Full' },
        weight: -5,
      },
    });
  });

  it('imports a person without the optional values that are wrong, and names each', () => {
    const row = ['Ann', '511222333', 'none', 'nobody', 'high', '123', 'full'];

    expect(read(row)).toMatchObject({
      kind: 'contact',
      contact: { fields: { name: 'Ann' }, weight: 0, emails: [] },
      remarks: [
        "column 3: 'none' is not a telephone number",
        "column 4: 'nobody' is not an e-mail address",
        "column 6: '123' is not a valid PESEL: it has 3 digits, not 11",
        "column 7: 'full' is not one of Basic, Full",
        "column 5: 'high' is not a number",
      ],
    });
  });

  it.each([
    ['-100', -100, []],
    ['100,0', 100, []],
    ['101', 0, ["column 5: '101' is not between -100 and 100"]],
    ['1,5', 2, []],
    ['1.4', 1, []],
    ['1e3', 0, ["column 5: '1e3' is not a number"]],
  ])('reads the weight %s as %d', (text, weight, remarks) => {
    expect(read(['Ann', '511222333', '', '', text, '', ''])).toMatchObject({
      kind: 'contact',
      contact: { weight },
      remarks,
    });
  });

  it('tells each value it leaves out with the name of its column, also of a refused person', () => {
    const headings = ['Klient', 'Tel.', 'Tel. 2', 'Mail', 'Waga', 'PESEL', 'Pakiet'];
    const tell = (...cells: readonly string[]) =>
      readContact(cells, MAPPING, { campaign: campaignOf(), country: 'PL', agents: [] }, headings);

    expect(tell('Ann', '511222333', '5', 'a@', '', '', 'full')).toMatchObject({
      kind: 'contact',
      left: [
        { column: 'Tel. 2', reason: "'5' is too short" },
        { column: 'Mail', reason: "'a@' is not an e-mail address" },
        { column: 'Pakiet', reason: "'full' is not one of Basic, Full" },
      ],
    });
    expect(tell('Ann', '5', '', 'a@', '', '', '')).toMatchObject({
      kind: 'refused',
      reasons: ["Tel.: '5' is too short"],
      remarks: ["Mail: 'a@' is not an e-mail address"],
      left: [{ column: 'Tel.' }, { column: 'Mail' }],
    });
  });

  it('refuses a person whose required field is wrong', () => {
    const campaign = campaignOf({ fields: { pesel: { type: 'pesel', required: true } } });

    expect(read(['', '511222333', '', '', '', '123'], campaign)).toMatchObject({
      kind: 'refused',
      reasons: ["column 6: '123' is not a valid PESEL: it has 3 digits, not 11"],
    });
  });

  it.each([
    [{ outbound: {} }, ['', '', '', 'a@x.example'], ['no telephone number']],
    [{ outbound: {} }, ['', '12', '', ''], ["column 2: '12' is too short"]],
    [
      { inbound: { ivr: 'main', numbers: ['main'] } },
      [],
      ['neither a telephone number nor an e-mail address'],
    ],
  ])('refuses a person who could not be reached over %j', (channels, cells, reasons) => {
    const campaign = campaignOf({ channels });

    expect(read(cells, campaign)).toMatchObject({ kind: 'refused', reasons });
  });

  it.each([
    ['+48700100200', 'a premium-rate number', 'premium'],
    ['+881612345678', 'a satellite number', 'satellite'],
    ['+48801123456', 'a shared-cost number', 'shared-cost'],
  ])('does not take %s, %s, unless the campaign calls such numbers', (phone, name, kind) => {
    const allowed = campaignOf({ channels: { outbound: { specialNumbers: [kind] } } });

    expect(read(['', phone])).toMatchObject({
      kind: 'refused',
      reasons: [`column 2: '${phone}': it is ${name}, which the campaign does not call`],
    });
    expect(read(['', phone], allowed)).toMatchObject({
      kind: 'contact',
      contact: { phones: [{ value: phone, isDefault: true }] },
    });
  });

  it('refuses more numbers than one record can be found by', () => {
    const many = numbers(150).join('; ');
    const most = numbers(MOST_ENDPOINTS).join('; ');

    expect(read(['', many])).toMatchObject({
      kind: 'refused',
      reasons: ['has 150 telephone numbers; a record takes 20'],
    });
    expect(read(['', most]).kind).toBe('contact');
  });

  it('leaves out a value longer than any, and refuses a person with too much in all', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`note-${n}`, { label: `Note ${n}` }]),
    );
    const mapping = {
      phones: [0],
      emails: [],
      fields: Object.keys(fields).map((field, n) => ({ field, column: n + 1 })),
    };
    const row = ['511222333', ...Object.keys(fields).map(() => 'ě'.repeat(LONGEST_VALUE - 1))];

    const tooMuch = readContact(row, mapping, {
      campaign: campaignOf({ fields }),
      country: 'PL',
      agents: [],
    });
    const tooLong = read(['x'.repeat(LONGEST_VALUE + 1), '511222333']);

    expect(LARGEST_CONTACT).toBeLessThan(400 * 1024);
    expect(tooMuch).toMatchObject({
      kind: 'refused',
      reasons: ['holds more than the 100 KB a record takes'],
    });
    expect(tooLong).toMatchObject({ kind: 'contact', contact: { fields: {} } });
    expect(tooLong.remarks[0]?.length).toBeLessThan(200);
  });

  it('is somebody by the default number, or else by the address', () => {
    const reached = [
      ['', '511222333', '', 'a@x.example'],
      ['', '', '', 'a@x.example'],
    ].map((row) => read(row, campaignOf({ channels: {} })));

    expect(reached.map((row) => (row.kind === 'contact' ? personOf(row.contact) : row))).toEqual([
      '+48511222333',
      'a@x.example',
    ]);
  });

  describe('with a column of agents (REC-7)', () => {
    const mapping = { ...MAPPING, agent: { index: 7, heading: 'Opiekun' } };
    const owned = (agent: string) =>
      readContact(['Ann', '511222333', '', '', '', '', '', agent], mapping, {
        campaign: campaignOf(),
        country: 'PL',
        agents: ['eva.lis', 'Tom'],
      });

    it.each([
      ['eva.lis', 'eva.lis'],
      [' EVA.LIS ', 'eva.lis'],
      ['tom', 'Tom'],
      ['', undefined],
    ])('is private to the agent named: %j', (cell, agent) => {
      expect(owned(cell)).toMatchObject({ contact: { privateTo: agent }, remarks: [] });
    });

    it('stays, with a remark, when nobody who takes the calls is called that', () => {
      expect(owned('ewa.lis')).toMatchObject({
        kind: 'contact',
        contact: { privateTo: undefined, phones: [{ value: '+48511222333' }] },
        remarks: ["Opiekun: 'ewa.lis' takes no calls of the campaign; the record is not private"],
      });
    });
  });
});

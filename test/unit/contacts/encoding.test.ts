import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Detected, EncodingSurvey } from '../../../lib/contacts/encoding.ts';
import { encoded } from './a-file.ts';

function detect(bytes: Uint8Array, country = 'PL', size = bytes.length): Detected {
  const survey = new EncodingSurvey();
  for (let at = 0; at < bytes.length; at += size) survey.push(bytes.subarray(at, at + size));
  return survey.detect(country);
}

describe('the encoding of a file (REC-10)', () => {
  it.each([
    ['utf-8', 'Zażółć gęślą jaźń;Příliš žluťoučký kůň'],
    ['windows-1250', 'Zażółć gęślą jaźń;Příliš žluťoučký kůň'],
    ['iso-8859-2', 'Zażółć gęślą jaźń;Příliš žluťoučký kůň'],
    ['iso-8859-2', 'Wąsik;Świętosława'],
    ['windows-1250', 'Wąsik;Kraków'],
    ['iso-8859-2', 'Bożena Wieżniak-Źrebiec;Łowicz'],
    ['iso-8859-2', 'Matěj Šebesta;Ondřej Ježek;Ivančice'],
    ['windows-1250', 'Matěj Šebesta;Ondřej Ježek;Ivančice'],
    ['windows-1250', 'GRZĄŚLEWICZ;WOŹNY'],
    ['iso-8859-2', 'GRZĄŚLEWICZ;WOŹNY'],
    ['windows-1250', 'Ľubomír Ďurica;Košice'],
    ['iso-8859-2', 'Ľubomír Ďurica;Košice'],
  ] as const)('is recognised as %s by its words: %s', (encoding, line) => {
    expect(detect(encoded(`${line}\r\n`, encoding)).encoding).toBe(encoding);
  });

  it.each([
    ['CZ', 'iso-8859-2', 'Tomáš'],
    ['PL', 'windows-1250', 'Stać'],
  ] as const)(
    'is the likelier one in %s when a single word could be of two',
    (country, encoding, word) => {
      expect(detect(encoded(word, encoding), country).encoding).toBe(encoding);
    },
  );

  it('of sentences in UTF-8 is UTF-8, whatever is written and wherever the list comes from', () => {
    const words = [
      'Łódź',
      'Příbram',
      'Müller',
      'Győr',
      'Київ',
      '東京',
      '😀',
      'Jan',
      '600100200',
      '„x”',
    ];
    const anyText = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
      .map((list) => list.join(';'));
    fc.assert(
      fc.property(anyText, fc.constantFrom('PL', 'CZ', 'HU', 'XX'), (text, country) => {
        expect(detect(encoded(text), country).encoding).toBe('utf-8');
      }),
    );
  });

  it.each([
    [['Łucja', 'Józef'], 2, 'utf-8'],
    [['Łucja', 'Józef'], 3, 'windows-1250'],
  ] as const)('with the words %j and %d that are none in it is %s', (sound, unsound, encoding) => {
    const strays = encoded(Array(unsound).fill('Wąsik').join(';'), 'windows-1250');

    expect(detect(Buffer.concat([encoded(`${sound.join(';')};`), strays])).encoding).toBe(encoding);
  });

  it('shows five of its words at most', () => {
    const line = 'Łódź;Żory;Śrem;Kępno;Mława;Płock;Otwock';

    expect(detect(encoded(line, 'iso-8859-2')).words).toEqual([
      'Łódź',
      'Żory',
      'Śrem',
      'Kępno',
      'Mława',
    ]);
  });

  it('stays UTF-8 with a few bytes that are not', () => {
    const bytes = Buffer.concat([encoded('Łucja;Józef;Michał;'), Buffer.from([0xf3])]);

    expect(detect(bytes)).toMatchObject({ encoding: 'utf-8', by: 'bytes' });
  });

  it('is what the byte order mark says, whatever bytes follow', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      encoded('Kowalska;Kraków;Łódź;Wąsik', 'windows-1250'),
    ]);

    expect(detect(bytes)).toMatchObject({ encoding: 'utf-8', mark: 3, by: 'mark' });
  });

  it('is not UTF-8 because two letters of a code page happen to be a letter of another script', () => {
    expect(detect(encoded('SPÓŁKA Z O.O.', 'windows-1250')).encoding).toBe('windows-1250');
  });

  it('is UTF-16 with a byte order mark and without', () => {
    const text = 'name;phone\r\nJan;600100200\r\n';

    expect([
      detect(encoded(text, 'utf-16le', true)).encoding,
      detect(encoded(text, 'utf-16be', true)).encoding,
      detect(encoded(text, 'utf-16le')).encoding,
      detect(encoded(text, 'utf-16be')).encoding,
    ]).toEqual(['utf-16le', 'utf-16be', 'utf-16le', 'utf-16be']);
  });

  it('is decided by the whole file, however late its first letter beyond ASCII stands', () => {
    const bytes = Buffer.concat([
      encoded('a;b\n'.repeat(50_000)),
      encoded('Wąsik;Śrem\n', 'windows-1250'),
    ]);

    expect(detect(bytes, 'PL', 1000)).toMatchObject({
      encoding: 'windows-1250',
      words: ['Wąsik', 'Śrem'],
    });
  });

  it('is the same whatever the chunks', () => {
    const bytes = encoded('Ondřej Ježek;Matěj Šebesta', 'iso-8859-2');

    expect(
      new Set([1, 2, 3, 7, 100].map((size) => JSON.stringify(detect(bytes, 'CZ', size)))).size,
    ).toBe(1);
  });

  it('is plain ASCII where nothing else is there', () => {
    expect(detect(encoded('name;phone'))).toEqual({
      encoding: 'utf-8',
      mark: 0,
      by: 'ascii',
      words: [],
    });
  });
});

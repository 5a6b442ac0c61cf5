import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('text-in-more-parts', () => {
  it('warns of letters that double the parts of a text', () => {
    expect(
      found({
        [AGAIN]: [
          'text: Hello {{ name }}',
          'text: Nie zastaliśmy Państwa pod telefonem, {{ name }}. Zadzwonimy jeszcze raz jutro.',
        ],
      }),
    ).toEqual([
      "rules/again.yaml:21:5 text-in-more-parts: the text of tile 'message' takes about 2 parts instead of 1 because of 'ś', 'ń'",
    ]);
  });

  it('accepts the same text without accents', () => {
    expect(
      found({
        [AGAIN]: [
          'text: Hello {{ name }}',
          'text: Nie zastalismy Panstwa pod telefonem, {{ name }}. Zadzwonimy jeszcze raz jutro.',
        ],
      }),
    ).toEqual([]);
  });

  it('accepts accents in a text that fits one part all the same', () => {
    expect(found({ [AGAIN]: ['text: Hello {{ name }}', 'text: Dzień dobry, {{ name }}'] })).toEqual(
      [],
    );
  });
});

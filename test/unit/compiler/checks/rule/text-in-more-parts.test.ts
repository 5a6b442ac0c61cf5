import { describe, expect, it } from 'vitest';
import { diagnose, found } from '../../../../support/a-centre.ts';

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
      "rules/again.yaml:21:5 text-in-more-parts: the text of tile 'message' takes about 2 parts instead of 1 because of 'ś', 'ń': one such letter shortens a part from 160 characters to 70",
    ]);
  });

  it('offers the same text in plain letters', () => {
    const text =
      'text: Nie zastaliśmy Państwa pod telefonem, {{ name }}. Zadzwonimy jeszcze raz jutro.';

    const [finding] = diagnose({ [AGAIN]: ['text: Hello {{ name }}', text] });

    expect(finding?.remedy).toBe(
      "Add 'transliterate: true', which sends: Nie zastalismy Panstwa pod telefonem, {{ name }}. Zadzwonimy jeszcze raz jutro.",
    );
  });

  it('accepts it where it is to be transliterated', () => {
    const text =
      'text: Nie zastaliśmy Państwa pod telefonem, {{ name }}. Zadzwonimy jeszcze raz jutro.';

    expect(
      found({ [AGAIN]: ['text: Hello {{ name }}', `${text}\n    transliterate: true`] }),
    ).toEqual([]);
  });

  it('warns of the text of a campaign, with the longest choice of a field in it', () => {
    const campaign = (options: string) =>
      [
        'name: Texts',
        'channels:',
        '  sms:',
        '    queue: sales',
        '    from: TEST',
        '    text: Zapraszamy na wizytę do lekarza w dniu 12 marca o godzinie {{ when }}',
        'fields:',
        `  when: { type: choice, options: [${options}] }`,
      ].join('\n');

    expect(found({ 'campaigns/texts.yaml': campaign('"8:00", "o godzinie osiemnastej"') })).toEqual(
      [
        "campaigns/texts.yaml:6:5 text-in-more-parts: the text of campaign 'texts' takes about 2 parts instead of 1 because of 'ę': one such letter shortens a part from 160 characters to 70",
      ],
    );
    expect(found({ 'campaigns/texts.yaml': campaign('"8:00"') })).toEqual([]);
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

  it('reports the text of a classifier', () => {
    const text = 'Dziękujemy za rozmowę, {{ name }}. Do zobaczenia w gabinecie w umówionym dniu.';
    const keys = `    closes: true\n    sendsSms: { from: TEST, text: "${text}" }`;
    expect(found({ 'campaigns/spring.yaml': ['    closes: true', keys] })).toEqual([
      "campaigns/spring.yaml:19:29 text-in-more-parts: the text of classifier 'sold' takes about 2 parts instead of 1 because of 'ę', 'ó': one such letter shortens a part from 160 characters to 70",
    ]);
  });

  it('accepts accents in a text that fits one part all the same', () => {
    expect(found({ [AGAIN]: ['text: Hello {{ name }}', 'text: Dzień dobry, {{ name }}'] })).toEqual(
      [],
    );
  });
});

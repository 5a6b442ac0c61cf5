import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';
const HELP = 'ivrs/help.yaml';

describe('date-pattern', () => {
  it('reports a pattern of another language', () => {
    expect(
      found({
        [AGAIN]: [
          'text: Hello {{ name }}',
          "text: >-\n      Until {{ name | date: 'DD.MM.YYYY' }}",
        ],
      }),
    ).toEqual([
      "rules/again.yaml:21:5 date-pattern: the date pattern 'DD.MM.YYYY' would be sent as it is",
    ]);
  });

  it('reports a code that is not replaced', () => {
    expect(
      found({
        [AGAIN]: ['text: Hello {{ name }}', "text: >-\n      Until {{ name | date: '%d %B' }}"],
      }),
    ).toEqual([
      "rules/again.yaml:21:5 date-pattern: '%B' in the date pattern '%d %B' would be sent as it is",
    ]);
  });

  it('reports one in a request', () => {
    expect(
      found({ [HELP]: ['?phone={{ caller }}', "?phone={{ caller | date: 'yyyy' }}"] }, IVR_FILES),
    ).toEqual([
      "ivrs/help.yaml:19:21 date-pattern: the date pattern 'yyyy' would be sent as it is",
    ]);
  });

  it('accepts days, months and years', () => {
    expect(
      found({
        [AGAIN]: [
          'text: Hello {{ name }}',
          "text: >-\n      Until {{ name | date: '%d. %m. %Y' }} {{ name | date: '%y' }}",
        ],
      }),
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const AGAIN = 'rules/again.yaml';

describe('wrong-form', () => {
  it('reports a duration in words', () => {
    expect(found({ [AGAIN]: ['after: 2 h', 'after: two hours'] })).toEqual([
      `rules/again.yaml:17:12 wrong-form: expected "at once" or a duration such as "2 h", found 'two hours'`,
    ]);
  });

  it('reports a key that is not an id', () => {
    expect(
      found({ 'groups.yaml': 'Sales Team: { agents: [anna] }\nsales: { agents: [jan] }' }),
    ).toEqual([
      "groups.yaml:1:1 wrong-form: expected an id: lower-case letters, digits and dashes, a letter first, found 'Sales Team'",
    ]);
  });

  it('reports a cap above what regulators allow', () => {
    expect(
      found({
        [SPRING]: [
          '    queue: sales',
          '    queue: sales\n    mode: predictive\n    pacing: { cap: 4% }',
        ],
      }),
    ).toEqual([
      "campaigns/spring.yaml:6:20 wrong-form: expected at most 3%: what regulators allow, found '0.04'",
    ]);
  });

  it('accepts the form that is expected', () => {
    expect(found({ [AGAIN]: ['after: 2 h', 'after: at once'] })).toEqual([]);
  });
});

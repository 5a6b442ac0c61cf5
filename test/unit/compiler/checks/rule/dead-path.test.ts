import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('dead-path', () => {
  it('reports a comparison that always holds', () => {
    expect(found({ [AGAIN]: ['compare: ">= 3"', 'compare: ">= 1"'] })).toEqual([
      "rules/again.yaml:12:14 dead-path: 'unmet' of tile 'count' can never be taken: the number is always 1 or more",
    ]);
  });

  it("reports 'otherwise' when every status has its path", () => {
    expect(
      found({
        [AGAIN]: [
          '    otherwise: hours\n',
          '      answered: hours\n      error: hours\n      abandoned: hours\n      voicemail: hours\n    otherwise: hours\n',
        ],
      }),
    ).toEqual([
      "rules/again.yaml:13:5 dead-path: 'otherwise' of tile 'status' can never be taken: every status has its own path",
    ]);
  });

  it('accepts a comparison that may hold or not', () => {
    expect(found({ [AGAIN]: ['compare: ">= 3"', 'compare: "> 1"'] })).toEqual([]);
  });

  it.each([
    ['passes', '= 0', 'met'],
    ['passes', '!= 0', 'unmet'],
    ['passes', '< 1', 'met'],
    ['passes', '<= 0', 'met'],
    ['passes', '> 0', 'unmet'],
    ['passes', '>= 1', 'unmet'],
    ['attempts', '>= 1', 'unmet'],
    ['passes', '= 1', undefined],
    ['passes', '<= 1', undefined],
    ['passes', '> 1', undefined],
    ['calls-with-status', '= 0', undefined],
    ['calls-with-status', '> 0', undefined],
    ['calls-with-status', '< 1', undefined],
    ['calls-with-status', '>= 0', 'unmet'],
  ])('knows from what number on a condition counts: %s %s', (kind, compare, dead) => {
    const statuses = kind === 'calls-with-status' ? '\n    statuses: [busy]' : '';
    const condition = `kind: ${kind}${statuses}\n    compare: "${compare}"`;

    const reported = found({ [AGAIN]: ['kind: passes\n    compare: ">= 3"', condition] });

    expect(reported.map((one) => /'(met|unmet)' of tile 'count'/.exec(one)?.[1])).toEqual(
      dead === undefined ? [] : [dead],
    );
  });
});

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
      "rules/again.yaml:12:7 voicemail-not-detected: 'voicemail' of tile 'status' can never be taken: no campaign using the rule has machineDetection",
      "rules/again.yaml:13:5 dead-path: 'otherwise' of tile 'status' can never be taken: every status has its own path",
    ]);
  });

  it('reports the path of a status that an earlier tile has ruled out', () => {
    expect(
      found({
        [AGAIN]: [
          'busy: again\n    otherwise: hours',
          'busy: again\n    otherwise: reached\n  reached:\n    kind: connected\n    met: which\n    unmet: hours\n  which:\n    kind: call-status\n    paths: { busy: again }\n    otherwise: hours',
        ],
      }),
    ).toEqual([
      "rules/again.yaml:16:14 dead-path: 'busy' of tile 'which' can never be taken: a call that gets here was 'answered', 'abandoned' or 'voicemail'",
    ]);
  });

  it('reports a condition whose outcome an earlier tile has decided', () => {
    expect(
      found({
        [AGAIN]: [
          'busy: again\n    otherwise: hours',
          'busy: again\n      answered: reached\n    otherwise: hours\n  reached:\n    kind: connected\n    met: hours\n    unmet: again',
        ],
      }),
    ).toEqual([
      "rules/again.yaml:14:5 dead-path: 'unmet' of tile 'reached' can never be taken: a call that gets here was 'answered'",
    ]);
  });

  it('accepts every status after a recontact, which waits for another call', () => {
    expect(
      found({
        [AGAIN]: [
          '    after: 2 h',
          '    after: 2 h\n    next: second\n  second:\n    kind: call-status\n    paths: { answered: done, busy: close }\n    otherwise: hours',
        ],
      }),
    ).toEqual([]);
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

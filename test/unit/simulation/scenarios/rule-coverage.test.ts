import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../lib/language/schema/rule.ts';
import { ruleCoverage } from '../../../../lib/simulation/scenarios/rule-coverage.ts';

const RULE: Rule = {
  name: 'Again',
  start: 'status',
  tiles: {
    status: {
      kind: 'call-status',
      paths: { busy: 'again', 'not-answered': 'again' },
      otherwise: 'done',
    },
    again: { kind: 'recontact', after: { days: 0, seconds: 7200 }, next: 'second' },
    second: { kind: 'connected', met: 'done', unmet: 'close' },
    close: { kind: 'close-record' },
    done: { kind: 'end' },
  },
};

const uncovered = (...scenarios: Parameters<typeof ruleCoverage>[2]) => {
  const { taken, paths, untaken } = ruleCoverage('again', RULE, scenarios);
  return { taken, paths, untaken: untaken.map(({ tile, on, to }) => `${tile}: ${on} → ${to}`) };
};

describe('the paths of a callback rule that its tests cover (NEW-3)', () => {
  it('are none without tests', () => {
    expect(uncovered()).toEqual({
      taken: 0,
      paths: 6,
      untaken: [
        'status: busy → again',
        'status: not-answered → again',
        'status: otherwise → done',
        'again: next → second',
        'second: met → done',
        'second: unmet → close',
      ],
    });
  });

  it('are told apart by what the condition saw where two lead to one tile', () => {
    const { untaken } = uncovered([
      { path: ['status', 'again'], values: { status: 'not-answered' } },
    ]);

    expect(untaken).toContain('status: busy → again');
    expect(untaken).not.toContain('status: not-answered → again');
  });

  it('go on with the next call where the rule waits for it', () => {
    const { untaken } = uncovered([
      { path: ['status', 'again'], values: { status: 'busy' } },
      { path: ['second', 'close'], values: { second: false } },
    ]);

    expect(untaken).toEqual([
      'status: not-answered → again',
      'status: otherwise → done',
      'second: met → done',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('unreachable-tile', () => {
  it('reports a tile that no path leads to', () => {
    expect(found({ [AGAIN]: ['  done:\n', '  island:\n    kind: end\n  done:\n'] })).toEqual([
      "rules/again.yaml:41:3 unreachable-tile: no path leads to tile 'island'",
    ]);
  });

  it('reports tiles that lead to each other only', () => {
    expect(
      found({
        [AGAIN]: [
          '  done:\n',
          '  east: { kind: recontact, after: 1 h, next: west }\n  west: { kind: recontact, after: 1 h, next: east }\n  done:\n',
        ],
      }),
    ).toEqual([
      "rules/again.yaml:41:3 unreachable-tile: no path leads to tile 'east'",
      "rules/again.yaml:42:3 unreachable-tile: no path leads to tile 'west'",
    ]);
  });

  it('reports a tile behind a status that an earlier tile has ruled out', () => {
    expect(
      found({
        [AGAIN]: [
          'busy: again\n    otherwise: hours',
          'busy: again\n      answered: twice\n    otherwise: hours\n  twice:\n    kind: call-status\n    paths: { busy: island, answered: done }\n  island:\n    kind: end',
        ],
      }),
    ).toEqual([
      "rules/again.yaml:13:14 dead-path: 'busy' of tile 'twice' can never be taken: a call that gets here was 'answered'",
      "rules/again.yaml:14:3 unreachable-tile: tile 'island' can never be reached: the paths to it are for call statuses that cannot occur",
    ]);
  });

  it('reports a tile behind a status that calls of the campaign never have', () => {
    expect(
      found({
        [AGAIN]: [
          'busy: again\n    otherwise: hours',
          'busy: again\n      voicemail: island\n    otherwise: hours\n  island:\n    kind: end',
        ],
      }),
    ).toEqual([
      "rules/again.yaml:9:7 voicemail-not-detected: 'voicemail' of tile 'status' can never be taken: no campaign using the rule has machineDetection",
      "rules/again.yaml:11:3 unreachable-tile: tile 'island' can never be reached: the paths to it are for call statuses that cannot occur",
    ]);
  });

  it('accepts a tile behind that status in a rule no campaign uses yet', () => {
    expect(
      found({
        'rules/new.yaml':
          'name: New\nstart: status\ntiles:\n  status: { kind: call-status, paths: { voicemail: message }, otherwise: done }\n  message: { kind: recontact, after: 1 d }\n  done: { kind: end }\n',
        'rules/new.test.yaml': '- { name: ends, calls: [busy], expect: [status > done] }',
      }),
    ).toEqual([]);
  });

  it('accepts a tile behind a recontact', () => {
    expect(
      found({
        [AGAIN]: [
          '  again:\n    kind: recontact\n    after: 2 h',
          '  again:\n    kind: recontact\n    after: 2 h\n    next: later\n  later:\n    kind: end',
        ],
      }),
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('redial-at-once', () => {
  it('warns of calling again at once after the person was not reached', () => {
    expect(found({ [AGAIN]: ['after: 2 h', 'after: at once'] })).toEqual([
      "rules/again.yaml:17:12 redial-at-once: tile 'again' calls again at once after 'not-answered', 'busy' or 'error'",
    ]);
  });

  it('accepts calling again at once after a call that was abandoned', () => {
    expect(
      found({
        [AGAIN]: [
          'busy: again\n    otherwise: hours',
          'busy: again\n      abandoned: soon\n    otherwise: hours\n  soon:\n    kind: recontact\n    after: at once',
        ],
      }),
    ).toEqual([]);
  });

  it('accepts a pause', () => {
    expect(found({ [AGAIN]: ['after: 2 h', 'after: 15 min'] })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { rendered, rounds } from './a-block.ts';

const block = {
  kind: 'menu',
  say: 'One or star?',
  keys: { '1': 'one', '*': 'star' },
  wrong: 'wrong',
  none: 'silent',
} as const;

describe('menu (IVR-14)', () => {
  it('that is said once leads wrong keys and silence to their paths, and failures to silence’s', () => {
    expect(rendered(block).ways).toEqual({
      it: {
        next: 'silent',
        InputTimeLimitExceeded: 'silent',
        NoMatchingCondition: 'wrong',
        NoMatchingError: 'silent',
        'Equals 1': 'one',
        'Equals *': 'star',
      },
    });
  });

  it('that is repeated counts wrong keys and silence apart', () => {
    const { ways, given } = rendered({ ...block, repeats: 2 });

    expect(ways.it).toMatchObject({
      InputTimeLimitExceeded: 'it.none',
      NoMatchingCondition: 'it.wrong',
      NoMatchingError: 'silent',
    });
    expect(ways['it.wrong']).toEqual(rounds('it', 'wrong'));
    expect(ways['it.none']).toEqual(rounds('it', 'silent'));
    expect([given['it.wrong'], given['it.none']]).toEqual([{ LoopCount: '2' }, { LoopCount: '2' }]);
  });

  it('waits for a key as long as it says', () => {
    expect(rendered({ ...block, wait: '9 s' }).given.it).toMatchObject({
      InputTimeLimitSeconds: '9',
      StoreInput: 'False',
    });
  });
});

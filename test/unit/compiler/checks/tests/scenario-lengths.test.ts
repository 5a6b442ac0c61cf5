import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN_TEST = 'rules/again.test.yaml';

describe('scenario-lengths', () => {
  it('reports fewer expectations than calls', () => {
    expect(
      found({ [AGAIN_TEST]: ['calls: [busy]', 'calls: [busy, { status: busy, times: 2 }]'] }),
    ).toEqual([
      "rules/again.test.yaml:4:3 scenario-lengths: 'busy is called again' has 3 calls, but 1 expectation",
    ]);
  });

  it('reports more expectations than calls', () => {
    expect(
      found({
        [AGAIN_TEST]: ['expect: [status > again]', 'expect: [status > again, status > again]'],
      }),
    ).toEqual([
      "rules/again.test.yaml:4:3 scenario-lengths: 'busy is called again' has 1 call, but 2 expectations",
    ]);
  });

  it('accepts a call that stands for several', () => {
    expect(
      found({
        [AGAIN_TEST]:
          '- { name: x, calls: [{ status: busy, times: 2 }], expect: [status, status] }',
      }),
    ).toEqual([]);
  });
});

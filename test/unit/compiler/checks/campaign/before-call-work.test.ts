import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('before-call-work', () => {
  it('reports before-call work in a mode that has none', () => {
    expect(
      found({ [SPRING]: ['    queue: sales', '    queue: sales\n    beforeCallWork: 20 s'] }),
    ).toEqual([
      "campaigns/spring.yaml:5:5 before-call-work: 'beforeCallWork' has no effect in mode 'progressive'",
    ]);
  });

  it('accepts it in the preview mode', () => {
    expect(
      found({
        [SPRING]: [
          '    queue: sales',
          '    queue: sales\n    mode: preview\n    beforeCallWork: 20 s',
        ],
      }),
    ).toEqual([]);
  });

  it('accepts it where agents accept the records themselves', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\nchannels:\n  outbound:\n',
          'name: Spring\nhandling: manual-web\nchannels:\n  outbound:\n    mode: preview\n    beforeCallWork: 20 s\n',
        ],
      }),
    ).toEqual([]);
  });
});

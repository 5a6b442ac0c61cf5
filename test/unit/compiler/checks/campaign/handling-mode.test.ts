import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('handling-mode', () => {
  it('reports a mode in which the dialer would dial ahead of agents who start the calls', () => {
    expect(found({ [SPRING]: ['name: Spring', 'name: Spring\nhandling: manual-web'] })).toEqual([
      "campaigns/spring.yaml:4:3 handling-mode: agents start the calls (handling 'manual-web'), but in mode 'progressive' the dialer does",
    ]);
  });

  it('accepts agents who start calls in the preview mode', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\nchannels:\n  outbound:\n',
          'name: Spring\nhandling: manual-web\nchannels:\n  outbound:\n    mode: preview\n',
        ],
      }),
    ).toEqual([]);
  });
});

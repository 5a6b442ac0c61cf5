import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('offer-for', () => {
  it('reports a time to start the call where the dialer starts it', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\nchannels:\n  outbound:\n',
          'name: Spring\nchannels:\n  outbound:\n    mode: preview\n    offerFor: 1 min\n',
        ],
      }),
    ).toEqual([
      "campaigns/spring.yaml:5:5 offer-for: 'offerFor' has no effect: the dialer starts the calls",
    ]);
  });

  it('accepts it where agents do', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\nchannels:\n  outbound:\n',
          'name: Spring\nhandling: manual-web\nchannels:\n  outbound:\n    mode: preview\n    offerFor: 1 min\n',
        ],
      }),
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('agent-rung-first', () => {
  it('reports an outbound channel whose calls would ring the agent first', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\nchannels:\n  outbound:\n',
          'name: Spring\nhandling: manual-phone\nchannels:\n  outbound:\n    mode: preview\n',
        ],
      }),
    ).toEqual([
      'campaigns/spring.yaml:2:11 agent-rung-first: Connect cannot ring the agent first for calls that the dialer places',
    ]);
  });

  it('accepts agents who start the call in the browser', () => {
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

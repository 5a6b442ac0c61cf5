// Blocks that leave a mark on the call and go on, whether it could be set or not.
import { describe, expect, it } from 'vitest';
import { asked, type Rendered, rendered } from './a-block.ts';

describe('a block that leaves a mark', () => {
  it.each<[string, Rendered, Record<string, string>]>([
    ['no-survey (IVR-15)', rendered({ kind: 'no-survey', next: 'on' }), { survey: 'no' }],
    ['small-window (IVR-9)', rendered({ kind: 'small-window', next: 'on' }), { window: 'small' }],
    ['priority (IVR-17)', rendered({ kind: 'priority', by: -40, next: 'on' }), { p_it: '-40' }],
  ])('%s sets its attribute', (_, { ways, given }, attributes) => {
    expect(ways).toEqual({ it: asked('on', 'on') });
    expect(given).toEqual({ it: { Attributes: attributes } });
  });
});

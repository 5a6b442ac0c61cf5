import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const limited = (unhandled: string) =>
  found({
    [SPRING]: [
      'name: Spring\nchannels:\n  outbound:\n',
      `name: Spring\nunhandled: { ${unhandled} }\nchannels:\n  outbound:\n    mode: preview\n`,
    ],
  });

describe('unhandled-limit', () => {
  it('reports a threshold that is not below the limit', () => {
    expect(limited('most: 2, until: 2')).toEqual([
      'campaigns/spring.yaml:2:30 unhandled-limit: agents with 2 unhandled records get none, and with 2 they get them again',
    ]);
  });

  it('accepts one that is, and none', () => {
    expect(limited('most: 2, until: 1')).toEqual([]);
    expect(limited('most: 2')).toEqual([]);
  });
});

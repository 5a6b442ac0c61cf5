import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const limited = 'name: Spring\nunhandled: { most: 3, until: 1 }\n';

describe('unhandled-limit-without-use', () => {
  it('reports a limit where Connect chooses the agents', () => {
    expect(found({ [SPRING]: ['name: Spring\n', limited] })).toEqual([
      "campaigns/spring.yaml:2:1 unhandled-limit-without-use: campaign 'spring' limits unhandled records, but Connect chooses the agents of all its calls",
    ]);
  });

  it('accepts a limit in preview', () => {
    const preview = `${limited}channels:\n  outbound:\n    mode: preview\n`;
    expect(found({ [SPRING]: ['name: Spring\nchannels:\n  outbound:\n', preview] })).toEqual([]);
  });

  it('accepts a limit where agents answer texts', () => {
    const texts =
      'name: Texts\nunhandled: { most: 3 }\nchannels:\n  sms: { queue: sales, from: TEST, text: Hello }\n';
    expect(found({ 'campaigns/texts.yaml': texts })).toEqual([]);
  });
});

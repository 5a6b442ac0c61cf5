import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const HOTLINE = 'campaigns/hotline.yaml';
const HELP = 'ivrs/help.yaml';

describe('unknown-number', () => {
  it('reports a number shown to people that the centre does not have', () => {
    expect(found({ [SPRING]: ['callerIds: [main]', 'callerIds: [mian]'] })).toEqual([
      "campaigns/spring.yaml:5:17 unknown-number: the centre has no number 'mian'",
    ]);
  });

  it('reports a number that customers are to call', () => {
    expect(found({ [HOTLINE]: ['[hotline]', '[hotline, hot]'] }, IVR_FILES)).toEqual([
      "campaigns/hotline.yaml:4:24 unknown-number: the centre has no number 'hot'",
    ]);
  });

  it('reports a number shown when a call is forwarded', () => {
    expect(found({ [HELP]: ['callerId: hotline', 'callerId: hotlin'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:67:15 unknown-number: the centre has no number 'hotlin'",
    ]);
  });

  it('reports a number that a path is for', () => {
    expect(
      found(
        { [HELP]: ['paths: { hotline: vip }', 'paths: { hotline: vip, hot: vip }'] },
        IVR_FILES,
      ),
    ).toEqual(["ivrs/help.yaml:72:28 unknown-number: the centre has no number 'hot'"]);
  });

  it('accepts no number at all', () => {
    expect(found({ [SPRING]: ['callerIds: [main]', 'callerIds: []'] })).toEqual([]);
  });
});

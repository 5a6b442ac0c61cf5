import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';

describe('callback-without-outbound', () => {
  it('reports what promises callbacks in a campaign that cannot call', () => {
    expect(found({ [HOTLINE]: ['  outbound: {}\n', '    callBack: always\n'] }, IVR_FILES)).toEqual(
      [
        "campaigns/hotline.yaml:12:15 callback-without-outbound: campaign 'hotline' calls back, but has no outbound channel",
        "ivrs/help.yaml:49:3 callback-without-outbound: block 'again' promises a callback, but campaign 'hotline' has no outbound channel",
      ],
    );
  });

  it('accepts callbacks in a campaign that can', () => {
    expect(
      found(
        { [HOTLINE]: ['  outbound: {}\n', '    callBack: always\n  outbound: {}\n'] },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});

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

  it('reports a classifier that schedules recalls there', () => {
    expect(
      found(
        {
          'campaigns/line.yaml':
            'name: Line\nchannels:\n  inbound: { numbers: [main], ivr: other }\nclassifiers:\n  later: { name: Later, recontact: { after: 1 d } }\n',
          'ivrs/other.yaml':
            'name: Other\nblocks:\n  pick-up: { kind: answer, next: choose }\n  choose:\n    kind: menu\n    say: Press a key.\n    keys: { "1": bye }\n    wrong: bye\n    none: bye\n  bye: { kind: disconnect }\n',
        },
        IVR_FILES,
      ),
    ).toEqual([
      "campaigns/line.yaml:5:25 callback-without-outbound: classifier 'later' schedules a recall, but campaign 'line' has no outbound channel",
    ]);
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

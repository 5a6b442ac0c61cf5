import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';
const HELP = 'ivrs/help.yaml';
const HELP_TEST = 'ivrs/help.test.yaml';

describe('answer-block', () => {
  it('reports the second block that answers', () => {
    expect(
      found(
        {
          [HELP]: [
            '  hello:\n    kind: announcement\n    say: { recording: hello.wav }',
            '  hello:\n    kind: answer',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual(["ivrs/help.yaml:6:3 answer-block: block 'pick-up' already answers the call"]);
  });

  it('reports an IVR in which no block answers', () => {
    expect(
      found(
        {
          [HELP]: 'name: Help\nblocks:\n  bye: { kind: disconnect }',
          [HELP_TEST]: undefined,
          [HOTLINE]: 'name: Hotline\nchannels:\n  inbound: { numbers: [hotline], ivr: help }\n',
          'queues.yaml': 'sales: { groups: [sales, help], hours: office }',
        },
        IVR_FILES,
      ),
    ).toEqual(["ivrs/help.yaml:2:1 answer-block: no block of kind 'answer', so no call can begin"]);
  });

  it('accepts an answer block that is not the first', () => {
    expect(
      found(
        {
          [HELP]:
            'name: Help\nblocks:\n  bye: { kind: disconnect }\n  pick-up: { kind: answer, next: bye }',
          [HELP_TEST]: undefined,
          [HOTLINE]: 'name: Hotline\nchannels:\n  inbound: { numbers: [hotline], ivr: help }\n',
          'queues.yaml': 'sales: { groups: [sales, help], hours: office }',
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});

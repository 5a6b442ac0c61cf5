import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';
import { manyAfter } from '../../../../support/an-ivr-file.ts';

const HELP = 'ivrs/help.yaml';

describe('too-much-after-queue', () => {
  it('reports the blocks that too much follows, each by its id', () => {
    expect(found({ [HELP]: manyAfter(300) }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:54:3 too-much-after-queue: what follows 'colleague' takes 267 actions; the limit is 250",
      "ivrs/help.yaml:80:3 too-much-after-queue: what follows 'agents' takes 262 actions; the limit is 250",
    ]);
  });

  it('accepts what Connect allows', () => {
    expect(found({ [HELP]: manyAfter(30) }, IVR_FILES)).toEqual([]);
  });

  it('names the block that waits, not one whose id ends alike (IVR-13)', () => {
    const [was, is] = manyAfter(300);
    const text = (IVR_FILES[HELP] ?? '').replace(was, is).replaceAll('agents', 'call-menu');

    const reported = found({ [HELP]: text }, IVR_FILES);

    expect(reported.map((one) => /what follows '([^']+)'/.exec(one)?.[1])).toEqual([
      'colleague',
      'call-menu',
    ]);
  });
});

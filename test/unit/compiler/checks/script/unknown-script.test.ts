import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';
import { inScript } from '../../../../support/a-script-file.ts';

const HOTLINE = 'campaigns/hotline.yaml';

describe('unknown-script', () => {
  it('reports a script that has no file, of a channel and of a queue', () => {
    expect(
      found(
        {
          [HOTLINE]: ['    ivr: help', '    ivr: help\n    script: talk'],
          'queues.yaml': ['  music: music.wav', '  music: music.wav\n  script: tlk'],
        },
        IVR_FILES,
      ),
    ).toEqual([
      "campaigns/hotline.yaml:6:13 unknown-script: there is no script 'talk'",
      "queues.yaml:8:11 unknown-script: there is no script 'tlk'",
    ]);
  });

  it('accepts a script that is there', () => {
    expect(found(inScript(), IVR_FILES)).toEqual([]);
  });
});

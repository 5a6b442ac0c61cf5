import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';
import { SCRIPT_FILE, TALK } from '../../../../support/a-script-file.ts';

describe('unused-script', () => {
  it('reports a script that no campaign and no queue names', () => {
    expect(found({ [TALK]: SCRIPT_FILE }, IVR_FILES)).toEqual([
      "scripts/talk.yaml:1:1 unused-script: no campaign and no queue uses script 'talk'",
    ]);
  });

  it('accepts a script that a queue has', () => {
    const inQueue = {
      [TALK]: SCRIPT_FILE,
      'queues.yaml': ['  music: music.wav', '  music: music.wav\n  script: talk'],
    } as const;

    expect(found(inQueue, IVR_FILES)).toEqual([]);
  });
});

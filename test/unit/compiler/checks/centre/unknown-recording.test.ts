import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';
const HELP = 'ivrs/help.yaml';

describe('unknown-recording', () => {
  it('reports recordings and music that are not in recordings/, wherever they are used', () => {
    expect(
      found(
        {
          [HELP]: ['hello.wav', 'hallo.wav'],
          'queues.yaml': ['music.wav', 'musik.wav'],
          [HOTLINE]: [
            '    ivr: help',
            '    ivr: help\n    holdMusic: hold.wav\n    queueMusic: wait.mp3\n    whisper: { agent: { recording: ring.wav } }',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([
      "campaigns/hotline.yaml:6:16 unknown-recording: there is no 'hold.wav' in recordings/",
      "campaigns/hotline.yaml:7:17 unknown-recording: there is no 'wait.mp3' in recordings/",
      "campaigns/hotline.yaml:8:36 unknown-recording: there is no 'ring.wav' in recordings/",
      "ivrs/help.yaml:8:23 unknown-recording: there is no 'hallo.wav' in recordings/",
      "queues.yaml:7:10 unknown-recording: there is no 'musik.wav' in recordings/",
    ]);
  });

  it('reports music of the desk that is not there (CAM-5)', () => {
    const edit = ['name: Hotline', 'name: Hotline\nwaitingMusic: jazz.mp3'] as const;

    expect(found({ [HOTLINE]: edit }, IVR_FILES)).toEqual([
      "campaigns/hotline.yaml:2:15 unknown-recording: there is no 'jazz.mp3' in recordings/",
    ]);
  });

  it('accepts one that is there', () => {
    expect(
      found({ [HOTLINE]: ['    ivr: help', '    ivr: help\n    holdMusic: music.wav'] }, IVR_FILES),
    ).toEqual([]);
  });
});

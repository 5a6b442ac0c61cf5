import { describe, expect, it } from 'vitest';
import { found, IVR_FILES, wav } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';
const MUSIC = '    ivr: help\n    holdMusic: hold.mp3\n    queueMusic: long.mp3';

describe('recording-format', () => {
  it('reports what Connect would not play as it should sound', () => {
    expect(
      found({ [HOTLINE]: ['    ivr: help', MUSIC] }, IVR_FILES, {
        'hello.wav': wav({ channels: 2, rate: 44_100, encoding: 'PCM' }),
        'music.wav': wav({ seconds: 301 }),
        'hold.mp3': { kind: 'other' },
        'long.mp3': { kind: 'mp3', seconds: 412.3 },
      }),
    ).toEqual([
      "campaigns/hotline.yaml:6:16 recording-format: 'hold.mp3' is not an MP3 file",
      "campaigns/hotline.yaml:7:17 recording-format: 'long.mp3' is 412 s long",
      "ivrs/help.yaml:8:23 recording-format: 'hello.wav' has 44100 Hz, 2 channels and PCM encoding",
      "queues.yaml:7:10 recording-format: 'music.wav' is 301 s long",
    ]);
  });

  it('reports a file of more than 50 MB', () => {
    expect(
      found({}, IVR_FILES, { 'hello.wav': wav({ bytes: 60_000_000 }), 'music.wav': wav() }),
    ).toEqual(["ivrs/help.yaml:8:23 recording-format: 'hello.wav' has 60 MB"]);
  });

  it('reports a WAV file with the name of an MP3 and the other way round', () => {
    expect(
      found({ [HOTLINE]: ['    ivr: help', MUSIC] }, IVR_FILES, {
        'hello.wav': { kind: 'mp3', seconds: 10 },
        'music.wav': wav(),
        'hold.mp3': wav(),
        'long.mp3': { kind: 'mp3', seconds: 299 },
      }),
    ).toEqual([
      "campaigns/hotline.yaml:6:16 recording-format: 'hold.mp3' is not an MP3 file",
      "ivrs/help.yaml:8:23 recording-format: 'hello.wav' is not a WAV file",
    ]);
  });

  it('accepts the longest and largest that Connect plays', () => {
    expect(
      found({}, IVR_FILES, {
        'hello.wav': wav({ seconds: 299 }),
        'music.wav': wav({ bytes: 49_999_999 }),
      }),
    ).toEqual([]);
  });
});

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployableRecordings } from '../../../lib/cli/deployable-recordings.ts';
import { readRecording } from '../../../lib/language/recording.ts';
import { linear } from '../../support/mu-law.ts';
import { deploymentOf, exampleDefinitions, ofType, synthesise, takingCalls } from './deployment.ts';

const FRAME_BYTES = 417;
const FRAMES_A_SECOND = 44_100 / 1152;

/** Frames of silence: a header, and nothing coded. */
function silentMp3(seconds: number): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES);
  frame.set([0xff, 0xfb, 0x90, 0x44]);
  return Buffer.concat(Array(Math.round(seconds * FRAMES_A_SECOND)).fill(frame));
}

/** Half a second of a tone of 440 Hz, coded by LAME, with tags. */
const TONES = join(import.meta.dirname, 'tones');
const WAV_HEADER = 44;

/** The samples of a WAV file as Connect plays it, from one second to another. */
const between = (wav: Uint8Array, from: number, to: number) =>
  [...wav.subarray(WAV_HEADER + from * 8000, WAV_HEADER + to * 8000)].map(linear);

function hertz(samples: readonly number[]): number {
  const rising = samples.flatMap((sample, n) =>
    sample >= 0 && (samples[n - 1] ?? 0) < 0 ? [n] : [],
  );
  const [first = 0, last = 0] = [rising[0], rising.at(-1)];
  return (8000 * (rising.length - 1)) / (last - first);
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-test-centre-'));
  await mkdir(join(folder, 'recordings'));
  await writeFile(join(folder, 'recordings', 'welcome.wav'), 'RIFF');
});

afterEach(() => rm(folder, { recursive: true }));

async function deployable(): Promise<string> {
  const [playable, recordings] = [join(folder, 'playable'), join(folder, 'recordings')];
  await mkdir(playable);
  return deployableRecordings(folder, { recordings: await readdir(recordings) }, playable);
}

describe('the recordings of a centre (INB-5)', () => {
  it('are deployed as they are when all of them are WAV files', async () => {
    expect(await deployable()).toBe(join(folder, 'recordings'));
  });

  it('that are MP3 files become WAV files that Connect plays, as long as they were', async () => {
    await writeFile(join(folder, 'recordings', 'queue.mp3'), silentMp3(3));

    const made = await deployable();

    expect((await readdir(made)).toSorted()).toEqual(['queue.mp3.wav', 'welcome.wav']);
    expect(readRecording(await readFile(join(made, 'queue.mp3.wav')))).toMatchObject({
      kind: 'wav',
      encoding: 'µ-law',
      channels: 1,
      rate: 8000,
      seconds: expect.closeTo(3, 1),
    });
  });

  it.each([
    ['stereo-44100.mp3', (21 * 1152) / 44_100, 0.524],
    ['mono-22050.mp3', (22 * 576) / 22_050, 0.55],
  ])('keep pitch, loudness and length when %s is converted', async (name, seconds, end) => {
    await cp(join(TONES, name), join(folder, 'recordings', name));

    const wav = await readFile(join(await deployable(), `${name}.wav`));

    expect(readRecording(wav)).toMatchObject({ seconds: expect.closeTo(seconds, 3) });
    const middle = between(wav, 0.1, 0.5);
    expect(Math.abs(hertz(middle) - 440)).toBeLessThan(1);
    expect(Math.max(...middle)).toBeCloseTo(0.5, 1);
    // in the last frame, which a tag follows
    const last = between(wav, end - 0.001, end).map(Math.abs);
    expect(Math.max(...last)).toBeGreaterThan(0.2);
  });

  it('are prompts of Connect by the name they have in the files, uploaded as WAV', async () => {
    await writeFile(join(folder, 'recordings', 'queue.mp3'), silentMp3(1));
    const definitions = takingCalls(await exampleDefinitions(), { holdMusic: 'queue.mp3' });

    const cloud = synthesise(deploymentOf(definitions, { recordings: await deployable() }));

    const [prompt] = ofType(cloud, 'AWS::Connect::Prompt');
    expect(prompt?.properties.Name).toBe('ringback queue.mp3');
    expect(JSON.stringify(prompt?.properties.S3Uri)).toMatch(/\.wav"/);
  });
});

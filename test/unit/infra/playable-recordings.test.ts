import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployableRecordings } from '../../../lib/cli/deployable-recordings.ts';
import { readRecording } from '../../../lib/language/recording.ts';
import { deploymentOf, exampleDefinitions, ofType, synthesise, takingCalls } from './deployment.ts';

const FRAME_BYTES = 417;
const FRAMES_A_SECOND = 44_100 / 1152;

/** Frames of silence: a header, and nothing coded. */
function silentMp3(seconds: number): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES);
  frame.set([0xff, 0xfb, 0x90, 0x44]);
  return Buffer.concat(Array(Math.round(seconds * FRAMES_A_SECOND)).fill(frame));
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-test-centre-'));
  await mkdir(join(folder, 'recordings'));
  await writeFile(join(folder, 'recordings', 'welcome.wav'), 'RIFF');
});

afterEach(() => rm(folder, { recursive: true }));

const deployable = async () =>
  deployableRecordings(folder, { recordings: await readdir(join(folder, 'recordings')) });

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

  it('are prompts of Connect by the name they have in the files, uploaded as WAV', async () => {
    await writeFile(join(folder, 'recordings', 'queue.mp3'), silentMp3(1));
    const definitions = takingCalls(await exampleDefinitions(), { holdMusic: 'queue.mp3' });

    const cloud = synthesise(deploymentOf(definitions, { recordings: await deployable() }));

    const [prompt] = ofType(cloud, 'AWS::Connect::Prompt');
    expect(prompt?.properties.Name).toBe('ringback queue.mp3');
    expect(JSON.stringify(prompt?.properties.S3Uri)).toMatch(/\.wav"/);
  });
});

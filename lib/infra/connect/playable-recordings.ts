// The recordings of a centre as Connect plays them. WAV files stay as they are, because the check
// lets only those through that Connect plays; an MP3 file becomes a WAV file beside them. Connect
// takes no MP3.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MPEGDecoder } from 'mpg123-decoder';
import { muLawWav, type Sound } from './mu-law-wav.ts';

/**
 * Makes a folder of recordings that can be deployed.
 * @param from the folder recordings/ of the centre
 * @param names the files in it
 * @param into an empty folder
 */
export async function makePlayable(
  from: string,
  names: readonly string[],
  into: string,
): Promise<void> {
  // a recording is named without a folder, so what lies deeper is none
  for (const name of names.filter((file) => !file.includes('/'))) {
    const source = join(from, name);
    const target = join(into, playableName(name));
    if (isMp3(name)) await writeFile(target, await wavOfMp3(await readFile(source)));
    else await cp(source, target);
  }
}

/** What a recording is called once Connect can play it. */
export const playableName = (name: string): string => (isMp3(name) ? `${name}.wav` : name);

async function wavOfMp3(mp3: Uint8Array): Promise<Uint8Array> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  try {
    const { channelData, sampleRate } = decoder.decode(mp3);
    const sound: Sound = { channels: channelData, rate: sampleRate };
    return muLawWav(sound);
  } finally {
    decoder.free();
  }
}

const isMp3 = (name: string): boolean => name.endsWith('.mp3');

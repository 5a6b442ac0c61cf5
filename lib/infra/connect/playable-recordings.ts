// The recordings of a centre as Connect plays them. WAV files stay as they are, because the check
// lets only those through that Connect plays; an MP3 file becomes a WAV file beside them. Connect
// takes no MP3.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createDecoder } from 'minimp3-wasm';
import { withoutTags } from '../../language/mp3.ts';
import { muLawWav, type PcmSound } from './mu-law-wav.ts';

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

const DECODER = 'minimp3-wasm/dist/decoder.opt.wasm';

async function wavOfMp3(mp3: Uint8Array): Promise<Uint8Array> {
  const code = await readFile(createRequire(import.meta.url).resolve(DECODER));
  // the decoder fetches its code, and fetch reads no files
  const url = `data:application/wasm;base64,${code.toString('base64')}`;
  const decoder = await createDecoder(withoutTags(mp3), url);
  // the decoder stops a frame before the time it is given, even when that is the whole length
  const { pcm, numChannels, samplingRate } = decoder.decode(Number.POSITIVE_INFINITY);
  return muLawWav({ channels: separated(pcm, numChannels), rate: samplingRate });
}

/** Decoded sound has the samples of all channels in turn. */
const separated = (pcm: Int16Array, channels: number): PcmSound['channels'] =>
  Array.from({ length: channels }, (_, channel) =>
    new Float32Array(pcm.length / channels).map(
      (_none, n) => (pcm[n * channels + channel] ?? 0) / FULL_SCALE,
    ),
  );

const FULL_SCALE = 32_768;

const isMp3 = (name: string): boolean => name.endsWith('.mp3');

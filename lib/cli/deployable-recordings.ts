// The recordings of a centre as they are uploaded: in a folder of their own when one of them had to
// be converted.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePlayable, playableName } from '../infra/connect/playable-recordings.ts';

/** Returns the folder with the recordings that Connect can play. */
export async function deployableRecordings(
  folder: string,
  { recordings }: { readonly recordings: readonly string[] },
): Promise<string> {
  const source = join(folder, 'recordings');
  if (recordings.every((name) => playableName(name) === name)) return source;
  const playable = await mkdtemp(join(tmpdir(), 'ringback-recordings-'));
  // the CDK copies what it uploads, so nothing has to stay
  process.once('exit', () => rmSync(playable, { recursive: true, force: true }));
  await makePlayable(source, recordings, playable);
  return playable;
}

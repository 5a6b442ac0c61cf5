// The recordings of a centre as they are uploaded: in a folder of their own when one of them had to
// be converted.
import { join } from 'node:path';
import { makePlayable, playableName } from '../infra/connect/playable-recordings.ts';

/**
 * @param playable folder for those that have to be converted
 * @returns the folder with the recordings that Connect can play
 */
export async function deployableRecordings(
  folder: string,
  { recordings }: { readonly recordings: readonly string[] },
  playable: string,
): Promise<string> {
  const source = join(folder, 'recordings');
  if (recordings.every((name) => playableName(name) === name)) return source;
  await makePlayable(source, recordings, playable);
  return playable;
}

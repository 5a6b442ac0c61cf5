// The music agents hear at the desk (CAM-5), as it is published beside the pages: as it is, for
// browsers play what Connect does not, and nothing else of recordings/.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { waitingMusicIn } from '../domain/campaigns/waiting-music.ts';
import type { Definitions } from '../language/definitions.ts';

/** @returns `into`, with the files below music/; undefined: there is none */
export async function deskMusic(
  folder: string,
  { campaigns }: Pick<Definitions, 'campaigns'>,
  into: string,
): Promise<string | undefined> {
  const files = waitingMusicIn(campaigns);
  for (const file of files) await cp(join(folder, 'recordings', file), join(into, 'music', file));
  return files.length === 0 ? undefined : into;
}

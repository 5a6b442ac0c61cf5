// A campaign that has been going on for a while.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalCentre } from '../../lib/cli/start/local-centre.ts';

const IMPORTED = 5 * 60_000;
const GOING_ON = 40 * 60_000;

export async function aMorning(
  centre: LocalCentre,
  folder: string,
  campaign: string,
): Promise<void> {
  const { time } = centre.cloud;
  time.resume();
  await centre.upload(
    `imports/${campaign}/contacts.csv`,
    await readFile(join(folder, 'contacts.csv')),
  );
  await time.until(time.now() + IMPORTED);
  await centre.invoke('switch-campaign', { campaign, to: 'running', by: 'ewa' });
  await time.until(time.now() + GOING_ON);
  time.pause();
}

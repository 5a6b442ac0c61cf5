// A centre with a campaign that has been going on for a while, for pictures and measurements.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownNumbersOf } from '../../lib/cli/start/callers.ts';
import { keptAssembly } from '../../lib/cli/start/kept-assembly.ts';
import { type LocalCentre, startLocalCentre } from '../../lib/cli/start/local-centre.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import { chooseAgents } from '../../lib/simulation/dry-run/staff.ts';
import { behaviour } from '../../lib/simulation/phone-network/behaviour.ts';

const IMPORTED = 5 * 60_000;
const GOING_ON = 40 * 60_000;
/** Calls an hour, where customers call. */
const CALLERS = 150;

/** The clock of the centre stands when it is returned. @throws when the folder has no assembly */
export async function aMorning(
  folder: string,
  campaign: string,
  definitions: Definitions,
): Promise<LocalCentre> {
  const made = await keptAssembly(folder, '.ringback/assemblies');
  if (made.kind === 'failed') throw new Error(made.output);
  const centre = await startLocalCentre({
    assembly: made.assembly,
    definitions,
    folder,
    agents: chooseAgents(definitions, campaign, undefined),
    start: Date.parse('2026-03-02T07:00:00Z'),
    speed: Number.POSITIVE_INFINITY,
    seed: '1',
    behaviour: behaviour({ timeZone: definitions.centre.timeZone }),
    overlap: 1000,
    onEvent: () => {},
  });
  await goOn(centre, folder, campaign);
  await takeCalls(centre, ownNumbersOf(definitions, campaign));
  return centre;
}

async function goOn(centre: LocalCentre, folder: string, campaign: string): Promise<void> {
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

/** Customers call for a while; some are still talking. */
async function takeCalls(centre: LocalCentre, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return;
  const { time } = centre.cloud;
  time.resume();
  const stop = centre.startCallers({ perHour: CALLERS, numbers, people: [] });
  await time.until(time.now() + GOING_ON);
  stop();
  time.pause();
}

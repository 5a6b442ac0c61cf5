// A run lives in memory until it ends; only then are its records and journal kept. A run that is
// killed (kill -9, power failure) leaves a marker behind, so that the next command can say what is
// lost instead of showing an earlier run as if it were the last. Runs at the same time have places
// of their own: none overwrites what another one works with or keeps.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const HOME = '.ringback';

/** Files of one run. */
export interface RunPlace {
  readonly marker: string;
  /** What is kept when the run has ended. */
  readonly kept: string;
}

/** More runs at once than one machine would bear. */
const MOST_PLACES = 20;

function placeOf(n: number): RunPlace {
  const nth = n === 1 ? '' : `-${n}`;
  return {
    marker: `${HOME}/run-in-progress${nth}.json`,
    kept: `${HOME}/last-run${nth}`,
  };
}

const USUAL = placeOf(1);

const Marker = z.object({ campaign: z.string(), process: z.int(), began: z.iso.datetime() });
type Marker = z.output<typeof Marker>;

/** The first place that no living run has; undefined when all are taken. */
export async function takePlace(campaign: string): Promise<RunPlace | undefined> {
  await mkdir(HOME, { recursive: true });
  for (let n = 1; n <= MOST_PLACES; n++) {
    const place = placeOf(n);
    const taken = await readMarker(place.marker);
    if (taken && isAlive(taken.process)) continue;
    await rm(place.marker, { force: true });
    if (await markedFirst(place.marker, campaign)) return place;
  }
  return undefined;
}

/** false: another run was faster. */
async function markedFirst(marker: string, campaign: string): Promise<boolean> {
  const mark: Marker = { campaign, process: process.pid, began: new Date().toISOString() };
  try {
    await writeFile(marker, JSON.stringify(mark), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The run is over, and what it leaves has been kept. */
export async function leavePlace({ marker }: RunPlace): Promise<void> {
  await rm(marker, { force: true });
}

/** What became of a run that has not ended properly; undefined if there is none. */
export async function unfinishedRun(): Promise<string | undefined> {
  const read = await readMarker(USUAL.marker);
  if (!read) return undefined;
  const { campaign, process: id, began } = read;
  const run = `the run of campaign '${campaign}' started at ${began}`;
  if (isAlive(id)) return `${run} is still going on; it is kept when it ends`;
  return `${run} was killed before its end; its records, journal and messages are lost`;
}

async function readMarker(marker: string): Promise<Marker | undefined> {
  try {
    return Marker.safeParse(JSON.parse(await readFile(marker, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

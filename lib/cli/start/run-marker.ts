// A run lives in memory until it ends; only then are its records and journal kept. A run that is
// killed (kill -9, power failure) leaves this marker behind, so that the next command can say what
// is lost instead of showing an earlier run as if it were the last.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const MARKER = '.ringback/run-in-progress.json';

const Marker = z.object({ campaign: z.string(), process: z.int(), began: z.iso.datetime() });

export async function markRun(campaign: string): Promise<void> {
  await mkdir(dirname(MARKER), { recursive: true });
  const marker = { campaign, process: process.pid, began: new Date().toISOString() };
  await writeFile(MARKER, JSON.stringify(marker));
}

/** The run is over, and what it leaves has been kept. */
export async function unmarkRun(): Promise<void> {
  await rm(MARKER, { force: true });
}

/** What became of a run that has not ended properly; undefined if there is none. */
export async function unfinishedRun(): Promise<string | undefined> {
  const read = Marker.safeParse(await readMarker());
  if (!read.success) return undefined;
  const { campaign, process: id, began } = read.data;
  const run = `the run of campaign '${campaign}' started at ${began}`;
  if (isAlive(id)) return `${run} is still going on; it is kept when it ends`;
  return `${run} was killed before its end; its records, journal and messages are lost`;
}

async function readMarker(): Promise<unknown> {
  try {
    return JSON.parse(await readFile(MARKER, 'utf8'));
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

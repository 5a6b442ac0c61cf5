// `ringback start`, the main job: a campaign from end to end on the local cloud, with a live view.
// Synthesis takes longest, in a process of its own: it begins before the rest is loaded.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { misused } from './arguments.ts';
import type { Command, Io } from './command.ts';
import type { StartBeside } from './start/centre.ts';
import { type AssemblyUnderWay, beginAssembly } from './start/kept-assembly.ts';
import { HELP, readStartOptions, type StartOptions } from './start/options.ts';

export { HELP };

export const start: Command = async (args, io) => {
  const options = readStartOptions(args);
  if ('wrong' in options) return misused(io, 'start', options);
  return await startCentre(options, io);
};

export async function startCentre(
  options: StartOptions,
  io: Io,
  beside?: StartBeside,
): Promise<number> {
  const began = performance.now();
  const { folder } = options;
  if (!options.json) io.out(`Checking ${folder} and synthesising its templates …`);
  const assembly = isCentre(folder) ? beginAssembly(folder) : NONE;
  try {
    const { runCentre } = await import('./start/centre.ts');
    return await runCentre(options, io, { assembly: assembly.ready, began, beside });
  } finally {
    assembly.cancel();
  }
}

/** Anything else is refused, however large it is. */
const isCentre = (folder: string): boolean => existsSync(join(folder, 'centre.yaml'));

/** Of a folder that is refused before anybody asks for it. */
const NONE: AssemblyUnderWay = { ready: new Promise(() => {}), cancel: () => {} };

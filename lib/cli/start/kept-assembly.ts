// Synthesis takes most of the time before the first call, and its result depends on files alone:
// it is kept under a key of their contents and used again as long as none of them has changed.
import { ROOT, SOURCES } from '../installation.ts';
import { keptFolder, keyOf } from '../kept-folder.ts';
import { type Synthesised, synthesise } from './synthesise.ts';

/** Variables the CDK reads. */
const VARIABLES = ['CDK_DEFAULT_ACCOUNT', 'CDK_DEFAULT_REGION'];

export type KeptAssembly = Synthesised & {
  /** Nothing had changed since an earlier synthesis. */
  readonly reused: boolean;
};

const ASSEMBLIES = '.ringback/assemblies';

export interface AssemblyUnderWay {
  readonly ready: Promise<KeptAssembly>;
  /** Nobody will use it; nothing happens when it is ready. */
  cancel(): void;
}

/** Beside what else a start has to do. @param folder of definitions, sound or not */
export function beginAssembly(folder: string): AssemblyUnderWay {
  const cancelling = new AbortController();
  const make = (of: string, into: string) => synthesise(of, into, cancelling.signal);
  const ready = keptAssembly(folder, ASSEMBLIES, make);
  // whoever waits for it is told; a folder that is refused has nobody who does
  ready.catch(() => {});
  return { ready, cancel: () => cancelling.abort() };
}

/**
 * @param folder of definitions
 * @param keep folder in which assemblies are kept
 */
export async function keptAssembly(
  folder: string,
  keep: string,
  make: typeof synthesise = synthesise,
): Promise<KeptAssembly> {
  let output = '';
  const kept = await keptFolder({
    keep,
    key: await keyFor(folder),
    complete: 'manifest.json',
    make: async (draft) => {
      const synthesised = await make(folder, draft);
      if (synthesised.kind === 'failed') output = synthesised.output;
      return synthesised.kind === 'done';
    },
  });
  if (kept === undefined) return { kind: 'failed', output, reused: false };
  return { kind: 'done', assembly: kept.folder, reused: kept.reused };
}

const keyFor = (folder: string): Promise<string> =>
  keyOf([...SOURCES, folder], ROOT, [
    folder,
    ...VARIABLES.map((name) => `${name}=${process.env[name] ?? ''}`),
  ]);

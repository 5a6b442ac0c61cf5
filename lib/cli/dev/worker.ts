// Synthesis in a thread that stays: the CDK takes seconds to load, and a change is to be seen
// before its author has looked up.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { App } from 'aws-cdk-lib';
import { readSettings } from '../deployment-settings.ts';
import { addUnchecked, synthesiseIn, usualContext } from '../synthesis.ts';

export interface ToSynthesise {
  readonly folder: string;
  /** Folder of the assembly. */
  readonly outdir: string;
}

/** What is wrong; empty when nothing is. */
export type Synthesis = readonly string[];

async function synthesise({ folder, outdir }: ToSynthesise): Promise<Synthesis> {
  const into = mkdtempSync(join(tmpdir(), 'ringback-'));
  const context = { ...usualContext(), folder, production: 'false' };
  const read = readSettings((name) => {
    const value = Object.entries(context).find(([each]) => each === name)?.[1];
    return value === undefined ? undefined : String(value);
  });
  if ('wrong' in read) return read.wrong;
  try {
    const app = new App({ autoSynth: false, outdir, context });
    return await synthesiseIn(app, read.settings, into, addUnchecked);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

// the CDK's own check of templates takes longer than all the rest
process.env.CDK_VALIDATION = 'false';
parentPort?.on('message', (wanted: ToSynthesise) => {
  synthesise(wanted).then(
    (wrong) => parentPort?.postMessage(wrong),
    (error) => parentPort?.postMessage([String(error?.stack ?? error)]),
  );
});

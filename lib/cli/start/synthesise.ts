// Synthesises the cloud assembly with the very entry that `cdk deploy` runs, without the CDK
// command.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { APP, ROOT } from '../installation.ts';

export type Synthesised =
  | { readonly kind: 'done'; readonly assembly: string }
  | { readonly kind: 'failed'; readonly output: string };

/**
 * @param assembly folder the assembly is written to
 * @param signal breaks it off
 */
export async function synthesise(
  folder: string,
  assembly: string,
  signal?: AbortSignal,
): Promise<Synthesised> {
  const cdk: unknown = JSON.parse(await readFile(join(ROOT, 'cdk.json'), 'utf8'));
  const settings = (cdk as { context?: Record<string, unknown> }).context ?? {};
  const context = { ...settings, folder, production: 'false' };
  const env = {
    ...process.env,
    CDK_OUTDIR: assembly,
    CDK_CONTEXT_JSON: JSON.stringify(context),
    // the CDK's own check of templates takes longer than all the rest; `npx cdk synth` and the
    // tests do it
    CDK_VALIDATION: 'false',
    // where each construct was made: nobody reads it in a local run
    CDK_DISABLE_STACK_TRACE: '1',
  };
  const child = spawn(process.execPath, [APP], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    // one that was broken off closes as well
    child.once('error', (error) => signal?.aborted || reject(error));
  });
  return code === 0 ? { kind: 'done', assembly } : { kind: 'failed', output };
}

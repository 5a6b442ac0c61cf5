// Asks the thread that synthesises (worker.ts), one folder at a time.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Synthesis, ToSynthesise } from './worker.ts';

export class Synthesiser {
  // the CDK's warnings were said when the centre started
  private readonly worker = new Worker(new URL('./worker.ts', import.meta.url), {
    stdout: true,
    stderr: true,
  });

  async synthesise(wanted: ToSynthesise): Promise<Synthesis> {
    this.worker.postMessage(wanted);
    const [wrong] = await once(this.worker, 'message');
    return wrong;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}

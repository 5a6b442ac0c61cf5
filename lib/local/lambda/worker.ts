// A worker thread that runs deployed bundles, each as one execution environment of Lambda does.
// Knows nothing of the cloud around it: bundles reach AWS through AWS_ENDPOINT_URL like on AWS.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { FunctionHost } from './function-host.ts';
import type { ThreadStart, ToWorker } from './worker-messages.ts';

const { endpoint, compileCache } = workerData as ThreadStart;
enableCompileCache(compileCache);
const host = new FunctionHost(endpoint, (messages) => {
  parentPort?.postMessage(messages);
  // a thread that is terminated would not write it
  if (messages.some(([, { kind }]) => kind === 'ready')) flushCompileCache();
});
parentPort?.on('message', (messages: readonly ToWorker[]) => host.receive(messages));

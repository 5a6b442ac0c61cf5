// A worker thread that runs deployed bundles, each as one execution environment of Lambda does.
// Knows nothing of the cloud around it: bundles reach AWS through AWS_ENDPOINT_URL like on AWS.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { installGatewayRequests } from './gateway-requests.ts';
import { HostedEnvironment } from './hosted-environment.ts';
import { blockInternet } from './no-internet.ts';
import { installGlobals } from './thread-globals.ts';
import type {
  EnvironmentStart,
  FromEnvironment,
  FromWorker,
  ThreadStart,
  ToEnvironment,
  ToWorker,
} from './worker-messages.ts';

const environments = new Map<number, HostedEnvironment>();
/** How often a bundle has been loaded here. */
const loaded = new Map<string, number>();
let written: FromWorker[] = [];

/** What one turn of the event loop writes travels together. */
function post(environment: number, message: FromEnvironment): void {
  if (written.length === 0) setImmediate(flush);
  written.push([environment, message]);
}

function flush(): void {
  parentPort?.postMessage(written);
  written = [];
}

/** @param number of the environment */
function start(number: number, environment: EnvironmentStart): void {
  const { file } = environment;
  const times = loaded.get(file) ?? 0;
  loaded.set(file, times + 1);
  // a second environment has its own module
  const load = () => import(times === 0 ? file : `${file}?${times}`);
  const send = (message: FromEnvironment) => {
    post(number, message);
    // a thread that is terminated would not write it
    if (message.kind === 'ready') setImmediate(flushCompileCache);
  };
  environments.set(number, new HostedEnvironment(environment, load, send));
}

function receive(number: number, message: ToEnvironment): void {
  const environment = environments.get(number);
  switch (message.kind) {
    case 'start':
      start(number, message.start);
      break;
    case 'invocation':
      environment?.invoke(message.invocation);
      break;
    case 'answer':
      environment?.receive(message.id, message.answer);
      break;
    case 'end':
      environment?.end();
      environments.delete(number);
      post(number, { kind: 'ended' });
  }
}

const { endpoint, compileCache } = workerData as ThreadStart;
enableCompileCache(compileCache);
installGlobals();
installGatewayRequests(endpoint);
blockInternet(endpoint);
parentPort?.on('message', (messages: readonly ToWorker[]) => {
  for (const [environment, message] of messages) receive(environment, message);
});

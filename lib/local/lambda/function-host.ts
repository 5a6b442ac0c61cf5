// The execution environments of one thread. It tells the cloud what they say, and them what the
// cloud says, as messages: to another thread, or to the cloud in the same one.
import { installGatewayRequests } from './gateway-requests.ts';
import {
  besideEnvironments,
  type GatewayAddress,
  HostedEnvironment,
} from './hosted-environment.ts';
import { blockInternet } from './no-internet.ts';
import { installGlobals } from './thread-globals.ts';
import type {
  EnvironmentStart,
  FromEnvironment,
  FromWorker,
  ToEnvironment,
  ToWorker,
} from './worker-messages.ts';

let isReady = false;

/** Once for a thread, whatever it hosts. */
function prepareThread(): void {
  if (isReady) return;
  isReady = true;
  installGlobals();
  installGatewayRequests();
  blockInternet();
}

export class FunctionHost {
  private readonly environments = new Map<number, HostedEnvironment>();
  /** How often a bundle has been loaded here. */
  private readonly loaded = new Map<string, number>();
  private readonly gateway: GatewayAddress;
  private readonly write: (messages: readonly FromWorker[]) => void;
  private written: FromWorker[] = [];

  /** @param endpoint of the gateway */
  constructor(endpoint: string, write: (messages: readonly FromWorker[]) => void) {
    prepareThread();
    // reading a URL's parts for each request takes time
    const { origin, hostname, port } = new URL(endpoint);
    this.gateway = { origin, hostname, port };
    this.write = write;
  }

  receive(messages: readonly ToWorker[]): void {
    for (const [number, message] of messages) this.pass(number, message);
  }

  private pass(number: number, message: ToEnvironment): void {
    const environment = this.environments.get(number);
    switch (message.kind) {
      case 'start':
        this.start(number, message.start);
        break;
      case 'invocation':
        environment?.invoke(message.invocation);
        break;
      case 'answer':
        environment?.receive(message.id, message.answer);
        break;
      case 'end':
        environment?.end();
        this.environments.delete(number);
        this.post(number, { kind: 'ended' });
    }
  }

  private start(number: number, start: EnvironmentStart): void {
    const { file } = start;
    const times = this.loaded.get(file) ?? 0;
    this.loaded.set(file, times + 1);
    // a second environment has its own module
    const load = () => import(times === 0 ? file : `${file}?${times}`);
    const send = (message: FromEnvironment) => this.post(number, message);
    this.environments.set(number, new HostedEnvironment(start, this.gateway, load, send));
  }

  /** What one turn of the event loop writes travels together. */
  private post(number: number, message: FromEnvironment): void {
    if (this.written.length === 0) besideEnvironments(() => setImmediate(() => this.flush()));
    this.written.push([number, message]);
  }

  private flush(): void {
    const messages = this.written;
    this.written = [];
    this.write(messages);
  }
}

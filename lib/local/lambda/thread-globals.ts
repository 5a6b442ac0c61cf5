// What belongs to a process on AWS belongs to an environment here: time, variables, output and the
// end. The thread's own are replaced once by ones that ask whose code is running; code of no
// environment, such as the cloud's in the same thread, has the thread's own.
import dns from 'node:dns';
import type { EventEmitter } from 'node:events';
import { syncBuiltinESMExports } from 'node:module';
import { current } from './hosted-environment.ts';

const LOCAL = '127.0.0.1';

export function installGlobals(): void {
  globalThis.Date = simulatedDate();
  process.env = variables();
  capture(process.stdout);
  capture(process.stderr);
  endsAlone();
  resolvePrefixes();
  syncBuiltinESMExports();
}

/**
 * `new Date()` and `Date.now()` show simulated time, which stands while the function runs. Its
 * instances are those of the real one: a class of its own would make each several times dearer.
 */
function simulatedDate(): DateConstructor {
  const RealDate = Date;
  const now = () => current()?.now ?? RealDate.now();
  function SimulatedDate(this: unknown, ...args: readonly unknown[]): unknown {
    if (new.target === undefined) return new RealDate(now()).toString();
    const given = args.length === 0 ? [now()] : args;
    if (new.target !== Simulated) return Reflect.construct(RealDate, given, new.target);
    return given.length === 1 ? new RealDate(given[0] as number) : new RealDate(...(given as [0]));
  }
  const Simulated = SimulatedDate as unknown as DateConstructor;
  Object.setPrototypeOf(SimulatedDate, RealDate);
  Object.defineProperty(SimulatedDate, 'name', { value: 'Date' });
  Object.defineProperty(SimulatedDate, 'prototype', { value: RealDate.prototype });
  Object.defineProperty(SimulatedDate, 'now', { value: now });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: SimulatedDate });
  return Simulated;
}

/** A proxy, because modules also import `env` by its name, once and for all environments. */
function variables(): NodeJS.ProcessEnv {
  const none = process.env;
  const own = () => current()?.variables ?? none;
  return new Proxy(none, {
    get: (_, name) => Reflect.get(own(), name),
    set: (_, name, value) => Reflect.set(own(), name, String(value)),
    has: (_, name) => Reflect.has(own(), name),
    deleteProperty: (_, name) => Reflect.deleteProperty(own(), name),
    ownKeys: () => Reflect.ownKeys(own()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(own(), name),
  });
}

function capture(stream: NodeJS.WriteStream): void {
  const { write } = stream;
  stream.write = ((chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
    const environment = current();
    if (!environment) return Reflect.apply(write, stream, [chunk, ...rest]);
    environment.log(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  }) as typeof stream.write;
}

/** Who ends or throws where nobody catches it ends an environment, not the thread. */
function endsAlone(): void {
  const exit = process.exit;
  process.exit = ((code?: number) => {
    const environment = current();
    if (!environment) return exit(code);
    environment.exit('Runtime exited');
    throw new Error('the environment has ended');
  }) as typeof process.exit;
  process.setUncaughtExceptionCaptureCallback((error) => {
    const environment = current();
    if (environment) environment.exit(`Runtime exited with error: ${String(error)}`);
    else if (process.listenerCount('uncaughtException') > 0)
      (process as EventEmitter).emit('uncaughtException', error, 'uncaughtException');
    else {
      process.stderr.write(`${error.stack}\n`);
      exit(1);
    }
  });
}

/**
 * SDK clients put prefixes such as `sync-` before the endpoint's host, also when that is an
 * address.
 */
function resolvePrefixes(): void {
  const lookup = dns.lookup;
  dns.lookup = ((host: string, ...rest: unknown[]) =>
    Reflect.apply(lookup, dns, [host.endsWith(LOCAL) ? LOCAL : host, ...rest])) as typeof lookup;
}

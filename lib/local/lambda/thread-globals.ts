// What belongs to a process on AWS belongs to an environment here: time, variables, output and the
// end. The thread's own are replaced once by ones that ask whose code is running.
import crypto from 'node:crypto';
import dns from 'node:dns';
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
  quickHmac();
  syncBuiltinESMExports();
}

/** `new Date()` and `Date.now()` show simulated time, which stands while the function runs. */
function simulatedDate(): DateConstructor {
  const RealDate = Date;
  const now = () => current()?.now ?? RealDate.now();
  class SimulatedDate extends RealDate {
    constructor(...args: readonly unknown[]) {
      if (args.length === 0) super(now());
      else super(...(args as [number]));
    }

    static override now(): number {
      return now();
    }

    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof RealDate;
    }
  }
  /** `Date()` without new is a call, which a class refuses. */
  return new Proxy(SimulatedDate, {
    apply: () => new RealDate(now()).toString(),
  }) as unknown as DateConstructor;
}

/** A proxy, because modules also import `env` by its name, once and for all environments. */
function variables(): NodeJS.ProcessEnv {
  const none: NodeJS.ProcessEnv = {};
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
  stream.write = ((chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
    current()?.log(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
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
  process.on('uncaughtException', (error) => {
    const environment = current();
    if (!environment) return exit(1);
    environment.exit(`Runtime exited with error: ${String(error)}`);
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

/**
 * Node 24 finds out by two exceptions that a key given as bytes is no key object: three quarters of
 * what a signature takes.
 */
function quickHmac(): void {
  const { createHmac, createSecretKey } = crypto;
  crypto.createHmac = ((algorithm: string, key: crypto.BinaryLike | crypto.KeyObject, options) =>
    createHmac(
      algorithm,
      ArrayBuffer.isView(key) ? createSecretKey(key) : key,
      options,
    )) as typeof createHmac;
}

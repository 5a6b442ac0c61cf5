// Another DynamoDB to hold ours and the adapters to: the dynoxide binary, in memory, as a child
// that ends with us.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as realDelay } from 'node:timers/promises';
import { ENDPOINT_VARIABLE, givenEndpoint } from '../../lib/local/dynamodb/given-endpoint.ts';
import { UnusableEndpoint } from '../../lib/local/errors.ts';

interface Address {
  readonly host: string;
  readonly port: number;
}

export interface DynamoDbProcess extends Address {
  readonly stop: () => void;
}

/** The endpoint the environment names, or dynoxide. */
export async function startDynamoDb(
  env: NodeJS.ProcessEnv = process.env,
): Promise<DynamoDbProcess> {
  const given = givenEndpoint(env);
  if (given) return { ...given, stop: () => {} };
  const at = await hiddenAddress();
  const where = ['--host', at.host, '--port', String(at.port)];
  const child = spawnGuarded(dynoxideBinary(), ['serve', ...where]);
  await listening(child, at);
  return { ...at, stop: () => child.stdin?.end() };
}

export function dynoxideBinary(platform = process.platform, arch = process.arch): string {
  const name = `@dynoxide/${platform}-${arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const binary = join(folder, platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
    if (existsSync(binary)) return binary;
  } catch {
    // Reported below.
  }
  throw new UnusableEndpoint(
    `no DynamoDB to run on: install the package ${name} (npm i -D ${name}) or set ${ENDPOINT_VARIABLE} ` +
      'to an endpoint that speaks DynamoDB, for instance DynamoDB Local',
  );
}

/**
 * The child dies with us however we die: a shell holds its end of our pipe and kills it when the
 * pipe closes. Node's exit handlers would not run when we are killed.
 */
function spawnGuarded(binary: string, args: readonly string[]): ChildProcess {
  if (process.platform === 'win32')
    return spawn(binary, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  const script = 'trap "" INT; "$@" </dev/null & cat >/dev/null; kill -9 $!';
  const child = spawn('sh', ['-c', script, 'sh', binary, ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // a process group of its own: dynoxide takes a terminal's Ctrl-C for its own, whatever it was
    // told to ignore
    detached: true,
  });
  child.unref();
  return child;
}

async function listening(child: ChildProcess, { host, port }: Address): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (child.exitCode !== null)
      throw new Error(`dynoxide ended with exit code ${child.exitCode} instead of serving`);
    try {
      await fetch(`http://${host}:${port}/`);
      return;
    } catch {
      await realDelay(15);
    }
  }
  throw new Error(`dynoxide does not answer at ${host}:${port}`);
}

/**
 * dynoxide answers every web page that asks (`Access-Control-Allow-Origin: *`) and checks no keys.
 * So it listens on an address of the loopback network that no page can guess, where the system has
 * more than 127.0.0.1 (Linux and Windows do, macOS does not).
 */
async function hiddenAddress(): Promise<Address> {
  const host = `127.${[1, 2, 3].map(() => randomInt(1, 255)).join('.')}`;
  const port = await freePort(host);
  if (port !== undefined) return { host, port };
  const usual = '127.0.0.1';
  return { host: usual, port: (await freePort(usual)) ?? 0 };
}

/** Undefined if nothing can listen at that address. */
function freePort(host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

// DynamoDB itself is not written here: the dynoxide binary does it, in memory, as a child that ends with us.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as realDelay } from 'node:timers/promises';
import { UnusableEndpoint } from '../errors.ts';

export interface DynamoDbProcess {
  readonly host: string;
  readonly port: number;
  /** The address, when it is one of the user's own choice. */
  readonly own?: string;
  readonly stop: () => void;
}

/** Environment variable naming any other DynamoDB-compatible endpoint, e.g. DynamoDB Local. */
export const ENDPOINT_VARIABLE = 'RINGBACK_DYNAMODB_ENDPOINT';

export async function startDynamoDb(
  env: NodeJS.ProcessEnv = process.env,
): Promise<DynamoDbProcess> {
  const given = env[ENDPOINT_VARIABLE];
  if (given) {
    if (!/^http:\/\/[^/]+\/?$/.test(given) || !URL.canParse(given))
      throw new UnusableEndpoint(
        `${ENDPOINT_VARIABLE} is '${given}': write it like http://127.0.0.1:8000`,
      );
    const { hostname, port } = new URL(given);
    return { host: hostname, port: Number(port || 80), own: given, stop: () => {} };
  }
  const port = await freePort();
  const child = spawnGuarded(dynoxideBinary(), ['serve', '--port', String(port)]);
  await listening(child, port);
  return { host: '127.0.0.1', port, stop: () => child.stdin?.end() };
}

export function dynoxideBinary(platform = process.platform, arch = process.arch): string {
  const name = `@dynoxide/${platform}-${arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const binary = join(folder, platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
    if (existsSync(binary)) return binary;
  } catch {
    // Told below.
  }
  throw new Error(
    `no DynamoDB to run on: install the package ${name} (npm i -D ${name}) or set ${ENDPOINT_VARIABLE} ` +
      'to an endpoint that speaks DynamoDB, for instance DynamoDB Local',
  );
}

/**
 * The child dies with us however we die: a shell holds its end of our pipe and kills it when the pipe
 * closes. Node's exit handlers would not run when we are killed.
 */
function spawnGuarded(binary: string, args: readonly string[]): ChildProcess {
  if (process.platform === 'win32')
    return spawn(binary, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  const script = 'trap "" INT; "$@" </dev/null & cat >/dev/null; kill -9 $!';
  const child = spawn('sh', ['-c', script, 'sh', binary, ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // a process group of its own: dynoxide takes a terminal's Ctrl-C for its own, whatever it was told to ignore
    detached: true,
  });
  child.unref();
  return child;
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (child.exitCode !== null)
      throw new Error(`dynoxide ended with exit code ${child.exitCode} instead of serving`);
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await realDelay(15);
    }
  }
  throw new Error(`dynoxide does not answer on port ${port}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

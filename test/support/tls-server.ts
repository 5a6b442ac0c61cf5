// A service outside, as a test plays it: a TLS server on loopback that is reached under a public
// address.
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Address, ServiceNetwork } from '../../lib/aws/http/guarded-request.ts';

const pem = (name: string) => readFileSync(new URL(`tls/${name}.pem`, import.meta.url), 'utf8');
const cert = pem('cert');
const key = pem('key');

/** Of a range the guard lets pass; nothing is sent there. */
export const PUBLIC: Address = { address: '93.184.215.14', family: 4 };

export interface TlsServer {
  readonly network: ServiceNetwork;
  /** Which hosts were looked up. */
  readonly resolved: readonly string[];
  /** To which addresses a connection was wanted. */
  readonly reached: readonly Address[];
  stop(): Promise<void>;
}

/** @param addresses what every host resolves to */
export async function tlsServer(
  answer: RequestListener,
  addresses: readonly Address[] = [PUBLIC],
): Promise<TlsServer> {
  const server = createServer({ key, cert }, answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const resolved: string[] = [];
  const reached: Address[] = [];
  return {
    resolved,
    reached,
    network: {
      async resolve(host) {
        resolved.push(host);
        return addresses;
      },
      reach(address) {
        reached.push(address);
        const lookup = (_: string, options: { all?: boolean }, give: Give) =>
          options.all
            ? give(null, [{ address: '127.0.0.1', family: 4 }])
            : give(null, '127.0.0.1', 4);
        return { port, ca: cert, lookup: lookup as never };
      },
    },
    stop: () =>
      new Promise<void>((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}

type Give = (error: null, address: string | Address[], family?: number) => void;

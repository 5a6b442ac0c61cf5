// Requests to the outside: to services (IVR-2, IVR-3, INB-14) and to receivers of webhooks (WHK-2).
// What an author writes or a caller keys must not lead them to anything of ours: https only, every
// address the host resolves to must be public, and the connection goes to the very address that was
// looked at, so a second answer of the resolver changes nothing. One limit of time for it all.
// Whatever fails is a reason whose words hold nothing of the request or the answer.
import { lookup as resolveName } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { isPublic } from './public-address.ts';

export interface OutsideRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Seconds for all of it. */
  readonly timeout: number;
}

export interface Address {
  readonly address: string;
  readonly family: number;
}

export interface ServiceNetwork {
  /** Every address of a host. */
  readonly resolve: (host: string) => Promise<readonly Address[]>;
  /** How a public address is reached; on the way in tests stands a server of theirs. */
  readonly reach: (address: Address) => Partial<RequestOptions>;
}

export const INTERNET: ServiceNetwork = {
  resolve: (host) => resolveName(host, { all: true, order: 'ipv4first' }),
  reach: pinnedTo,
};

/** The connection's own business, or ways to name another host. */
const NOT_TO_SET: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Ends a request with words that may be logged. */
export class Refused extends Error {}

/** What comes of the answer, or why there is none. */
export async function askOutside<T>(
  request: OutsideRequest,
  network: ServiceNetwork,
  read: (answer: IncomingMessage) => Promise<T>,
): Promise<T | { readonly kind: 'failed'; readonly because: string }> {
  const limit = AbortSignal.timeout(request.timeout * 1000);
  try {
    return await inTime(limit, async () => read(await answerOf(request, network, limit)));
  } catch (error) {
    return { kind: 'failed', because: reasonOf(error, limit) };
  }
}

async function answerOf(
  request: OutsideRequest,
  network: ServiceNetwork,
  limit: AbortSignal,
): Promise<IncomingMessage> {
  if (!URL.canParse(request.url)) throw new Refused('the address is none');
  const url = new URL(request.url);
  if (url.protocol !== 'https:') throw new Refused('only https is asked');
  if (url.username !== '' || url.password !== '') throw new Refused('the address names a user');
  const address = await publicAddress(url.hostname, network);
  return send(request, url, network.reach(address), limit);
}

/** The address to connect to, once all of them were found to be public. */
async function publicAddress(host: string, { resolve }: ServiceNetwork): Promise<Address> {
  const literal = host.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(literal);
  const all = family === 0 ? await resolve(host) : [{ address: literal, family }];
  const [first] = all;
  if (first === undefined) throw new Refused('the host has no address');
  if (!all.every(({ address }) => isPublic(address))) {
    throw new Refused('the host has an address that is not public');
  }
  return first;
}

/** Node asks once more for the address of a host; it gets the one that was looked at. */
export function pinnedTo({ address, family }: Address): Partial<RequestOptions> {
  return {
    lookup: (_host, options, give) => {
      if (options.all === true) give(null, [{ address, family }]);
      else give(null, address, family);
    },
  };
}

function send(
  { method, headers, body }: OutsideRequest,
  url: URL,
  way: Partial<RequestOptions>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const allowed = Object.entries(headers).filter(([name]) => !NOT_TO_SET.has(name.toLowerCase()));
  return new Promise((answered, failed) => {
    const request = httpsRequest(
      url,
      { method, headers: Object.fromEntries(allowed), agent: false, signal, ...way },
      answered,
    );
    request.once('error', failed);
    request.end(body);
  });
}

/** Resolving a name cannot be called off, but nobody has to wait for it. */
async function inTime<T>(limit: AbortSignal, work: () => Promise<T>): Promise<T> {
  const over = Promise.withResolvers<never>();
  const stop = () => over.reject(limit.reason);
  limit.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work(), over.promise]);
  } finally {
    limit.removeEventListener('abort', stop);
  }
}

/** Codes are Node's own: no part of an address or an answer. */
function reasonOf(error: unknown, limit: AbortSignal): string {
  if (error instanceof Refused) return error.message;
  if (limit.aborted) return 'the service did not answer in time';
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string'
    ? `the service was not reached: ${code}`
    : 'the service was not reached';
}

// The internet as functions see it here. Nothing leaves this machine: names resolve to what the
// local cloud says they do, and a request over https goes to the local cloud, which plays the
// services it was given (lib/local/outside). It is part of the worker, not a setting of the
// function, so the code that runs is the code that is deployed, its guards included.
import dns from 'node:dns';
import type { IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { http } from './light-http.ts';

/** @param endpoint of the gateway; without one there is nothing outside */
export function blockInternet(endpoint: string): void {
  dns.promises.lookup = (async (host: string) => {
    const response = await fetch(`${endpoint}/outside-names/${encodeURIComponent(host)}`);
    if (!response.ok)
      throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    return [await response.json()];
  }) as unknown as typeof dns.promises.lookup;
  https.request = ((
    url: string | URL,
    options: RequestOptions,
    answered: (response: IncomingMessage) => void,
  ) => {
    const { host, pathname, search } = new URL(url);
    const { method, headers, signal } = options;
    return http.request(
      `${endpoint}/outside/${host}${pathname}${search}`,
      { method, headers, signal, agent: false } as RequestOptions,
      answered,
    );
  }) as typeof https.request;
  syncBuiltinESMExports();
}

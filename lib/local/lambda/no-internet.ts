// The internet as functions see it here. Nothing leaves this machine: names resolve to what the
// local cloud says they do, and a request over https goes to the local cloud, which plays the
// services it was given (lib/local/outside). It is part of where functions run, not a setting of
// theirs, so the code that runs is the code that is deployed, its guards included.
import dns from 'node:dns';
import type { IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { current } from './hosted-environment.ts';
import { http } from './light-http.ts';

export function blockInternet(): void {
  const { lookup } = dns.promises;
  const { request } = https;
  dns.promises.lookup = (async (host: string, ...more: readonly unknown[]) => {
    const environment = current();
    if (!environment) return Reflect.apply(lookup, dns.promises, [host, ...more]);
    const { origin } = environment.gateway;
    const response = await fetch(`${origin}/outside-names/${encodeURIComponent(host)}`);
    if (!response.ok)
      throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    return [await response.json()];
  }) as unknown as typeof dns.promises.lookup;
  https.request = ((
    url: string | URL,
    options: RequestOptions,
    answered: (response: IncomingMessage) => void,
  ) => {
    const environment = current();
    if (!environment) return Reflect.apply(request, https, [url, options, answered]);
    const { host, pathname, search } = new URL(url);
    const { method, headers, signal } = options;
    return http.request(
      `${environment.gateway.origin}/outside/${host}${pathname}${search}`,
      { method, headers, signal, agent: false } as RequestOptions,
      answered,
    );
  }) as typeof https.request;
  syncBuiltinESMExports();
}

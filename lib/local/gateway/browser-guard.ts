// Keeps web pages away from the gateway. It listens on the loopback interface, where every page
// that the user opens can send requests too: to the address itself (then the browser adds Origin or
// Sec-Fetch-Site), or under a host name of the page's own that resolves to 127.0.0.1 (DNS
// rebinding; then Host is that name). SDK clients send neither header, and the gateway's address as
// Host.
import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../errors.ts';

/** SDK clients put `sync-` before the host for StartSyncExecution. */
const OWN_NAMES = ['127.0.0.1', 'localhost', 'sync-127.0.0.1'];
/** `none`: typed into the address bar. */
const OWN_SITES: readonly unknown[] = ['same-origin', 'none', undefined];

/** Why the request is refused; undefined if nothing speaks against it. */
export function foreignRequest(headers: IncomingHttpHeaders, port: number): AwsError | undefined {
  const hosts = OWN_NAMES.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
  const { host = '', origin } = headers;
  if (!hosts.includes(host.toLowerCase()))
    return accessDenied(
      `Host '${host}' is not the local cloud; send requests to 127.0.0.1:${port}`,
    );
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`))
    return accessDenied(`the local cloud takes no requests from web pages; Origin is '${origin}'`);
  const site = headers['sec-fetch-site'];
  if (!OWN_SITES.includes(site))
    return accessDenied(
      `the local cloud takes no requests from web pages; Sec-Fetch-Site is '${site}'`,
    );
  return undefined;
}

const accessDenied = (message: string) => new AwsError('AccessDeniedException', message, 403);

// Signing in: OpenID Connect, a code with PKCE, as a page in a browser does it. The access token
// lives in memory; the refresh token in the session of the tab, so that a reload asks nobody again.
import type { Settings } from '../settings.ts';

export interface Granted {
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  /** ms by this machine's clock. */
  readonly until: number;
}

/** The part of sessionStorage that is used. */
export interface Keep {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

const VERIFIER = 'ringback.verifier';
const STATE = 'ringback.state';
const PLACE = 'ringback.place';
const REFRESH = 'ringback.refresh';

/** Where the browser goes to sign in. @param place hash to come back to */
export async function signInAddress(
  { signIn, client }: Settings,
  redirect: string,
  place: string,
  keep: Keep,
): Promise<string> {
  const [verifier, state] = [drawn(), drawn()];
  keep.setItem(VERIFIER, verifier);
  keep.setItem(STATE, state);
  keep.setItem(PLACE, place);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: redirect,
    scope: 'openid email',
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  });
  return `${signIn}/oauth2/authorize?${query}`;
}

export type Returned =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'code'; readonly code: string; readonly verifier: string; place: string };

/** What the address says on coming back. */
export function returned(search: URLSearchParams, keep: Keep): Returned {
  const [code, error] = [search.get('code'), search.get('error')];
  if (code === null && error === null) return { kind: 'none' };
  const [state, verifier] = [keep.getItem(STATE), keep.getItem(VERIFIER)];
  const place = keep.getItem(PLACE) ?? '';
  for (const name of [STATE, VERIFIER, PLACE]) keep.removeItem(name);
  // an address somebody else made, or one from the history
  if (state === null || verifier === null || search.get('state') !== state) return { kind: 'none' };
  if (code === null) return { kind: 'refused', because: search.get('error_description') ?? '' };
  return { kind: 'code', code, verifier, place };
}

export const byCode = (code: string, verifier: string, redirect: string, settings: Settings) =>
  askFor(settings, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirect,
  });

export const byRefresh = (token: string, settings: Settings) =>
  askFor(settings, { grant_type: 'refresh_token', refresh_token: token });

/** undefined: refused. */
async function askFor(
  { signIn, client }: Settings,
  form: Readonly<Record<string, string>>,
): Promise<Granted | undefined> {
  const answer = await fetch(`${signIn}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...form, client_id: client }),
  });
  if (!answer.ok) return undefined;
  const { access_token, refresh_token, expires_in } = await answer.json();
  return {
    accessToken: String(access_token),
    refreshToken: refresh_token,
    until: Date.now() + Number(expires_in) * 1000,
  };
}

export const keptRefresh = (keep: Keep): string | null => keep.getItem(REFRESH);

export function keepRefresh(keep: Keep, token: string | undefined): void {
  if (token === undefined) keep.removeItem(REFRESH);
  else keep.setItem(REFRESH, token);
}

export function signOutAddress({ signIn, client }: Settings, redirect: string): string {
  return `${signIn}/logout?${new URLSearchParams({ client_id: client, logout_uri: redirect })}`;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const drawn = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(hash));
}

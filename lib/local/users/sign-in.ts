// The pages and endpoints of OpenID Connect of a pool: discovery, keys, signing in (choose who you
// are; there are no passwords here), and tokens for a code, a refresh token or a program.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { GatewayRequest, ServiceResponse } from '../gateway/service.ts';
import type { Client, Tokens, User, UserPool } from './user-pool.ts';
import type { UserPools } from './user-pools.ts';

/** Pools are below this path. */
const POOLS = '/user-pools';

type Endpoint = (pool: UserPool, request: GatewayRequest) => Promise<ServiceResponse>;

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'GET /.well-known/jwks.json': async (pool) => json(200, await pool.jwks()),
  'GET /oauth2/authorize': authorize,
  'POST /oauth2/token': token,
  'GET /logout': logOut,
};

export const poolUrl = (endpoint: string, pool: UserPool): string =>
  `${endpoint}${POOLS}/${pool.id}`;

/** @param endpoint of the gateway */
export function signInRoutes(pools: UserPools, endpoint: string) {
  const answer = async (request: GatewayRequest): Promise<ServiceResponse> => {
    const [, , id = '', ...rest] = request.path.split('/');
    const pool = pools.all().find((one) => one.id === id);
    if (!pool) return json(404, { error: 'invalid_request' });
    const path = `/${rest.join('/')}`;
    if (path === '/.well-known/openid-configuration')
      return json(200, discovery(pool, poolUrl(endpoint, pool)));
    const serve = ENDPOINTS[`${request.method} ${path}`];
    return serve ? serve(pool, request) : json(404, { error: 'invalid_request' });
  };
  return { prefix: POOLS, answer };
}

/** The issuer is Cognito's, as the tokens name it; the endpoints are here. */
const discovery = ({ issuer }: UserPool, url: string) => ({
  issuer,
  authorization_endpoint: `${url}/oauth2/authorize`,
  token_endpoint: `${url}/oauth2/token`,
  jwks_uri: `${url}/.well-known/jwks.json`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
  code_challenge_methods_supported: ['S256'],
  id_token_signing_alg_values_supported: ['RS256'],
  subject_types_supported: ['public'],
});

/** With `login_hint` the person of that name, otherwise a page to choose one. */
async function authorize(pool: UserPool, { query }: GatewayRequest): Promise<ServiceResponse> {
  const client = pool.clients.get(query.get('client_id') ?? '');
  const redirect = query.get('redirect_uri') ?? '';
  const challenge = query.get('code_challenge') ?? '';
  if (!client?.flows.includes('code') || !client.callbacks.includes(redirect))
    return json(400, { error: 'invalid_request', error_description: 'client or redirect_uri' });
  if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256')
    return json(400, { error: 'invalid_request', error_description: 'code with PKCE (S256)' });
  const hint = query.get('login_hint');
  if (hint === null) return page(pool.everybody(), query);
  const user = pool.user(hint);
  if (!user) return json(400, { error: 'access_denied', error_description: 'no such user' });
  const location = new URL(redirect);
  location.searchParams.set('code', pool.code(user, client, challenge, redirect));
  const state = query.get('state');
  if (state !== null) location.searchParams.set('state', state);
  return { status: 302, headers: { Location: location.href }, body: '' };
}

/** Who are you today? */
function page(users: readonly User[], query: URLSearchParams): ServiceResponse {
  const byRole = Map.groupBy(users, ({ groups }) => groups[0] ?? 'without a role');
  const sections = [...byRole].map(
    ([role, people]) =>
      `<section><h2>${escaped(role)}</h2><ul>${people.map((user) => choice(user, query)).join('')}</ul></section>`,
  );
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in · Ringback</title><link rel="icon" href="/favicon.svg"><style>${STYLE}</style><main><h1>Sign in as</h1><p>The people of this simulated centre. There are no passwords here; on AWS, Amazon Cognito asks for them.</p>${sections.join('')}</main></html>`;
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

function choice({ username, email, groups }: User, query: URLSearchParams): string {
  const to = new URLSearchParams(query);
  to.set('login_hint', username);
  const more = [email, ...groups.slice(1)].filter((text) => text !== undefined).join(' · ');
  return `<li><a href="?${escaped(String(to))}"><b>${escaped(username)}</b> ${escaped(more)}</a></li>`;
}

const STYLE = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{margin:0;background:light-dark(#f4f6f8,#12161b);color:light-dark(#17212b,#e8edf2)}
main{max-width:720px;margin:8vh auto;padding:0 16px}h1{font-size:22px;margin:0 0 4px}p{margin:0 0 20px}
h2{font-size:13px;margin:20px 0 6px;text-transform:capitalize}ul{list-style:none;margin:0;padding:0;display:grid;gap:6px;grid-template-columns:repeat(auto-fill,minmax(210px,1fr))}
a{display:block;padding:8px 12px;border:1px solid light-dark(#8493a2,#6b7a89);border-radius:6px;background:light-dark(#fff,#1a2027);color:inherit;text-decoration:none;overflow-wrap:anywhere}
a:hover{background:light-dark(#e2eff9,#1b3346)}a:focus-visible{outline:2px solid light-dark(#0b63ce,#8fd0ff);outline-offset:2px}`;

/** Back to where Cognito would send the browser; who signs in next chooses anew. */
async function logOut(pool: UserPool, { query }: GatewayRequest): Promise<ServiceResponse> {
  const client = pool.clients.get(query.get('client_id') ?? '');
  const back = query.get('logout_uri') ?? '';
  if (!client?.callbacks.includes(back))
    return json(400, { error: 'invalid_request', error_description: 'client or logout_uri' });
  return { status: 302, headers: { Location: back }, body: '' };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

async function token(pool: UserPool, request: GatewayRequest): Promise<ServiceResponse> {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const given = credentialsOf(request, form);
  const client = pool.clients.get(given.id);
  if (!client || !isSecret(client, given.secret)) return json(400, { error: 'invalid_client' });
  const tokens = await tokensBy(pool, client, form);
  if (typeof tokens === 'string') return json(400, { error: tokens });
  return json(200, tokens);
}

async function tokensBy(
  pool: UserPool,
  client: Client,
  form: URLSearchParams,
): Promise<Tokens | string> {
  const grant = form.get('grant_type');
  if (grant === 'client_credentials') {
    const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
    if (!client.flows.includes('client_credentials')) return 'unauthorized_client';
    if (scopes.some((scope) => !client.scopes.includes(scope))) return 'invalid_scope';
    return pool.tokensForProgram(client, scopes);
  }
  if (grant === 'authorization_code') {
    const code = pool.takeCode(form.get('code') ?? '');
    const fits =
      code?.client === client &&
      code.redirect === form.get('redirect_uri') &&
      code.challenge === challengeOf(form.get('code_verifier') ?? '');
    return fits ? pool.tokensFor(code.user, client) : 'invalid_grant';
  }
  if (grant !== 'refresh_token') return 'unsupported_grant_type';
  const known = pool.ofRefreshToken(form.get('refresh_token') ?? '');
  return known?.client === client ? pool.tokensFor(known.user, client, false) : 'invalid_grant';
}

/** Of PKCE. */
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

function credentialsOf({ headers }: GatewayRequest, form: URLSearchParams) {
  const [, basic] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
  if (basic === undefined)
    return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? undefined };
  const [id = '', secret] = Buffer.from(basic, 'base64').toString().split(':');
  return { id, secret };
}

function isSecret({ secret }: Client, given: string | undefined): boolean {
  if (secret === undefined) return given === undefined;
  const [wanted, got] = [Buffer.from(secret), Buffer.from(given ?? '')];
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}

const json = (status: number, body: unknown): ServiceResponse => ({
  status,
  headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  body: JSON.stringify(body),
});

// The pages and endpoints of OpenID Connect of a pool: discovery, keys, signing in (choose who you
// are; there are no passwords here), and tokens for a code, a refresh token or a program.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { GatewayRequest, ServiceResponse } from '../gateway/service.ts';
import { signInPage } from './sign-in-page.ts';
import type { Client, Tokens, UserPool } from './user-pool.ts';
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
async function authorize(
  pool: UserPool,
  { query, headers }: GatewayRequest,
): Promise<ServiceResponse> {
  const client = pool.clients.get(query.get('client_id') ?? '');
  const redirect = query.get('redirect_uri') ?? '';
  const challenge = query.get('code_challenge') ?? '';
  if (!client?.flows.includes('code') || !client.callbacks.includes(redirect))
    return json(400, { error: 'invalid_request', error_description: 'client or redirect_uri' });
  if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256')
    return json(400, { error: 'invalid_request', error_description: 'code with PKCE (S256)' });
  const hint = query.get('login_hint');
  if (hint === null) return signInPage(pool.everybody(), query, headers['accept-language']);
  const user = pool.user(hint);
  if (!user) return json(400, { error: 'access_denied', error_description: 'no such user' });
  const location = new URL(redirect);
  location.searchParams.set('code', pool.code(user, client, challenge, redirect));
  const state = query.get('state');
  if (state !== null) location.searchParams.set('state', state);
  return { status: 302, headers: { Location: location.href }, body: '' };
}

/** Back to where Cognito would send the browser; who signs in next chooses anew. */
async function logOut(pool: UserPool, { query }: GatewayRequest): Promise<ServiceResponse> {
  const client = pool.clients.get(query.get('client_id') ?? '');
  const back = query.get('logout_uri') ?? '';
  if (!client?.callbacks.includes(back))
    return json(400, { error: 'invalid_request', error_description: 'client or logout_uri' });
  return { status: 302, headers: { Location: back }, body: '' };
}

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

// A user pool: who may sign in, the clients that ask for tokens, and the tokens, with the claims
// Cognito gives them. Tokens live by the wall clock: whoever holds one sits in front of the
// machine, and simulated days pass in seconds.
// docs.aws.amazon.com/cognito: "Understanding the access token"
import { randomBytes, randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';

export interface User {
  readonly username: string;
  readonly email?: string | undefined;
  readonly groups: readonly string[];
}

export interface Client {
  readonly id: string;
  readonly name: string;
  readonly secret: string | undefined;
  readonly flows: readonly string[];
  readonly scopes: readonly string[];
  readonly callbacks: readonly string[];
  /** Seconds an access token lives. */
  readonly accessFor: number;
}

export interface Tokens {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly token_type: 'Bearer';
}

interface Code {
  readonly user: User;
  readonly client: Client;
  readonly challenge: string;
  readonly redirect: string;
  readonly expires: number;
}

interface Keys {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

const CODE_LIVES = 300_000;

export class UserPool {
  readonly id: string;
  readonly issuer: string;
  readonly clients = new Map<string, Client>();
  readonly groups = new Set<string>();
  private readonly users = new Map<string, User>();
  private readonly codes = new Map<string, Code>();
  private readonly refresh = new Map<string, { readonly user: User; readonly client: Client }>();
  private readonly keys: Promise<Keys>;

  constructor(region: string) {
    this.id = `${region}_${drawId(9)}`;
    this.issuer = `https://cognito-idp.${region}.amazonaws.com/${this.id}`;
    this.keys = drawKeys();
    // asked for by whoever needs them
    this.keys.catch(() => {});
  }

  addUser(user: User): void {
    this.users.set(user.username.toLowerCase(), user);
  }

  user(name: string): User | undefined {
    return this.users.get(name.toLowerCase());
  }

  everybody(): readonly User[] {
    return [...this.users.values()];
  }

  async jwks(): Promise<{ readonly keys: readonly JWK[] }> {
    return { keys: [(await this.keys).jwk] };
  }

  /** A code for a user who has signed in. @param challenge S256, base64url */
  code(user: User, client: Client, challenge: string, redirect: string): string {
    const code = randomUUID();
    this.codes.set(code, { user, client, challenge, redirect, expires: Date.now() + CODE_LIVES });
    return code;
  }

  /** Each code once. */
  takeCode(code: string): Code | undefined {
    const found = this.codes.get(code);
    this.codes.delete(code);
    return found !== undefined && found.expires > Date.now() ? found : undefined;
  }

  ofRefreshToken(token: string) {
    return this.refresh.get(token);
  }

  /** @param again whether a refresh token comes with them */
  async tokensFor(user: User, client: Client, again = true): Promise<Tokens> {
    const { username, groups, email } = user;
    const shared = groups.length > 0 ? { 'cognito:groups': [...groups] } : {};
    const access = await this.signed(client, {
      ...shared,
      sub: username,
      username,
      token_use: 'access',
      scope: client.scopes.join(' '),
      client_id: client.id,
    });
    const id = await this.signed(client, {
      ...shared,
      sub: username,
      'cognito:username': username,
      email,
      token_use: 'id',
      aud: client.id,
    });
    const tokens = bearer(access, client);
    if (!again) return { ...tokens, id_token: id };
    const token = randomBytes(32).toString('base64url');
    this.refresh.set(token, { user, client });
    return { ...tokens, id_token: id, refresh_token: token };
  }

  /** For a program. @param scopes all it may have when empty */
  async tokensForProgram(client: Client, scopes: readonly string[]): Promise<Tokens> {
    const granted = scopes.length === 0 ? client.scopes : scopes;
    const access = await this.signed(client, {
      sub: client.id,
      token_use: 'access',
      scope: granted.join(' '),
      client_id: client.id,
    });
    return bearer(access, client);
  }

  private async signed(client: Client, claims: JWTPayload): Promise<string> {
    const { kid, privateKey } = await this.keys;
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ ...claims, version: 2, auth_time: now, origin_jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(this.issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + client.accessFor)
      .setJti(randomUUID())
      .sign(privateKey);
  }
}

const bearer = (access_token: string, { accessFor }: Client): Tokens => ({
  access_token,
  expires_in: accessFor,
  token_type: 'Bearer',
});

async function drawKeys(): Promise<Keys> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return { kid, privateKey, jwk };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** As Cognito draws ids of pools and clients. */
export function drawId(length: number, letters = LETTERS): string {
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
}

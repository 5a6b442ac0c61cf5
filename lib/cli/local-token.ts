// Tokens of a local run, over the same endpoints as those of Cognito: a person signs in with a code
// and PKCE, a program with its credentials.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { challengeOf } from '../local/users/sign-in.ts';
import type { Wrong } from './option-values.ts';
import type { Running } from './running.ts';

export const TOKEN_FOR = ['administrator', 'supervisor', 'agent', 'integrator'] as const;
export type TokenFor = (typeof TOKEN_FOR)[number];

const Answer = z.object({ access_token: z.string() });

/** @param user who of those with the role; the first when missing */
export async function localToken(
  running: Running,
  as: TokenFor,
  user: string | undefined,
): Promise<{ readonly token: string } | Wrong> {
  if (as === 'integrator') return programToken(running, user);
  const able = running.people.filter(({ groups }) => groups.includes(as));
  const person = able.find(({ username }) => user === undefined || username === user);
  if (!person) {
    const names = able.map(({ username }) => username);
    return {
      wrong:
        names.length === 0
          ? `this centre has no ${as}`
          : `'${user}' is no ${as} of this centre; there are ${names.join(', ')}`,
    };
  }
  return personToken(running, person.username);
}

async function personToken(running: Running, username: string) {
  const client = running.clients.find(({ secret }) => secret === undefined);
  if (!client?.callback) return { wrong: 'the local cloud lets nobody sign in' };
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: client.callback,
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    login_hint: username,
  });
  const signedIn = await fetch(`${running.signIn}/oauth2/authorize?${query}`, {
    redirect: 'manual',
  });
  const code = new URL(signedIn.headers.get('location') ?? client.callback).searchParams.get(
    'code',
  );
  return askToken(running, {
    grant_type: 'authorization_code',
    client_id: client.id,
    redirect_uri: client.callback,
    code: code ?? '',
    code_verifier: verifier,
  });
}

function programToken(running: Running, name: string | undefined) {
  const programs = running.clients.filter(({ secret }) => secret !== undefined);
  const program = programs.find((one) => name === undefined || one.name === name);
  if (!program?.secret)
    return { wrong: `there is no program '${name ?? ''}' (${programs.map((one) => one.name)})` };
  return askToken(running, {
    grant_type: 'client_credentials',
    client_id: program.id,
    client_secret: program.secret,
  });
}

async function askToken(running: Running, form: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(form);
  const answer = await fetch(`${running.signIn}/oauth2/token`, { method: 'POST', body });
  if (!answer.ok) return { wrong: `the local cloud gave no token: ${await answer.text()}` };
  return { token: Answer.parse(await answer.json()).access_token };
}

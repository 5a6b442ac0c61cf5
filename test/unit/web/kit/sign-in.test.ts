import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { personOf } from '../../../../web/kit/session/session.ts';
import { returned, signInAddress } from '../../../../web/kit/session/sign-in.ts';

function keeping() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const SETTINGS = { signIn: 'https://login.example.com', client: 'C' };

async function left(keep: ReturnType<typeof keeping>) {
  const address = await signInAddress(SETTINGS, 'https://here/', '#/campaigns/a', keep);
  return new URL(address).searchParams;
}

describe('signing in', () => {
  it('leaves with a challenge whose verifier stays here', async () => {
    const keep = keeping();

    const asked = await left(keep);

    const back = returned(
      new URLSearchParams({ code: 'X', state: asked.get('state') ?? '' }),
      keep,
    );
    if (back.kind !== 'code') throw new Error(back.kind);
    expect(asked.get('code_challenge')).toBe(
      createHash('sha256').update(back.verifier).digest('base64url'),
    );
    expect(back).toMatchObject({ code: 'X', place: '#/campaigns/a' });
  });

  it('takes no code that was not asked for here, and none twice', async () => {
    const keep = keeping();
    const state = (await left(keep)).get('state') ?? '';
    const search = new URLSearchParams({ code: 'X', state });

    expect(returned(new URLSearchParams({ code: 'X', state: 'other' }), keep).kind).toBe('none');
    expect(returned(search, keep).kind).toBe('none');
  });

  it('says why somebody was refused', async () => {
    const keep = keeping();
    const state = (await left(keep)).get('state') ?? '';
    const search = new URLSearchParams({ error: 'access_denied', error_description: 'no', state });

    expect(returned(search, keep)).toEqual({ kind: 'refused', because: 'no' });
  });

  it('reads name and roles from the token, in any alphabet', () => {
    const claims = { username: 'zofia.żak', 'cognito:groups': ['supervisor'] };
    const token = `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

    expect(personOf(token)).toEqual({ name: 'zofia.żak', roles: ['supervisor'] });
  });
});

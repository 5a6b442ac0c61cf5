// Standard Webhooks 1.0.0: HMAC-SHA256 over id, moment and body, with one signature for each secret
// that counts. github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
import { createHmac, randomBytes } from 'node:crypto';
import type { Instant } from '../model/instant.ts';

const PREFIX = 'whsec_';
/** Seconds for which the secret before still signs, too. */
export const OVERLAP = 86_400;

export interface SigningSecret {
  readonly current: string;
  /** Since when the current one counts. */
  readonly since: Instant;
  readonly previous?: string | undefined;
}

/** Those that sign now, the current one first. */
export const signingNow = ({ current, previous, since }: SigningSecret, now: Instant): string[] =>
  previous !== undefined && now - since < OVERLAP * 1000 ? [current, previous] : [current];

/** Anew for every try: the moment is part of it. */
export function signedHeaders(
  secrets: readonly string[],
  { id, body, now }: { readonly id: string; readonly body: string; readonly now: Instant },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', keyOf(secret)).update(signed);
    return `v1,${hmac.digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

const keyOf = (secret: string): Buffer =>
  Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');

export const newSecret = (): string => `${PREFIX}${randomBytes(33).toString('base64')}`;

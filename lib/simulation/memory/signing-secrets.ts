// Secrets that sign webhooks: each has a value of its own from the start.
import { createHash } from 'node:crypto';
import type { SecretRotation, SigningSecrets } from '../../application/ports/signing-secrets.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { SigningSecret } from '../../domain/webhooks/signature.ts';

export type MemorySigningSecrets = SigningSecrets & SecretRotation;

export function memorySigningSecrets(clock: { now(): Instant }): MemorySigningSecrets {
  const secrets = new Map<string, SigningSecret>();
  const read = (name: string): SigningSecret =>
    secrets.get(name) ?? { current: drawn(name), since: instant(0) };
  return {
    read: async (name) => read(name),
    async replace(name, value) {
      secrets.set(name, { current: value, since: clock.now(), previous: read(name).current });
    },
  };
}

const drawn = (name: string): string => createHash('sha256').update(name).digest('base64');

// Secrets of the deployment, from AWS Secrets Manager: <deployment>/<name>. One that was read
// lately is taken from memory, so a busy IVR does not pay for each call, and whoever asks meanwhile
// waits for the same answer. A changed secret holds within a minute, if nothing else is said.
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Clock } from '../../application/ports/clock.ts';
import type { Secrets } from '../../application/ports/secrets.ts';
import { Fault } from '../../application/tasks/faults.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { errorName, faultOf } from '../service-errors.ts';

const MINUTE_MS = 60_000;

/** @param keptMs how long a secret is taken from memory, milliseconds */
export function secretsManager(
  client: Pick<SecretsManagerClient, 'send'>,
  clock: Clock,
  keptMs = MINUTE_MS,
): Secrets {
  const known = new Map<string, { readonly value: Promise<string>; readonly at: Instant }>();
  return {
    async read(name) {
      const now = clock.now();
      const kept = known.get(name);
      if (kept !== undefined && now - kept.at < keptMs) return await kept.value;
      const value = ask(client, name);
      known.set(name, { value, at: now });
      try {
        return await value;
      } catch (error) {
        known.delete(name);
        throw error;
      }
    },
  };
}

async function ask(client: Pick<SecretsManagerClient, 'send'>, SecretId: string): Promise<string> {
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
    if (SecretString) return SecretString;
  } catch (error) {
    if (errorName(error) !== 'ResourceNotFoundException') {
      throw faultOf('StoreUnavailable', 'reading a secret', error);
    }
  }
  throw new Fault('NotFound', `no secret '${SecretId}'`);
}

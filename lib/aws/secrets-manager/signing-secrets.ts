// Secrets that sign webhooks: the value of today and, for a day after it was replaced, the one
// before. Secrets Manager keeps both under its own labels, so a value that somebody puts in by hand
// overlaps in the same way.
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { Clock } from '../../application/ports/clock.ts';
import type { SecretRotation, SigningSecrets } from '../../application/ports/signing-secrets.ts';
import { Fault } from '../../application/tasks/faults.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import { OVERLAP, type SigningSecret } from '../../domain/webhooks/signature.ts';
import { errorName, faultOf } from '../service-errors.ts';

type Client = Pick<SecretsManagerClient, 'send'>;

/** Milliseconds; a receiver that refuses a signature has the secret read anew. */
const KEPT_MS = 3_600_000;

export function managedSigningSecrets(
  client: Client,
  clock: Clock,
  prefix: string,
): SigningSecrets {
  const known = new Map<string, { readonly secret: SigningSecret; readonly at: Instant }>();
  return {
    async read(name, anew) {
      const now = clock.now();
      const kept = known.get(name);
      if (anew === undefined && kept !== undefined && now - kept.at < KEPT_MS) return kept.secret;
      const secret = await read(client, `${prefix}/${name}`, now);
      known.set(name, { secret, at: now });
      return secret;
    },
  };
}

export const managedSecretRotation = (client: Client, prefix: string): SecretRotation => ({
  async replace(name, SecretString) {
    try {
      const SecretId = `${prefix}/${name}`;
      await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
    } catch (error) {
      throw faultOf('StoreUnavailable', 'replacing a secret', error);
    }
  },
});

async function read(client: Client, SecretId: string, now: Instant): Promise<SigningSecret> {
  const current = await version(client, SecretId, 'AWSCURRENT');
  if (current === undefined) throw new Fault('NotFound', `no secret '${SecretId}'`);
  const { value, since } = current;
  // long replaced: nobody needs the one before
  if (now - since >= OVERLAP * 1000) return { current: value, since };
  const previous = await version(client, SecretId, 'AWSPREVIOUS');
  return { current: value, since, previous: previous?.value };
}

async function version(client: Client, SecretId: string, VersionStage: string) {
  try {
    const command = new GetSecretValueCommand({ SecretId, VersionStage });
    const { SecretString, CreatedDate } = await client.send(command);
    if (!SecretString) return undefined;
    return { value: SecretString, since: instant(CreatedDate?.getTime() ?? 0) };
  } catch (error) {
    if (errorName(error) === 'ResourceNotFoundException') return undefined;
    throw faultOf('StoreUnavailable', 'reading a secret', error);
  }
}

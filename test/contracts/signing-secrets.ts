// What every store of signing secrets promises (lib/application/ports/signing-secrets.ts; WHK-3).
import { describe, expect, it } from 'vitest';
import type {
  SecretRotation,
  SigningSecrets,
} from '../../lib/application/ports/signing-secrets.ts';
import { type Instant, plus } from '../../lib/domain/model/instant.ts';
import { OVERLAP, signingNow } from '../../lib/domain/webhooks/signature.ts';
import { NOW } from '../support/records.ts';

interface Secrets {
  readonly read: SigningSecrets;
  readonly rotation: SecretRotation;
}

/** @param make with one secret `crm`, over a clock that stands where `now` says */
export function signingSecretsContract(
  name: string,
  make: (now: () => Instant) => Promise<Secrets>,
): void {
  describe(`signing secrets: ${name}`, () => {
    it('sign with the value before for a day after a rotation, and then no longer', async () => {
      let now = NOW;
      const { read, rotation } = await make(() => now);
      const [first] = signingNow(await read.read('crm'), now);
      now = plus(now, 3600);
      await rotation.replace('crm', 'whsec_bmV3');
      const atOnce = signingNow(await read.read('crm', 'anew'), now);
      // what was read is kept in memory for an hour
      now = plus(now, 3601);
      const during = signingNow(await read.read('crm'), now);
      now = plus(now, OVERLAP);
      const after = signingNow(await read.read('crm'), now);

      expect(atOnce).toEqual(['whsec_bmV3', first]);
      expect(during).toEqual(['whsec_bmV3', first]);
      expect(after).toEqual(['whsec_bmV3']);
    });
  });
}

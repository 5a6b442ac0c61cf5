// What every store of secrets promises (lib/application/ports/ports.ts, Secrets). `make` gives one
// that holds these.
import { describe, expect, it } from 'vitest';
import type { Secrets } from '../../lib/application/ports/secrets.ts';

export function secretsContract(
  name: string,
  make: (values: Readonly<Record<string, string>>) => Promise<Secrets>,
): void {
  describe(`secrets: ${name}`, () => {
    it('are read by the name in the definitions', async () => {
      const secrets = await make({ crm: 'Bearer s3cret', other: 'x' });

      expect(await secrets.read('crm')).toBe('Bearer s3cret');
      expect(await secrets.read('crm')).toBe('Bearer s3cret');
    });

    it('fail with NotFound when there is none', async () => {
      const secrets = await make({ crm: 'x' });

      await expect(secrets.read('gone')).rejects.toMatchObject({ name: 'NotFound' });
    });
  });
}

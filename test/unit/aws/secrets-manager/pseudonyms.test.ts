import { describe, expect, it } from 'vitest';
import { secretPseudonyms } from '../../../../lib/aws/secrets-manager/pseudonyms.ts';
import { memorySecrets } from '../../../../lib/simulation/memory/secrets.ts';

const NAME = 'ringback/keys/pseudonyms';
const KEY = 'k'.repeat(64);

describe('the key of the pseudonyms', () => {
  it.each(['{"former":[]}', 'k', '{"key":"short"}', '[]', `"${KEY}"`])(
    'that is no key stops whoever needs it, and does not show in the error: %s',
    async (value) => {
      const pseudonyms = secretPseudonyms(memorySecrets({ [NAME]: value }), NAME);

      const failure = await pseudonyms.of('+48600000001').catch(String);

      expect(failure).toContain('the key of the pseudonyms is not {"key": "…"');
      expect(failure).not.toContain(KEY);
    },
  );

  it('may come without former ones', async () => {
    const secrets = memorySecrets({ [NAME]: JSON.stringify({ key: KEY }) });

    expect(await secretPseudonyms(secrets, NAME).of('+48600000001')).toHaveLength(2);
  });
});

import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { secretsManager } from '../../../../lib/aws/secrets-manager/secrets.ts';
import { type Answer, answeringAws } from '../../../support/answering-aws.ts';
import { at } from '../../../support/records.ts';

function secretsOver(answer: (nth: number) => Answer) {
  const { asked, config } = answeringAws((_, nth) => answer(nth));
  let seconds = 0;
  const clock = { now: () => at(seconds) };
  return {
    asked,
    waitUntil: (to: number) => {
      seconds = to;
    },
    secrets: secretsManager(new SecretsManagerClient(config), clock),
  };
}

describe('a secret', () => {
  it('is asked for by its whole name', async () => {
    const { asked, secrets } = secretsOver(() => ({ body: { SecretString: 's3cret' } }));

    await secrets.read('ringback/crm');

    expect(asked.map(({ body }) => body)).toEqual([{ SecretId: 'ringback/crm' }]);
  });

  it('is taken from memory for a minute; then a changed one holds', async () => {
    const { asked, secrets, waitUntil } = secretsOver((nth) => ({
      body: { SecretString: `s${nth}` },
    }));

    const read = [await secrets.read('crm')];
    for (const seconds of [59, 60]) {
      waitUntil(seconds);
      read.push(await secrets.read('crm'));
    }

    expect(read).toEqual(['s0', 's0', 's1']);
    expect(asked.length).toBe(2);
  });

  it('that several ask for at once is asked for once', async () => {
    const { asked, secrets } = secretsOver((nth) => ({ body: { SecretString: `s${nth}` } }));

    const read = await Promise.all([secrets.read('crm'), secrets.read('crm')]);

    expect(read).toEqual(['s0', 's0']);
    expect(asked.length).toBe(1);
  });

  it('that is not text is none', async () => {
    const { secrets } = secretsOver(() => ({ body: { SecretBinary: 'eA==' } }));

    await expect(secrets.read('crm')).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is asked for again when Secrets Manager is throttling', async () => {
    const { secrets } = secretsOver((nth) =>
      nth === 0 ? { error: 'ThrottlingException' } : { body: { SecretString: 's3cret' } },
    );

    await expect(secrets.read('crm')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await secrets.read('crm')).toBe('s3cret');
  });
});

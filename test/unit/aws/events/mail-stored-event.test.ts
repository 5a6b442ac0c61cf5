import { describe, expect, it } from 'vitest';
import { readMailStored } from '../../../../lib/aws/events/mail-stored-event.ts';

const stored = (key: string) => ({
  ...{ version: '0', id: 'e-1', source: 'aws.s3', 'detail-type': 'Object Created' },
  ...{ account: '1', region: 'eu-central-1', resources: [], time: '2026-03-02T10:00:00Z' },
  detail: { bucket: { name: 'mail' }, object: { key, size: 9 } },
});

describe('an e-mail that SES has stored', () => {
  it('is read by its key', () => {
    expect(readMailStored(stored('mail/0123abcd'))).toEqual({ key: 'mail/0123abcd' });
  });

  it('is none when SES only looks whether it may write', () => {
    expect(readMailStored(stored('mail/AMAZON_SES_SETUP_NOTIFICATION'))).toBeUndefined();
  });
});

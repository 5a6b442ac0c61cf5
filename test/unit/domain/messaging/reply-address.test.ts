import { describe, expect, it } from 'vitest';
import {
  isSignedBy,
  readReplyAddress,
  repliesDomain,
  replyAddress,
} from '../../../../lib/domain/messaging/reply-address.ts';
import { campaignId, recordId } from '../../../../lib/domain/model/ids.ts';
import type { EmailContent } from '../../../../lib/domain/model/message.ts';
import { definitions, REPLIES } from '../../../support/definitions.ts';

const SIGNATURE = '0123456789abcdef'.repeat(4);

describe('the address that answers go to', () => {
  it.each(['e78a5de65ebbde251e71', '01JNAB3CDEFGHJKMNPQRSTVWXY'])(
    'leads back to record %s, however it is written',
    (record) => {
      const address = replyAddress({ record: recordId(record) }, SIGNATURE, REPLIES) ?? '';
      const read = readReplyAddress(address);

      expect(address.indexOf('@')).toBeLessThanOrEqual(64);
      expect(read?.records).toContain(record);
      expect(readReplyAddress(address.toUpperCase())?.records).toContain(record.toUpperCase());
      expect(read && isSignedBy(read, ['other', SIGNATURE])).toBe(true);
      expect(read && isSignedBy(read, [SIGNATURE.replaceAll('0', 'f')])).toBe(false);
    },
  );

  it('is missing for an id that fits into no address, and is read from no other address', () => {
    expect(replyAddress({ record: recordId('r'.repeat(40)) }, SIGNATURE, REPLIES)).toBeUndefined();
    expect(readReplyAddress('hello@reply.example.org')).toBeUndefined();
  });

  it('is for e-mails of campaigns that take answers, not for a voicemail to the centre', () => {
    const content: EmailContent = {
      ...({ kind: 'email', to: 'a@b.example', mailbox: 'appointments' } as const),
      ...{ subject: '', text: '', cc: [], bcc: [], attachments: [] },
    };
    const message = { campaign: campaignId('spring'), content };
    const taking = definitions({ email: { queue: 'sales' } });
    const recording = { key: 'k', name: 'n' };

    expect(repliesDomain(taking, message)).toBe(REPLIES);
    expect(repliesDomain(definitions(), message)).toBeUndefined();
    expect(
      repliesDomain(taking, { ...message, content: { ...content, recording } }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import {
  readToken,
  tokenOf,
  unsubscribeAt,
} from '../../../../lib/domain/messaging/unsubscribing.ts';
import { messageId } from '../../../../lib/domain/model/ids.ts';
import type { EmailContent } from '../../../../lib/domain/model/message.ts';
import { definitions } from '../../../support/definitions.ts';
import { ref } from '../../../support/records.ts';

const MAIL = { ...ref('spring', 'ann'), id: messageId('a1.letter') };
const content: EmailContent = {
  ...{ kind: 'email', to: 'ann@example.org', mailbox: 'appointments', cc: [], bcc: [] },
  ...{ subject: 'x', text: 'x', attachments: [] },
};
const api = { unsubscribeAt: 'https://api.example.org/', recipientsPerSecond: 1 };

function at(purpose: 'marketing' | 'service', changes: Partial<EmailContent> = {}, has = true) {
  const plain = definitions({ campaign: { purpose } });
  const centre = has ? { ...plain.centre, email: api } : plain.centre;
  return unsubscribeAt({ ...plain, centre }, { ...MAIL, content: { ...content, ...changes } });
}

describe('the address to unsubscribe at (RFC 8058)', () => {
  it('goes along with marketing e-mails, and with no others', () => {
    const recording = { key: 'k', name: 'a.wav' };

    expect(at('marketing')).toBe('https://api.example.org/v1/unsubscribe');
    expect(at('service')).toBeUndefined();
    expect(at('marketing', { recording })).toBeUndefined();
    expect(at('marketing', {}, false)).toBeUndefined();
  });

  it('is read back as it was made', () => {
    expect(readToken(tokenOf(MAIL, 'sig'))).toEqual({
      parts: ['spring', 'ann', 'a1.letter'],
      signature: 'sig',
    });
  });

  it.each(['', 'abc', Buffer.from('[1,2,3,4]').toString('base64url'), '!!!'])(
    'is none that is %j',
    (token) => {
      expect(readToken(token)).toBeUndefined();
    },
  );
});

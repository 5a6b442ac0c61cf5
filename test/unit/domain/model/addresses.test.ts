// How numbers and addresses are recognised and shown: never more than it takes to recognise them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { userIdOf } from '../../../../lib/domain/model/agent.ts';
import { isE164 } from '../../../../lib/domain/model/e164.ts';
import { attemptId } from '../../../../lib/domain/model/ids.ts';
import { voicemailKey } from '../../../../lib/domain/model/inbound-call.ts';
import { mask, maskEmail } from '../../../../lib/domain/model/mask.ts';
import { ref } from '../../../support/records.ts';

describe('a number in the form of networks (E.164)', () => {
  it.each(['+48221000001', '+1234567', '+123456789012345'])('is %s', (text) => {
    expect(isE164(text)).toBe(true);
  });

  it.each([
    '',
    '48221000001',
    '+0221000001',
    '+123456',
    '+1234567890123456',
    '+48 22 100 00 01',
    '+48221000001\n',
    'tel:+48221000001',
  ])('is not %j', (text) => {
    expect(isE164(text)).toBe(false);
  });
});

describe('what logs and journals show', () => {
  it('of a number is its last three characters', () => {
    expect([mask('+48221000001'), mask('')]).toEqual(['…001', '…']);
  });

  it.each([
    ['ann@example.org', 'a…@example.org'],
    ['a@b@example.org', 'a…@example.org'],
    ['@example.org', '…'],
    ['no address', '…'],
    ['', '…'],
  ])('of the address %j is %s', (email, shown) => {
    expect(maskEmail(email)).toBe(shown);
  });

  it('never holds a whole number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), (phone) => {
        expect(mask(phone)).toHaveLength(4);
      }),
    );
  });
});

describe('names that Connect and the recordings bucket know', () => {
  it('an agent’s user id is the last part of the ARN', () => {
    const arn = 'arn:aws:connect:eu-central-1:123456789012:instance/i-1/agent/u-1';

    expect([userIdOf(arn), userIdOf('u-1')]).toEqual(['u-1', 'u-1']);
  });

  it('a caller’s message is numbered from 1 within its call', () => {
    const attempt = { ...ref('spring', 'ann'), id: attemptId('in-c-1') };

    expect(voicemailKey(attempt, 0)).toBe('voicemails/spring/ann/in-c-1-1.wav');
    expect(voicemailKey(attempt, 1)).toBe('voicemails/spring/ann/in-c-1-2.wav');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveTurn, linesLeft, spacing } from '../../../../lib/domain/messaging/sending-pace.ts';
import { instant } from '../../../../lib/domain/model/instant.ts';
import type { MessageContent } from '../../../../lib/domain/model/message.ts';
import { definitions } from '../../../support/definitions.ts';
import { at, NOW } from '../../../support/records.ts';

const sms = (text: string): MessageContent => ({
  kind: 'sms',
  to: '+48221000001',
  from: 'Ringback',
  text,
});
const mail: MessageContent = {
  kind: 'email',
  to: 'ann@example.org',
  mailbox: 'appointments',
  cc: ['bob@example.org'],
  bcc: ['eve@example.org', 'joe@example.org'],
  subject: '',
  text: '',
  attachments: [],
};
const rates = (messagesPerSecond: number, partsPerSecond: number) =>
  definitions({ textRates: { messagesPerSecond, partsPerSecond } }).centre;
const lines = (content: MessageContent, centre: ReturnType<typeof rates>, line?: string) =>
  linesLeft({ content, turn: line === undefined ? undefined : { line, at: NOW } }, centre).map(
    ({ line: { id }, units }) => `${id} × ${units}`,
  );

describe('the lines a message stands in', () => {
  it('of an e-mail is one, for as many recipients as it has', () => {
    expect(lines(mail, rates(1, 1))).toEqual(['email × 4']);
  });

  it('of a text are its sender’s, by parts, and the account’s, the slower one first', () => {
    expect(lines(sms('a'), rates(10, 1))).toEqual(['sms/Ringback × 1', 'sms × 1']);
    expect(lines(sms('a'), rates(2, 10))).toEqual(['sms × 1', 'sms/Ringback × 1']);
    // twenty parts take longer than one message
    expect(lines(sms('a'.repeat(20 * 153)), rates(2, 10))).toEqual([
      'sms/Ringback × 20',
      'sms × 1',
    ]);
  });

  it('of a text is the account’s alone where the account is slower than any sender', () => {
    expect(lines(sms('a'), rates(1, 10))).toEqual(['sms × 1']);
    expect(lines(sms('a'.repeat(20 * 153)), rates(1, 10))).toEqual(['sms × 2']);
  });

  it('keep the rates of account and sender, however long texts are', () => {
    const anyRates = fc.record({ account: fc.integer({ min: 1, max: 5 }), sender: fc.nat(60) });
    const anyTexts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(anyRates, anyTexts, ({ account, sender }, parts) => {
        const centre = rates(account, 1 + sender);
        const freeAt = new Map<string, number>();
        let leaves = 0;
        let [messages, sent] = [0, 0];
        for (const each of parts) {
          const text = 'a'.repeat(each === 1 ? 1 : each * 153);
          for (const { line, units } of linesLeft(
            { content: sms(text), turn: undefined },
            centre,
          )) {
            const turn = giveTurn(freeAt.get(line.id), instant(leaves), spacing(line, units));
            freeAt.set(line.id, turn.freeAt);
            leaves = turn.at;
          }
          // what left before it took that long at these rates
          expect(leaves).toBeGreaterThanOrEqual(Math.floor((1000 * messages) / account));
          expect(leaves).toBeGreaterThanOrEqual(Math.floor((1000 * sent) / (1 + sender)));
          messages += 1;
          sent += each;
        }
      }),
    );
  });

  it('are those it has not stood in yet', () => {
    expect(lines(sms('a'), rates(10, 1), 'sms/Ringback')).toEqual(['sms × 1']);
    expect(lines(sms('a'), rates(10, 1), 'sms')).toEqual([]);
    expect(lines(mail, rates(1, 1), 'email')).toEqual([]);
  });

  it('are all again when its turn was in a line that is no longer there', () => {
    expect(lines(sms('a'), rates(10, 1), 'sms/Old name')).toHaveLength(2);
  });
});

describe('turns', () => {
  it('take as long as the rate of the line says', () => {
    expect(spacing({ id: 'sms', perSecond: 4 }, 3)).toBe(750);
  });

  it('come at once in a free line, and after the one before in another', () => {
    expect(giveTurn(undefined, NOW, 500)).toEqual({ at: NOW, freeAt: NOW + 500 });
    expect(giveTurn(at(-9), NOW, 500)).toEqual({ at: NOW, freeAt: NOW + 500 });
    expect(giveTurn(at(2), NOW, 500)).toEqual({ at: at(2), freeAt: at(2) + 500 });
  });

  it('never exceed the rate, however messages come, and never lose a part of it', () => {
    const anyArrivals = fc.array(fc.integer({ min: 0, max: 2000 }), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(anyArrivals, fc.integer({ min: 1, max: 30 }), (gaps, perSecond) => {
        const takes = spacing({ id: 'sms', perSecond }, 1);
        let now = 0;
        let freeAt: number | undefined;
        const turns = gaps.map((gap) => {
          now += gap;
          const turn = giveTurn(freeAt, instant(now), takes);
          freeAt = turn.freeAt;
          return { asked: now, at: turn.at };
        });

        for (const [n, { asked, at: turn }] of turns.entries()) {
          expect(turn).toBeGreaterThanOrEqual(asked);
          const before = turns[n - 1];
          // turns are whole milliseconds, the line is not
          if (before) expect(turn - before.at).toBeGreaterThan(takes - 1);
          if (before && turn > asked) expect(turn - before.at).toBeLessThan(takes + 1);
        }
      }),
    );
  });
});

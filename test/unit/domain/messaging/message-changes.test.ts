import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HANGS,
  type Remedy,
  remedyOf,
  waitsSince,
} from '../../../../lib/domain/messaging/hanging.ts';
import {
  type MessageMove,
  mayMove,
  moveMessage,
} from '../../../../lib/domain/messaging/message-changes.ts';
import type { Message, MessageState } from '../../../../lib/domain/model/message.ts';
import { aRecord, aText, at, NOW } from '../../../support/records.ts';

const STATES: readonly MessageState[] = [
  'ordered',
  'sending',
  'sent',
  'delivered',
  'failed',
  'unknown',
];
const MOVES = {
  send: { to: 'sending' },
  refuse: { to: 'ordered', from: 'sending' },
  'order again': { to: 'ordered', from: 'ordered' },
  accept: { to: 'sent', providerId: 'p-1' },
  deliver: { to: 'delivered' },
  fail: { to: 'failed', reason: 'no such number' },
  lose: { to: 'unknown' },
} as const satisfies Record<string, MessageMove>;
const record = aRecord();
const text = (state: MessageState, changes: Partial<Message> = {}) =>
  aText(record, 'm', { state, ...changes });

describe('a message', () => {
  it.each([
    ['send', ['ordered']],
    ['refuse', ['sending']],
    ['order again', ['ordered']],
    ['accept', ['sending', 'unknown']],
    ['deliver', ['ordered', 'sending', 'sent', 'unknown']],
    ['fail', ['ordered', 'sending', 'sent', 'unknown']],
    ['lose', ['sending']],
  ] as const)('may %s from %s', (name, from) => {
    expect(STATES.filter((state) => mayMove(text(state), MOVES[name]))).toEqual(from);
  });

  it('never leaves its first final state, and is never sent after it may have been', () => {
    const anyMoves = fc.array(fc.constantFrom(...Object.values(MOVES)), { maxLength: 12 });
    fc.assert(
      fc.property(anyMoves, (moves) => {
        let message = text('ordered');
        let sends = 0;
        let refusals = 0;
        let final: MessageState | undefined;
        for (const move of moves) {
          if (!mayMove(message, move)) continue;
          if (move.to === 'sending') sends++;
          if (move.to === 'ordered' && move.from === 'sending') refusals++;
          message = moveMessage(record, message, move, NOW).messages?.[0]?.after ?? message;
          if (final !== undefined) expect(message.state).toBe(final);
          if (message.state === 'delivered' || message.state === 'failed') final = message.state;
        }

        expect(sends).toBeLessThanOrEqual(refusals + 1);
      }),
    );
  });

  it.each([
    ['send', []],
    ['refuse', []],
    ['accept', [{ type: 'message.sent', at: NOW, message: 'm', kind: 'sms' }]],
    ['deliver', [{ type: 'message.delivered', at: NOW, message: 'm', kind: 'sms' }]],
    [
      'fail',
      [{ type: 'message.failed', at: NOW, message: 'm', kind: 'sms', reason: 'no such number' }],
    ],
    ['lose', [{ type: 'message.unknown', at: NOW, message: 'm', kind: 'sms' }]],
  ] as const)('says in the journal that it was moved: %s', (name, entries) => {
    expect(moveMessage(record, text('sending'), MOVES[name], NOW).entries).toEqual(entries);
  });

  it('moves with its record, one version on, and leaves its turn behind', () => {
    const before = text('sending', { turn: { line: 'sms', at: at(-9) } });

    const change = moveMessage(record, before, MOVES.accept, at(5));

    expect(change).toMatchObject({ before: record, after: { version: 2, updatedAt: at(5) } });
    expect(change.messages).toEqual([
      {
        before,
        after: {
          ...before,
          turn: undefined,
          version: 2,
          state: 'sent',
          changedAt: at(5),
          providerId: 'p-1',
        },
      },
    ]);
  });

  it('keeps the provider’s id when a later word has none, and takes a turn when it gets one', () => {
    const sent = text('sent', { providerId: 'p-1' });
    const turn = { line: 'sms', at: at(9) };
    const moved = (message: Message, move: MessageMove) =>
      moveMessage(record, message, move, NOW).messages?.[0]?.after;

    expect(moved(sent, MOVES.deliver)?.providerId).toBe('p-1');
    expect(moved(sent, MOVES.fail)?.reason).toBe('no such number');
    expect(moved(text('ordered'), { ...MOVES['order again'], turn })?.turn).toEqual(turn);
  });

  it.each([
    ['send', 'Hello'],
    ['refuse', 'Hello'],
    ['accept', ''],
    ['lose', ''],
  ] as const)('of a deleted contact, moved to %s, says %j', (name, says) => {
    const deleted = aRecord('ann', { state: 'deleted' });

    const after = moveMessage(deleted, text('sending'), MOVES[name], NOW).messages?.[0]?.after;

    expect(after?.content.text).toBe(says);
  });
});

describe('a message that hangs', () => {
  const DAYS = 86_400;
  // clocks may differ by four seconds
  it.each<[MessageState, number, Remedy]>([
    ['ordered', HANGS + 3, 'leave'],
    ['ordered', HANGS + 5, 'order-again'],
    ['ordered', 4 * DAYS + 3, 'order-again'],
    ['ordered', 4 * DAYS + 5, 'give-up'],
    ['sending', HANGS + 3, 'leave'],
    ['sending', HANGS + 5, 'unknown'],
    ['sending', 9 * DAYS, 'unknown'],
    ['sent', 9 * DAYS, 'leave'],
    ['delivered', 9 * DAYS, 'leave'],
    ['failed', 9 * DAYS, 'leave'],
    ['unknown', 9 * DAYS, 'leave'],
  ])('%s after %s s: %s', (state, age, remedy) => {
    expect(remedyOf(text(state), at(age))).toBe(remedy);
  });

  it('waits for its turn by right, and hangs only after it', () => {
    const waiting = text('ordered', { turn: { line: 'sms', at: at(5000) } });

    expect(waitsSince(waiting)).toBe(at(5000));
    expect([3, 5].map((s) => remedyOf(waiting, at(5000 + HANGS + s)))).toEqual([
      'leave',
      'order-again',
    ]);
  });

  it('does not hang from a turn before its last change', () => {
    expect(waitsSince(text('ordered', { turn: { line: 'sms', at: at(-60) } }))).toBe(NOW);
  });
});

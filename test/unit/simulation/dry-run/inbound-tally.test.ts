import { describe, expect, it } from 'vitest';
import type { BusEvent } from '../../../../lib/cli/start/bus-event.ts';
import { countEvent, newTally } from '../../../../lib/cli/start/tally.ts';
import { inboundSums } from '../../../../lib/simulation/dry-run/inbound-tally.ts';

const at = '2026-03-02T09:00:00Z';
const event = (type: BusEvent['type'], detail: Readonly<Record<string, unknown>>): BusEvent => ({
  type,
  detail: { at, record: 'r', ...detail },
});
const received = (attempt: string, more = {}) =>
  event('call.received', { attempt, contact: `c-${attempt}`, ...more });
const ended = (attempt: string, status: string) => event('call.ended', { attempt, status });

function sumsOf(...events: readonly BusEvent[]) {
  const tally = newTally();
  for (const each of events) countEvent(tally, each);
  return { tally, sums: inboundSums(tally.inbound) };
}

describe('the sums of calls that came in', () => {
  it('are those answered, forwarded, missed and on the line; a missed one ended one way', () => {
    const { sums } = sumsOf(
      ...['talked', 'left', 'outside', 'message', 'again', 'now'].map((id) => received(id)),
      ended('talked', 'answered'),
      ended('left', 'abandoned'),
      ended('outside', 'forwarded'),
      ended('message', 'abandoned'),
      event('voicemail.taken', { attempt: 'message', key: 'k', seconds: 9 }),
      ended('again', 'abandoned'),
      event('record.recall-scheduled', { attempt: 'again', for: 1 }),
      event('survey.answered', { attempt: 'talked', question: 'q', key: '1' }),
    );

    expect(sums).toEqual({
      received: 6,
      answered: 1,
      forwarded: 1,
      missed: 3,
      onTheLine: 1,
      voicemail: 1,
      callback: 1,
      hungUp: 1,
      surveyAnswers: 1,
    });
  });

  it('count a caller once who was recognised as another record', () => {
    const { sums } = sumsOf(
      received('first', { contact: 'c' }),
      received('second', { contact: 'c', movedFrom: 'r' }),
      ended('second', 'answered'),
    );

    expect(sums).toMatchObject({ received: 1, answered: 1, onTheLine: 0 });
  });

  it('leave the dialer’s calls alone', () => {
    const { tally, sums } = sumsOf(
      received('in'),
      ended('in', 'answered'),
      event('call.placed', { attempt: 'out' }),
      ended('out', 'busy'),
    );

    expect(sums.received).toBe(1);
    expect(Object.values(tally.ended).reduce((a, b) => a + b, 0)).toBe(1);
  });
});

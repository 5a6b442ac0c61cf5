import { describe, expect, it } from 'vitest';
import { countMessages } from '../../../../lib/cli/start/message-tally.ts';
import { showSummary } from '../../../../lib/cli/start/show.ts';
import { summarise } from '../../../../lib/cli/start/summary.ts';
import { newTally } from '../../../../lib/cli/start/tally.ts';
import type { Counts } from '../../../../lib/domain/campaigns/campaign-state.ts';
import { parseInstant } from '../../../../lib/domain/model/instant.ts';

const START = parseInstant('2026-03-02T07:00Z');

/** A run in which so many texts met each fate, as the events tell and as the store counts. */
function run(events: Readonly<Record<string, number>>, counts: Counts) {
  const tally = newTally();
  for (const [type, times] of Object.entries(events))
    for (let n = 0; n < times; n++)
      countMessages(tally.messages, { type, detail: { kind: 'sms', campaign: 'offers' } } as never);
  return summarise({
    ...{ campaign: 'offers', seed: '1', counts, tally, doubleDialed: 0, callsMade: 0 },
    ...{ utilisation: 0, journalEntries: 0, wallMilliseconds: 0 },
    ...{ startedAt: START, endedAt: START },
    cost: { aws: 0, connect: 0, awsPerThousandCalls: undefined, awsAtRestPerMonth: 0 } as never,
  });
}

describe('the sums of a run', () => {
  it('account for every message that was ordered, those taken back unsent as well', () => {
    const summary = run(
      { 'message.ordered': 9, 'message.sent': 6, 'message.delivered': 4, 'message.failed': 1 },
      {
        'message:sms:delivered': 4,
        'message:sms:failed': 1,
        'message:sms:withdrawn': 2,
        'message:sms:sent': 1,
        'message:sms:ordered': 1,
      },
    );

    expect(summary.messages.sms).toMatchObject({ ordered: 9, withdrawn: 2, underWay: 2 });
    expect(summary.discrepancies).toEqual([]);
    expect(showSummary(summary, 'Europe/Warsaw')).toContain(
      'messages  9 SMS = 4 delivered + 1 failed + 2 taken back unsent + 2 under way\n',
    );
  });

  it('do not add up when one is in no place', () => {
    const summary = run(
      { 'message.ordered': 2, 'message.failed': 2 },
      { 'message:sms:failed': 1, 'message:sms:sent': 1 },
    );

    expect(summary.discrepancies).toEqual(['sms ordered and accounted for: 2 and 3']);
  });
});

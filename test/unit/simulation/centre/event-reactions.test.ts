import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../lib/domain/model/journal.ts';
import { reactionTo } from '../../../../lib/simulation/centre/event-reactions.ts';
import { NOW, ref } from '../../../support/records.ts';

const written = (entry: JournalEntry) => ({ ...ref('spring', 'ann'), entry });
const settled = {
  type: 'attempt.settled',
  at: NOW,
  attempt: 'a1',
  status: 'busy',
  classified: false,
  rule: 'again',
} as const;

describe('what follows a journal entry', () => {
  it('is the callback rule when a call was settled without a classification (CBR-1)', () => {
    expect(reactionTo(written(settled))).toEqual({
      kind: 'rule',
      rule: 'again',
      run: { campaign: 'spring', record: 'ann', attempt: 'a1' },
    });
  });

  it('is the callback rule when the agent classified it, too (CBR-15)', () => {
    expect(reactionTo(written({ ...settled, classified: true }))).toEqual(
      reactionTo(written(settled)),
    );
  });

  it('is nothing when the campaign has no rule', () => {
    const { rule: _, ...without } = settled;

    expect(reactionTo(written(without))).toBeUndefined();
  });

  it.for([
    ['sms', 'send-sms'],
    ['email', 'send-email'],
  ] as const)('is sending when a message of kind %s was ordered', ([kind, task]) => {
    const ordered = { type: 'message.ordered', at: NOW, message: 'm1', kind } as const;

    expect(reactionTo(written(ordered))).toEqual({
      kind: 'send',
      task,
      input: { campaign: 'spring', record: 'ann', message: 'm1' },
    });
  });

  it('is nothing for the rest', () => {
    const added = { type: 'record.added', at: NOW, by: 'olga' } as const;

    expect(reactionTo(written(added))).toBeUndefined();
  });
});

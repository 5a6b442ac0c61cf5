import { describe, expect, it } from 'vitest';
import { countEvent, newTally } from '../../../../lib/cli/start/tally.ts';
import { drawView, type ViewFacts } from '../../../../lib/cli/start/view.ts';

const facts: ViewFacts = {
  campaign: 'spring-recall',
  mode: 'predictive',
  placesCalls: true,
  seed: '1',
  now: Date.parse('2026-03-02T07:16:11Z'),
  startedAt: Date.parse('2026-03-02T07:00:00Z'),
  timeZone: 'Europe/Warsaw',
  agents: ['free', 'talking'],
};

describe('the live view', () => {
  it('tells every time on the clock of the centre, those within an event too', () => {
    const tally = newTally();
    countEvent(tally, {
      type: 'record.recall-scheduled',
      detail: {
        record: 'a1b2c3d4e5f60718293a',
        at: '2026-03-02T07:16:08Z',
        by: 'marek.kowalczyk',
        for: '2026-03-03T08:00:00.000Z',
      },
    });

    const view = drawView(facts, tally);

    expect(view).toContain('Mon 2026-03-02 08:16:11');
    expect(view.split('\n').at(-1)).toContain('for Tue 2026-03-03 09:00:00');
    expect(view).not.toContain('Z');
  });
});

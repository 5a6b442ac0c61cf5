import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../lib/domain/model/change.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { toIso } from '../../../../lib/domain/model/instant.ts';
import {
  type DayCount,
  dayCounts,
  listedWith,
  summedBy,
} from '../../../../lib/domain/reports/day-counts.ts';
import { anAttempt, aRecord, at, changed } from '../../../support/records.ts';

const DAY = 86_400;
const dayOf = (moment: Parameters<typeof toIso>[0]) => toIso(moment).slice(0, 10);
const ann = aRecord('ann');
const attempt = anAttempt(ann);
const eva = agentId('eva');
const answered = { ...attempt, version: 2, status: 'answered', agent: eva } as const;

const change = (more: Partial<Change>): Change => ({
  before: ann,
  after: changed(ann),
  entries: [],
  ...more,
});
const counted = (more: Partial<Change>) => dayCounts(change(more), dayOf);

describe('figures by day and agent (RPT-2)', () => {
  it('count a contact once it has ended, on the day it was begun', () => {
    expect(counted({ attempt: { before: undefined, after: attempt } })).toEqual([]);
    const late = { before: attempt, after: { ...answered, timestamps: { disconnected: at(DAY) } } };

    expect(counted({ attempt: late })).toEqual([
      { day: '2026-03-02', agent: 'eva', counts: { 'call:answered': 1 } },
    ]);
  });

  it('count it without an agent where it had none', () => {
    const busy = { ...attempt, version: 2, status: 'busy' } as const;

    expect(counted({ attempt: { before: attempt, after: busy } })).toEqual([
      { day: '2026-03-02', counts: { 'call:busy': 1 } },
    ]);
  });

  it('move with the contact when another agent has it, or it ended otherwise', () => {
    const tom = { ...answered, version: 3, agent: agentId('tom') };
    const lost = { ...answered, version: 3, status: 'abandoned' } as const;

    expect(counted({ attempt: { before: answered, after: tom } })).toEqual([
      { day: '2026-03-02', agent: 'eva', counts: { 'call:answered': -1 } },
      { day: '2026-03-02', agent: 'tom', counts: { 'call:answered': 1 } },
    ]);
    expect(counted({ attempt: { before: answered, after: lost } })).toEqual([
      { day: '2026-03-02', agent: 'eva', counts: { 'call:answered': -1, 'call:abandoned': 1 } },
    ]);
  });

  it('count the classifier and the success with the contact, also days later', () => {
    const sold = { ...answered, version: 3, classifier: 'sold' };
    const after = changed(ann, { success: true, updatedAt: at(3 * DAY) });

    expect(counted({ after, attempt: { before: answered, after: sold } })).toEqual([
      { day: '2026-03-02', agent: 'eva', counts: { 'classifier:sold': 1, success: 1 } },
    ]);
  });

  it('take a success back when it is none any more', () => {
    const sold = changed(ann, { success: true });
    const no = changed(sold, { success: false, updatedAt: at(DAY), lastAgent: eva });

    expect(counted({ before: sold, after: no })).toEqual([
      { day: '2026-03-03', agent: 'eva', counts: { success: -1 } },
    ]);
  });

  it('count recalls when they are set', () => {
    const recall = {
      type: 'record.recall-scheduled',
      at: at(5),
      for: at(900),
      by: 'rule',
      gates: [],
    } as const;

    expect(
      counted({
        entries: [recall],
        attempt: { before: answered, after: { ...answered, version: 3 } },
      }),
    ).toEqual([{ day: '2026-03-02', agent: 'eva', counts: { recall: 1 } }]);
  });

  it('do not move with what changes nothing of it', () => {
    const settled = { ...answered, version: 3, settled: true };

    expect(counted({})).toEqual([]);
    expect(counted({ attempt: { before: answered, after: settled } })).toEqual([]);
  });

  it('are summed by campaign, agent or day', () => {
    const figures: (DayCount & { readonly campaign: string })[] = [
      {
        campaign: 'spring',
        day: '2026-03-02',
        agent: 'eva',
        counts: { success: 1, 'call:busy': 2 },
      },
      { campaign: 'spring', day: '2026-03-03', agent: 'eva', counts: { success: -1 } },
      { campaign: 'autumn', day: '2026-03-03', counts: { 'call:busy': 5 } },
    ];

    expect(summedBy(['agent'], figures)).toEqual([
      { agent: undefined, counts: { 'call:busy': 5 } },
      { agent: 'eva', counts: { 'call:busy': 2 } },
    ]);
    expect(summedBy(['campaign'], figures)).toEqual([
      { campaign: 'autumn', counts: { 'call:busy': 5 } },
      { campaign: 'spring', counts: { 'call:busy': 2 } },
    ]);
    expect(summedBy(['day'], figures).map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03']);
  });
});

describe('a contact enters the lists of its day', () => {
  it('when it has ended, and once', () => {
    const settled = { ...answered, version: 3, settled: true };

    expect([
      listedWith(change({ attempt: { before: undefined, after: attempt } })),
      listedWith(change({ attempt: { before: attempt, after: answered } })),
      listedWith(change({ attempt: { before: answered, after: settled } })),
      listedWith(change({})),
    ]).toEqual([[], [answered], [], []]);
  });

  it('when its record goes on without it, named by the change or not', () => {
    const current = { attempt: attempt.id, phase: 'ended', since: at(1), deadline: at(9) } as const;
    const taken = { ...ann, current };
    const ended = { before: attempt, after: answered };
    const settled = { ...answered, version: 3, settled: true };

    expect([
      listedWith({ before: taken, after: changed(taken), attempt: ended }),
      listedWith({
        before: taken,
        after: changed(ann),
        attempt: { before: answered, after: settled },
      }),
      listedWith({ before: taken, after: changed(ann), left: answered }),
    ]).toEqual([[], [settled], [answered]]);
  });
});

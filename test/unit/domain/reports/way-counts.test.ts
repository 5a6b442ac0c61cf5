import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { Change } from '../../../../lib/domain/model/change.ts';
import { recordId } from '../../../../lib/domain/model/ids.ts';
import { toIso } from '../../../../lib/domain/model/instant.ts';
import { summedWays, wayCounts, waysAsTiles } from '../../../../lib/domain/reports/way-counts.ts';
import { anAttempt, aRecord, at, changed } from '../../../support/records.ts';

const DAY = 86_400;
const dayOf = (moment: Parameters<typeof toIso>[0]) => toIso(moment).slice(0, 10);
const ann = aRecord('ann');

const counted = (more: Partial<Change>) =>
  wayCounts({ before: ann, after: changed(ann), entries: [], ...more }, dayOf);

const applied = (path: readonly string[], seconds = 0) =>
  ({
    type: 'rule.applied',
    at: at(seconds),
    attempt: 'ann-1',
    rule: 'politely',
    version: 'v1',
    path,
    values: {},
  }) as const;

describe('ways through a callback rule', () => {
  it('count from tile to tile, on the day the rule decided', () => {
    expect(counted({ entries: [applied(['status', 'count', 'later'], DAY)] })).toEqual([
      {
        kind: 'rule',
        id: 'politely',
        version: 'v1',
        day: '2026-03-03',
        counts: { ' status': 1, 'status count': 1, 'count later': 1 },
      },
    ]);
  });

  it('count nothing where no rule decided', () => {
    expect(counted({})).toEqual([]);
  });
});

describe('ways through an IVR', () => {
  const way = { version: 'v2', path: ['answer', 'menu', 'menu', 'queue'] };
  const inbound: Attempt['inbound'] = { ivr: 'reception', identity: 'one', way };
  const begun: Attempt = { ...anAttempt(ann), direction: 'inbound', inbound };
  const ended: Attempt = { ...begun, version: 2, status: 'abandoned' };

  it('count when the call has ended, and once', () => {
    const going = counted({ attempt: { before: { ...begun, inbound: undefined }, after: begun } });
    const over = counted({ attempt: { before: begun, after: ended } });
    const later = counted({ attempt: { before: ended, after: { ...ended, version: 3 } } });

    expect([going, later]).toEqual([[], []]);
    expect(over).toEqual([
      {
        kind: 'ivr',
        id: 'reception',
        version: 'v2',
        day: '2026-03-02',
        counts: { ' answer': 1, 'answer menu': 1, 'menu menu': 1, 'menu queue': 1 },
      },
    ]);
  });

  it('count with the record that has the call in the end', () => {
    const moved = { ...ended, inbound: { ...inbound, movedTo: recordId('bob') } };

    expect(counted({ attempt: { before: begun, after: moved } })).toEqual([]);
  });
});

describe('ways of a day', () => {
  it('are summed by version, over campaigns and parts', () => {
    const sums = summedWays([
      { version: 'v1', counts: { ' a': 2, 'a b': 2 } },
      { version: 'v2', counts: { ' a': 1 } },
      { version: 'v1', counts: { ' a': 1, 'a c': 1 } },
    ]);

    expect(sums).toEqual([
      { version: 'v1', counts: { ' a': 3, 'a b': 2, 'a c': 1 } },
      { version: 'v2', counts: { ' a': 1 } },
    ]);
  });

  it('say how many came to each tile, along which line, and how many there were', () => {
    const counts = { ' a': 3, ' b': 1, 'a b': 2, 'a c': 1 };

    expect(waysAsTiles(counts)).toEqual({
      count: 4,
      tiles: { a: 3, b: 3, c: 1 },
      ways: [
        { from: 'a', to: 'b', count: 2 },
        { from: 'a', to: 'c', count: 1 },
      ],
    });
  });
});

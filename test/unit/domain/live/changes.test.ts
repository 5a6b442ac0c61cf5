// What somebody is told of changes, and what they are not.
import { describe, expect, it } from 'vitest';
import {
  changesIn,
  noticeFor as noticeOf,
  type WrittenLine,
} from '../../../../lib/domain/live/changes.ts';
import type { Watch } from '../../../../lib/domain/live/watch.ts';

const line = (
  campaign: string,
  record: string | undefined,
  version: number,
  entry: WrittenLine['entry'] = { type: 'record.closed' },
): WrittenLine => {
  const owner = record === undefined ? `campaign#${campaign}` : `${campaign}/${record}`;
  return { id: `${owner}.${String(version).padStart(9, '0')}.00`, campaign, record, entry };
};

const noticeFor = (campaigns: ReturnType<typeof changesIn>, watch: Watch) =>
  noticeOf({ campaigns, agents: false }, watch);

const EVERYTHING = { campaigns: 'all' } as const;

describe('what has changed', () => {
  it('is told once for each record, with its newest version', () => {
    const changes = changesIn([line('spring', 'ann', 3), line('spring', 'ann', 5)]);

    expect(noticeFor(changes, EVERYTHING)).toEqual({
      changed: [{ campaign: 'spring', records: { ann: 5 } }],
    });
  });

  it('names a campaign alone when none of its records is concerned', () => {
    const changes = changesIn([line('spring', undefined, 2)]);

    expect(noticeFor(changes, EVERYTHING)).toEqual({ changed: [{ campaign: 'spring' }] });
  });

  it('names no records any more when there are very many', () => {
    const many = Array.from({ length: 101 }, (_, n) => line('spring', `r-${n}`, 1));

    expect(noticeFor(changesIn(many), EVERYTHING)).toEqual({
      changed: [{ campaign: 'spring', more: true }],
    });
  });

  it('says nothing of what happened, nor whom it was about', () => {
    const entry = { type: 'call.answered', agent: 'anna', phoneEnds: '801', reason: 'Maria' };

    const notice = noticeFor(changesIn([line('spring', 'ann', 3, entry)]), EVERYTHING);

    expect(JSON.stringify(notice)).toBe('{"changed":[{"campaign":"spring","records":{"ann":3}}]}');
  });
});

describe('who is told', () => {
  const changes = changesIn([
    line('spring', 'ann', 3, { type: 'record.offered', agent: 'anna' }),
    line('autumn', 'bob', 7, { type: 'record.reserved', for: 'tom', by: 'ewa' }),
    line('autumn', 'eva', 8, { type: 'record.recall-scheduled', for: 1_772_000_000_000 }),
  ]);

  it('is told of the campaigns they supervise, and of no other', () => {
    expect(noticeFor(changes, { campaigns: ['spring'] })).toEqual({
      changed: [{ campaign: 'spring', records: { ann: 3 } }],
    });
  });

  it('is told as an agent that something is at the own desk, and of no record', () => {
    expect(noticeFor(changes, { campaigns: [], agent: 'anna' })).toEqual({
      changed: [],
      desk: true,
    });
    expect(noticeFor(changes, { campaigns: [], agent: 'tom' })).toEqual({
      changed: [],
      desk: true,
    });
  });

  it('is told that agents came or went as a supervisor, not who, and not as an agent', () => {
    const gone = { campaigns: [], agents: true };

    expect(noticeOf(gone, { campaigns: ['spring'] })).toEqual({ changed: [], agents: true });
    expect(noticeOf(gone, { campaigns: [], agent: 'anna' })).toBeUndefined();
  });

  it('is not disturbed by what is not theirs', () => {
    expect(noticeFor(changes, { campaigns: ['summer'], agent: 'ida' })).toBeUndefined();
  });
});

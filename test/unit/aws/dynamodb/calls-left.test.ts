import { describe, expect, it } from 'vitest';
import { CallsLeft } from '../../../../lib/aws/dynamodb/calls-left.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import { anAttempt, aRecord, at, taken } from '../../../support/records.ts';

const record = taken(aRecord());
const attempt = anAttempt(record);
const change = (changes: Partial<Attempt> = {}) => ({
  ...{ before: aRecord(), after: record, entries: [] },
  attempt: { before: undefined, after: { ...attempt, ...changes } },
});

describe('a call, as this function has left it', () => {
  it('is known until somebody else turns out to have changed it', () => {
    const left = new CallsLeft();

    left.note(change(), true);
    const known = left.of(attempt.id);
    left.note(change(), false);

    expect(known).toEqual({ record, attempt });
    expect(left.of(attempt.id)).toBeUndefined();
  });

  it.each([{ settled: true }, { timestamps: { disconnected: at(60) } }])(
    'is forgotten once it is over: %j',
    (over) => {
      const left = new CallsLeft();
      left.note(change(), true);

      left.note(change(over), true);

      expect(left.of(attempt.id)).toBeUndefined();
    },
  );

  it('is forgotten when its record was left to others', () => {
    const left = new CallsLeft();
    left.note(change(), true);

    left.note({ ...change({ askedAt: at(1) }), before: record }, true);

    expect(left.of(attempt.id)).toBeUndefined();
  });

  it('is one of the last thousand', () => {
    const left = new CallsLeft();
    const ids = Array.from({ length: 1001 }, (_, n) => anAttempt(record, `a${n}`).id);

    for (const id of ids) left.note(change({ id }), true);

    expect(ids.filter((id) => left.of(id) === undefined)).toEqual(['a0']);
  });
});

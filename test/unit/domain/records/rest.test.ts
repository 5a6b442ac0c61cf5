import { describe, expect, it } from 'vitest';
import { isDueSoon, rests } from '../../../../lib/domain/records/rest.ts';
import { aRecord, at, changed, NOW, taken } from '../../../support/records.ts';

describe('a rest', () => {
  const rest = { until: at(100), dueSoon: 3 };

  it('holds until its moment, as long as no record due soon has been counted', () => {
    expect(rests(rest, at(99), 3)).toBe(true);
    expect(rests(rest, at(100), 3)).toBe(false);
    expect(rests(rest, NOW, 4)).toBe(false);
    expect(rests(undefined, NOW, 3)).toBe(false);
  });
});

describe('a record', () => {
  const ann = aRecord();

  it('is due soon when it comes to the list, and its call is less than an hour away', () => {
    const due = (seconds: number) => aRecord('ann', { nextContact: at(seconds) });

    expect(
      [0, 3599, 3600].map((seconds) => isDueSoon({ before: undefined, after: due(seconds) })),
    ).toEqual([...[true, true, false]]);
    expect(isDueSoon({ before: taken(ann), after: { ...due(0), version: 3 } })).toBe(true);
  });

  it('is no news where it stays or goes back, and no longer due when it is taken', () => {
    expect(isDueSoon({ before: ann, after: changed(ann) })).toBe(false);
    expect(isDueSoon({ before: ann, after: changed(ann, { nextContact: at(60) }) })).toBe(false);
    expect(isDueSoon({ before: ann, after: taken(ann) })).toBe(false);
  });

  it('is news wherever it stays in a large centre: a deployment before may have had it elsewhere', () => {
    expect(isDueSoon({ before: ann, after: changed(ann) }, true)).toBe(true);
    expect(isDueSoon({ before: ann, after: taken(ann) }, true)).toBe(false);
  });

  it('is news where it comes forward, or to another rank', () => {
    const later = aRecord('ann', { nextContact: at(60) });

    expect(isDueSoon({ before: later, after: changed(later, { nextContact: NOW }) })).toBe(true);
    expect(isDueSoon({ before: ann, after: changed(ann, { weight: 5 }) })).toBe(true);
  });
});

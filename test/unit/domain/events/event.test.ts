import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../../../../lib/domain/events/event.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { instant } from '../../../../lib/domain/model/instant.ts';
import {
  campaignOwner,
  lineId,
  placeInChange,
  readLineId,
  recordOwner,
} from '../../../../lib/domain/model/journal-line.ts';
import { NOW, ref } from '../../../support/records.ts';

const ANN = recordOwner(ref('spring', 'ann'));

describe('an event (WHK-2)', () => {
  it('carries its content under an id, in the order of its record', () => {
    const entry = { type: 'record.closed', at: NOW, because: 'sold' } as const;
    const id = lineId(ANN, placeInChange(12, 3));

    const event = eventOf({ id, campaign: 'spring', record: 'ann', entry });

    expect(event).toEqual({
      type: 'record.closed',
      detail: {
        version: 1,
        id: 'spring/ann.000000012.03',
        sequence: 1203,
        campaign: 'spring',
        record: 'ann',
        at: '2026-03-02T09:00:00.000Z',
        because: 'sold',
      },
    });
  });

  it('of a campaign names no record', () => {
    const entry = { type: 'campaign.exhausted', at: instant(0) } as const;
    const id = lineId(campaignOwner(campaignId('spring')), placeInChange(2, 0));

    const { detail } = eventOf({ id, campaign: 'spring', entry });

    expect(detail).toEqual({
      version: 1,
      id: 'campaign#spring.000000002.00',
      sequence: 200,
      campaign: 'spring',
      at: '1970-01-01T00:00:00.000Z',
    });
  });
});

describe('the id of a journal entry', () => {
  const place = fc.tuple(fc.nat(999_999_999), fc.nat(99));

  it('is read back as it was made, whatever the record is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), place, (owner, [version, n]) => {
        const read = readLineId(lineId(owner, placeInChange(version, n)));

        expect(read).toEqual({
          owner,
          place: placeInChange(version, n),
          sequence: version * 100 + n,
          ...{ version, n },
        });
      }),
    );
  });

  it('sorts as text the way its sequence does', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const [a, b] = [lineId(ANN, placeInChange(...one)), lineId(ANN, placeInChange(...other))];
        const [s, t] = [readLineId(a).sequence, readLineId(b).sequence];

        expect(a < b).toBe(s < t);
      }),
    );
  });

  it('of another shape is a mistake of ours', () => {
    expect(() => readLineId('spring/ann')).toThrow("'spring/ann' is no id of an entry");
  });
});

import { describe, expect, it } from 'vitest';
import { identify, recognise } from '../../../../lib/domain/inbound/identify.ts';
import { aRecord, at } from '../../../support/records.ts';

const phone = (value: string) => [{ value, isDefault: true }];

describe('whose call it is (IVR-12)', () => {
  it('follows from how many records have the number, with what was looked at', () => {
    const [ann, ben] = [aRecord('ann'), aRecord('ben', { lastContact: at(-60) })];

    expect(identify([], true)).toEqual({
      identity: 'none',
      gates: [
        { gate: 'number-shown', passed: false, saw: 'withheld' },
        { gate: 'records-with-number', passed: false, saw: 0, wanted: 1 },
      ],
    });
    expect(identify([ann], false)).toEqual({
      identity: 'one',
      holder: ann,
      gates: [
        { gate: 'number-shown', passed: true, saw: 'shown' },
        { gate: 'records-with-number', passed: true, saw: 1, wanted: 1 },
      ],
    });
    expect(identify([ann, ben], false)).toMatchObject({
      identity: 'several',
      holder: ben,
      gates: [{ passed: true }, { passed: false, saw: 2 }],
    });
  });

  it('is the record touched last when none was in contact yet', () => {
    const [ann, ben] = [aRecord('ann'), aRecord('ben', { updatedAt: at(1) })];

    expect(identify([ann, ben], false).holder).toBe(ben);
    expect(identify([aRecord('zoe'), ann], false).holder).toBe(ann);
  });

  it('is the one in contact last, whatever was touched since', () => {
    const spoke = aRecord('ann', { lastContact: at(-60) });
    const touched = aRecord('ben', { lastContact: at(-61), updatedAt: at(99) });

    expect(identify([touched, spoke], false).holder).toBe(spoke);
  });
});

describe('a caller who keys a value (IVR-5)', () => {
  const ann = aRecord('ann', { phones: phone('+48600000001') });
  const ben = aRecord('ben', { phones: phone('+48600000002') });

  it('is recognised only when one record is left', () => {
    expect(recognise([ann], '+48600000009').recognised).toBe(ann);
    expect(recognise([ann, ben], '+48600000002').recognised).toBe(ben);
    expect(recognise([ann, ben], '+48600000009').recognised).toBeUndefined();
    expect(recognise([], '+48600000001').recognised).toBeUndefined();
  });

  it('is not, when two records have both the value and the number', () => {
    const twin = aRecord('twin', { phones: phone('+48600000001') });

    expect(recognise([ann, twin, ben], '+48600000001')).toEqual({
      gates: [
        { gate: 'records-with-value', passed: true, saw: 3 },
        { gate: 'caller-recognised', passed: false, saw: 2 },
      ],
    });
  });

  it('says what it looked at', () => {
    expect(recognise([], '+48600000001').gates).toEqual([
      { gate: 'records-with-value', passed: false, saw: 0 },
      { gate: 'caller-recognised', passed: false, saw: 0 },
    ]);
    expect(recognise([ann], '').gates).toMatchObject([{ passed: true }, { passed: true, saw: 1 }]);
  });
});

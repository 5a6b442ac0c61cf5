// The mistakes of IVRs and inbound campaigns, each made once in a centre that answers calls.
import { describe, expect, it } from 'vitest';
import { IVR_CODES, type IvrCode } from '../../../../lib/language/diagnostic-codes.ts';
import { diagnose, IVR_FILES, placeOf } from '../../../support/a-centre.ts';
import { IVR_MISTAKES } from '../../../support/ivr-mistakes.ts';

const CODES = Object.keys(IVR_CODES) as IvrCode[];

it('finds nothing in a centre that answers calls and is in order', () => {
  expect(diagnose({}, IVR_FILES)).toEqual([]);
});

describe.each(CODES)('%s', (code) => {
  const { wrong, told, right, recordings } = IVR_MISTAKES[code];

  it('is told with its place, and nothing else', () => {
    const found = diagnose(wrong, IVR_FILES, recordings);

    expect(found.map((one) => `${placeOf(one)} ${one.message}`)).toEqual(told);
    expect(found.map((one) => one.code)).toContain(code);
  });

  it('is not told of what is right', () => {
    expect(diagnose(right, IVR_FILES)).toEqual([]);
  });
});

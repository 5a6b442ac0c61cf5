import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CALL_ATTRIBUTES,
  flowAttribute,
  parameterAttribute,
  priorityAttribute,
  valueAttribute,
  visitsAttribute,
} from '../../../../lib/domain/calls/call-attributes.ts';

const NAMES = [
  valueAttribute,
  priorityAttribute,
  visitsAttribute,
  parameterAttribute,
  flowAttribute,
];
const anyId = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,3}$/);

describe('a contact attribute', () => {
  it('has a name that Connect takes, whatever id it is made of', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        for (const name of NAMES) expect(name(id)).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
      }),
    );
  });

  it('is never that of another id, of another kind, or of what every call has', () => {
    const fixed: readonly string[] = Object.values(CALL_ATTRIBUTES);
    fc.assert(
      fc.property(fc.uniqueArray(anyId, { minLength: 2, maxLength: 5 }), (ids) => {
        const names = [...fixed, ...ids.flatMap((id) => NAMES.map((name) => name(id)))];

        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

// Whatever an author types, the loader answers with diagnostics in the files; it never throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CENTRE_FILES, diagnose } from '../../support/a-centre.ts';

const PATHS = Object.keys(CENTRE_FILES) as (keyof typeof CENTRE_FILES)[];
const SNIPPETS = [':', '- ', '*x', '&x', '"', "'", '{', '}', '[', ']', '\n', '\t', '|', '>', '#'];

/** A file of the centre with a piece cut out and something typed there instead. */
const anyEdit = fc
  .record({
    path: fc.constantFrom(...PATHS),
    from: fc.nat(1200),
    length: fc.nat(25),
    typed: fc.oneof(
      fc.constantFrom(...SNIPPETS),
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        'null',
        'true',
        '7',
        '__proto__: x',
        '<<: *x',
        '? [a]\n: b',
        'constructor: 1',
      ),
    ),
  })
  .map(({ path, from, length, typed }) => {
    const text: string = CENTRE_FILES[path];
    const start = from % text.length;
    return { path, text: text.slice(0, start) + typed + text.slice(start + length) };
  });

describe('any text', () => {
  it('is answered with diagnostics that stand in the files, each with a remedy', () => {
    fc.assert(
      fc.property(anyEdit, ({ path, text }) => {
        const found = diagnose({ [path]: text });

        const lines = new Map<string, number>(
          PATHS.map((file) => [
            file,
            (file === path ? text : CENTRE_FILES[file]).split('\n').length,
          ]),
        );
        for (const { at, message, remedy } of found) {
          expect(at.line).toBeGreaterThanOrEqual(1);
          expect(at.line).toBeLessThanOrEqual(lines.get(at.file) ?? 1);
          expect(at.column).toBeGreaterThanOrEqual(1);
          expect(message).not.toMatch(/undefined|\[object|Invalid input/);
          expect(remedy).not.toBe('');
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

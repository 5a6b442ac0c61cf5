import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { own, withoutPrototypes } from '../../../lib/language/dictionary.ts';
import { exampleFolder, loadExample } from '../../support/example.ts';

const INHERITED = Object.getOwnPropertyNames(Object.prototype);

describe('a table that is asked for a name from outside', () => {
  it.each(INHERITED)('has no entry %s of its own', (name) => {
    expect(own({ here: 1 }, name)).toBeUndefined();
    expect(own({ here: 1 }, 'here')).toBe(1);
  });
});

describe('data without prototypes', () => {
  it('are the same data, with nothing inherited at any depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = withoutPrototypes(value);

        expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
        expect(inherited(copy)).toEqual([]);
      }),
    );
  });

  it('keep a key that would otherwise be the prototype', () => {
    const copy = withoutPrototypes(JSON.parse('{"__proto__":{"queue":"sales"}}')) as object;

    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect('queue' in copy).toBe(false);
  });

  it('are what a folder of definitions is loaded as', async () => {
    const { definitions } = await loadExample(exampleFolder('medika-reception'));

    expect(Object.keys(definitions.campaigns).length).toBeGreaterThan(0);
    expect(inherited(definitions)).toEqual([]);
  });
});

/** Every inherited member that can be reached by a name, however deep. */
function inherited(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(inherited);
  if (Array.isArray(value)) return inner;
  return [...INHERITED.filter((name) => !Object.hasOwn(value, name) && name in value), ...inner];
}

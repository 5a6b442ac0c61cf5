// References of compiled flows by name: what stands in a test, or is shown to a person, is what authors wrote.
import type { References } from '../../compiler/ivr/compiled-ivr.ts';
import type { Definitions } from '../../language/definitions.ts';

/**
 * Own numbers by id. One that Connect is to claim has no number yet; one with a country code that no country has stands for it.
 */
export function ownNumbers({ centre }: Definitions): Readonly<Record<string, string>> {
  const entries = Object.entries(centre.numbers).map(([id, own], index) => [
    id,
    'number' in own ? own.number : `+999${String(index + 1).padStart(9, '0')}`,
  ]);
  return Object.fromEntries(entries);
}

export function namedReferences(definitions: Definitions): References {
  const numbers = ownNumbers(definitions);
  const itself = (name: string) => name;
  return {
    lambda: itself,
    queue: itself,
    hours: itself,
    prompt: itself,
    number: (id) => numbers[id] ?? id,
    flow: itself,
  };
}

import type { Check } from '../check-facts.ts';

/** A scenario has one expectation for each call (NEW-3). */
export const scenarioLengths: Check = function* ({ places, scenarios }) {
  for (const [rule, list] of Object.entries(scenarios)) {
    for (const [index, { name, calls, expect }] of list.entries()) {
      const wanted = total(calls);
      const found = total(expect);
      if (wanted === found) continue;
      const at = places.keyAt(['scenarios', rule, index, 'expect']);
      const message = `'${name}' has ${counted(wanted, 'call')}, but ${counted(found, 'expectation')}`;
      yield { at, message };
    }
  }
};

const total = (items: readonly { readonly times: number }[]) =>
  items.reduce((sum, { times }) => sum + times, 0);

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

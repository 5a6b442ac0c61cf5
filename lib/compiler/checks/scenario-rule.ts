import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, idsOf, unlessKnown } from './check-facts.ts';

/** Scenarios stand beside a rule (NEW-3). */
export const scenarioRule: Check = function* (facts) {
  const { places, scenarios } = facts;
  for (const rule of Object.keys(scenarios)) {
    const at = places.keyAt(['scenarios', rule]);
    const known = idsOf(facts, 'rules');
    yield* unlessKnown('scenario-without-rule', rule, known, at, `there is no rule '${rule}'`);
  }
};

/** One expectation for every call. */
export const scenarioLengths: Check = function* ({ places, scenarios }) {
  for (const [rule, list] of Object.entries(scenarios)) {
    for (const [index, { name, calls, expect }] of list.entries()) {
      const wanted = total(calls);
      const found = total(expect);
      if (wanted === found) continue;
      const at = places.keyAt(['scenarios', rule, index, 'expect']);
      const message = `'${name}' has ${wanted} calls, but ${found} expectations`;
      yield diagnostic('scenario-lengths', at, message);
    }
  }
};

const total = (items: readonly { readonly times: number }[]) =>
  items.reduce((sum, { times }) => sum + times, 0);

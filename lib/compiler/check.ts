// Everything that can be wrong with definitions apart from their shape. All checks run on what
// could be read, whatever is broken elsewhere, and everything they find is reported at once, in
// file order.
import type { Diagnostic } from '../language/diagnostic.ts';
import { diagnostic } from '../language/diagnostic-codes.ts';
import type { Loaded } from '../language/load.ts';
import { CHECKS, type CheckCode } from './checks/all-checks.ts';
import { type CheckFacts, inboundCampaigns } from './checks/check-facts.ts';

/** Ask the compiler, so they run on those definitions only that are right otherwise. */
const CHECKS_OF_FLOWS: readonly CheckCode[] = ['too-much-after-queue'];

/** Everything the loader and the checks find. */
export function checkLoaded(
  { readable, gaps, places, scenarios, ivrTests, diagnostics }: Loaded,
  material: Pick<CheckFacts, 'attachments' | 'attachmentSizes' | 'recordings'>,
): readonly Diagnostic[] {
  const facts = { definitions: readable, gaps, places, scenarios, ivrTests, ...material };
  const codes = Object.keys(CHECKS) as CheckCode[];
  const others = codes.filter((code) => !CHECKS_OF_FLOWS.includes(code));
  const found = [...diagnostics, ...others.flatMap((code) => run(code, facts))];
  const right = { ...facts, definitions: compilable(facts, found) };
  const ofFlows = CHECKS_OF_FLOWS.flatMap((code) => run(code, right));
  return [...found, ...ofFlows].toSorted(inOrder);
}

function run(code: CheckCode, facts: CheckFacts): readonly Diagnostic[] {
  return Array.from(CHECKS[code](facts), ({ at, message, remedy }) =>
    diagnostic(code, at, message, remedy),
  );
}

/**
 * Only campaigns whose files, and the files all campaigns share, could be read and have no error.
 */
function compilable(
  { definitions, gaps }: CheckFacts,
  found: readonly Diagnostic[],
): CheckFacts['definitions'] {
  const wrong = new Set(
    found.filter(({ severity }) => severity === 'error').map(({ at }) => at.file),
  );
  const shared = [['centre'], ['hours'], ['groups'], ['queues']];
  const right = inboundCampaigns(definitions).filter(([id, { ivr }]) => {
    const files = [...shared, ['campaigns', id], ['ivrs', ivr]];
    const isRight = files.every(
      (place) => gaps.isWhole(place) && !wrong.has(`${place.join('/')}.yaml`),
    );
    return isRight && ivr in definitions.ivrs;
  });
  const campaigns = Object.fromEntries(right.map(([id, , campaign]) => [id, campaign]));
  return { ...definitions, campaigns };
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column;
}

import type { CheckFacts, Finding } from '../check-facts.ts';
import { blockPath, blocksOfKind, type Check } from '../check-facts.ts';

/**
 * Settings that depend on digits the caller keys need the question that asks for them (IVR-5,
 * IVR-24).
 */
export const askMissing: Check = function* (facts) {
  for (const [ivr, id, block] of blocksOfKind(facts.definitions, 'authorise')) {
    if (block.ask !== undefined) continue;
    if (block.digits !== undefined) yield* withoutAsk(facts, ivr, id, 'digits');
    if (block.field !== undefined) yield* withoutAsk(facts, ivr, id, 'field');
  }
  for (const [ivr, id, block] of blocksOfKind(facts.definitions, 'callback')) {
    if (block.ask !== undefined || block.declined === undefined) continue;
    yield* withoutAsk(facts, ivr, id, 'declined');
  }
};

function* withoutAsk(
  { gaps, places }: CheckFacts,
  ivr: string,
  id: string,
  key: string,
): Generator<Finding> {
  if (!gaps.isWhole([...blockPath(ivr, id), 'ask'])) return;
  const at = places.keyAt([...blockPath(ivr, id), key]);
  yield { at, message: `block '${id}' has '${key}', but no 'ask'` };
}

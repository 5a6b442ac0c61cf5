import type { Diagnostic } from '../../language/diagnostic.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  inboundCampaigns,
  inboundPath,
} from './check-facts.ts';

/** What depends on keyed digits stands with the question, and the other way round (IVR-5, IVR-24). */
export const askMissing: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  for (const [ivr, id, block] of blocksOfKind(definitions, 'authorise')) {
    for (const key of ['digits', 'field'] as const) {
      if (block.ask !== undefined || block[key] === undefined) continue;
      if (!gaps.isWhole([...blockPath(ivr, id), 'ask'])) continue;
      const at = places.keyAt([...blockPath(ivr, id), key]);
      yield diagnostic('ask-missing', at, `block '${id}' has '${key}', but asks for nothing`);
    }
    if (block.ask !== undefined && block.field === undefined) yield* withoutField(facts, ivr, id);
  }
  for (const [ivr, id, { ask, declined }] of blocksOfKind(definitions, 'callback')) {
    if (ask !== undefined || declined === undefined) continue;
    if (!gaps.isWhole([...blockPath(ivr, id), 'ask'])) continue;
    const at = places.keyAt([...blockPath(ivr, id), 'declined']);
    yield diagnostic('ask-missing', at, `block '${id}' has 'declined', but asks for nothing`);
  }
};

/** Another system knows by itself what the digits mean (INB-14). */
function* withoutField(
  { definitions, gaps, places }: CheckFacts,
  ivr: string,
  id: string,
): Generator<Diagnostic> {
  const internal = inboundCampaigns(definitions).some(
    ([campaign, inbound]) =>
      inbound.ivr === ivr &&
      inbound.authorisation === 'internal' &&
      gaps.isWhole([...inboundPath(campaign), 'authorisation']),
  );
  if (!internal || !gaps.isWhole([...blockPath(ivr, id), 'field'])) return;
  const at = places.keyAt(blockPath(ivr, id));
  yield diagnostic('field-missing', at, `block '${id}' asks for digits, but of which field?`);
}

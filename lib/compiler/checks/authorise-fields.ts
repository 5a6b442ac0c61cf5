import type { Diagnostic } from '../../language/diagnostic.ts';
import type { Path } from '../../language/read-yaml.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  fieldsOf,
  inboundCampaigns,
  inboundPath,
  unlessKnown,
} from './check-facts.ts';

/** Callers are recognised by a field that the campaign has (IVR-5, INB-14). */
export const authoriseFields: Check = function* (facts) {
  for (const [id, { ivr, authorisation }] of inboundCampaigns(facts.definitions)) {
    if (authorisation !== 'internal') {
      const path = [...inboundPath(id), 'authorisation', 'field'];
      yield* inCampaign(facts, id, authorisation.field, path);
    }
    for (const [of, block, { field }] of blocksOfKind(facts.definitions, 'authorise')) {
      if (of !== ivr || field === undefined) continue;
      yield* inCampaign(facts, id, field, [...blockPath(ivr, block), 'field']);
    }
  }
};

function* inCampaign(
  facts: CheckFacts,
  campaign: string,
  field: string,
  path: Path,
): Generator<Diagnostic> {
  const known = fieldsOf(facts, campaign);
  const message = `campaign '${campaign}' has no field '${field}'`;
  yield* unlessKnown('unknown-field', field, known, facts.places.valueAt(path), message);
}

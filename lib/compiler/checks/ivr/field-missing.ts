import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  inboundCampaigns,
  inboundPath,
} from '../check-facts.ts';

/**
 * Digits the caller keys are compared with a field of our own records (IVR-5). Another system knows
 * by itself what they mean (INB-14).
 */
export const fieldMissing: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  for (const [ivr, id, { ask, field }] of blocksOfKind(definitions, 'authorise')) {
    if (ask === undefined || field !== undefined || !isOwnRecords(facts, ivr)) continue;
    if (!gaps.isWhole([...blockPath(ivr, id), 'field'])) continue;
    const message = `block '${id}' asks for digits, but has no 'field' to compare them with`;
    yield { at: places.keyAt(blockPath(ivr, id)), message };
  }
};

const isOwnRecords = ({ definitions, gaps }: CheckFacts, ivr: string): boolean =>
  inboundCampaigns(definitions).some(
    ([campaign, inbound]) =>
      inbound.ivr === ivr &&
      inbound.authorisation === 'internal' &&
      gaps.isWhole([...inboundPath(campaign), 'authorisation']),
  );

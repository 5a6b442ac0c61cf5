import {
  blockPath,
  blocksOfKind,
  type Check,
  inboundCampaigns,
  inboundPath,
} from '../check-facts.ts';

/**
 * A voicemail is sent by e-mail, from a mailbox of each campaign that uses the IVR (INB-6, IVR-23).
 */
export const voicemailWithoutMailbox: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, id] of blocksOfKind(definitions, 'voicemail')) {
    for (const [campaign, inbound] of inboundCampaigns(definitions)) {
      if (inbound.ivr !== ivr || inbound.voicemail) continue;
      if (!gaps.isWhole([...inboundPath(campaign), 'voicemail'])) continue;
      const at = places.keyAt(blockPath(ivr, id));
      const message = `block '${id}' records a message, but campaign '${campaign}' has no 'voicemail'`;
      yield { at, message };
    }
  }
};

import {
  blockPath,
  blocksOfKind,
  type Check,
  inboundCampaigns,
  inboundPath,
} from '../check-facts.ts';

/** A callback is placed by the outbound channel of the same campaign (INB-13, IVR-24). */
export const callbackWithoutOutbound: Check = function* (facts) {
  yield* promisedToCallers(facts);
  yield* setByClassifiers(facts);
};

/** A classifier schedules a recall, or another text, on the same channel (CLS-2). */
const setByClassifiers: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { channels, classifiers }] of Object.entries(definitions.campaigns)) {
    if (channels.outbound || channels.sms || !gaps.isWhole(['campaigns', id, 'channels'])) continue;
    for (const [name, { recontact }] of Object.entries(classifiers)) {
      if (recontact === undefined) continue;
      const at = places.keyAt(['campaigns', id, 'classifiers', name, 'recontact']);
      const message = `classifier '${name}' schedules a recall, but campaign '${id}' has no outbound channel`;
      yield { at, message };
    }
  }
};

const promisedToCallers: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { ivr, callBack }, { channels }] of inboundCampaigns(definitions)) {
    if (channels.outbound || !gaps.isWhole(['campaigns', id, 'channels', 'outbound'])) continue;
    if (callBack === 'always') {
      const at = places.valueAt([...inboundPath(id), 'callBack']);
      yield { at, message: `campaign '${id}' calls back, but has no outbound channel` };
    }
    for (const [of, block] of blocksOfKind(definitions, 'callback')) {
      if (of !== ivr) continue;
      const at = places.keyAt(blockPath(ivr, block));
      const message = `block '${block}' promises a callback, but campaign '${id}' has no outbound channel`;
      yield { at, message };
    }
  }
};

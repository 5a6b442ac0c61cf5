import { type Check, outboundCampaigns, outboundPath } from '../check-facts.ts';

/** Mode ratio has a pickup rate, and no other mode has one or says whom it counts (DIA-2). */
export const pickupRate: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { mode, pickupRate: rate, per }] of outboundCampaigns(definitions)) {
    const [modePath, ratePath] = [
      [...outboundPath(id), 'mode'],
      [...outboundPath(id), 'pickupRate'],
    ] as const;
    if (!gaps.isWhole(modePath) || !gaps.isWhole(ratePath)) continue;
    if (mode !== 'ratio' && per !== undefined) {
      const at = places.keyAt([...outboundPath(id), 'per']);
      yield { at, message: `'per' has no effect in mode '${mode}'` };
    }
    if (mode === 'ratio' && rate === undefined) {
      yield { at: places.valueAt(modePath), message: "mode 'ratio' needs a 'pickupRate'" };
    }
    if (mode !== 'ratio' && rate !== undefined) {
      const message = `'pickupRate' has no effect in mode '${mode}'`;
      yield { at: places.keyAt(ratePath), message };
    }
    if (mode === 'ratio' && rate === 0) {
      yield { at: places.valueAt(ratePath), message: 'a pickup rate of 0% means nobody answers' };
    }
  }
};

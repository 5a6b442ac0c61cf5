import { type Check, outboundCampaigns } from '../check-facts.ts';

/**
 * A campaign whose rule sends e-mails reads addresses from its contacts file, if it maps columns at
 * all.
 */
export const emailColumnMissing: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { rule = '' }, { columns }] of outboundCampaigns(definitions)) {
    if (columns === undefined || columns.email !== undefined) continue;
    if (!gaps.isWhole(['campaigns', id, 'columns', 'email'])) continue;
    const tiles = Object.values(definitions.rules[rule]?.tiles ?? {});
    if (!tiles.some(({ kind }) => kind === 'send-email')) continue;
    const at = places.keyAt(['campaigns', id, 'columns']);
    yield { at, message: `rule '${rule}' sends e-mails, but no column has e-mail addresses` };
  }
};

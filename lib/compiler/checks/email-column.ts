import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, outboundCampaigns } from './check-facts.ts';

/** A campaign whose rule sends e-mails reads addresses from its contacts file, if it names columns at all. */
export const emailColumn: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { rule = '' }, { columns }] of outboundCampaigns(definitions)) {
    if (columns === undefined || columns.email !== undefined) continue;
    if (!gaps.isWhole(['campaigns', id, 'columns', 'email'])) continue;
    const tiles = Object.values(definitions.rules[rule]?.tiles ?? {});
    if (!tiles.some(({ kind }) => kind === 'send-email')) continue;
    const message = `rule '${rule}' sends e-mails, but no column holds e-mail addresses`;
    yield diagnostic('email-column-missing', places.keyAt(['campaigns', id, 'columns']), message);
  }
};

import { type Check, campaignsUsing, tilesOfKind } from '../check-facts.ts';

/** Marketing e-mails say how to get no more of them (NEW-8). */
export const emailWithoutUnsubscribe: Check = function* ({ definitions, gaps, places }) {
  const { unsubscribeAt } = definitions.centre.email;
  if (unsubscribeAt !== undefined || !gaps.isWhole(['centre', 'email'])) return;
  const rules = new Set(tilesOfKind(definitions, 'send-email').map(([rule]) => rule));
  for (const rule of rules) {
    for (const [id, { purpose }] of campaignsUsing(definitions, rule)) {
      if (purpose !== 'marketing') continue;
      const at = places.valueAt(['campaigns', id, 'purpose']);
      const message = `rule '${rule}' sends marketing e-mails of campaign '${id}' that nobody can unsubscribe from`;
      yield { at, message };
    }
  }
};

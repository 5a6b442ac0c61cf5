import { type Check, campaignsUsing, tilesOfKind } from '../check-facts.ts';
import { emailTemplates } from '../desk-templates.ts';

/** Marketing e-mails say how to get no more of them (NEW-8). */
export const emailWithoutUnsubscribe: Check = function* ({ definitions, gaps, places }) {
  const { unsubscribeAt } = definitions.centre.email;
  if (unsubscribeAt !== undefined || !gaps.isWhole(['centre', 'email'])) return;
  const rules = new Set(tilesOfKind(definitions, 'send-email').map(([rule]) => rule));
  const byRule = [...rules].flatMap((rule) =>
    campaignsUsing(definitions, rule).map(([id]) => ({ id, by: `rule '${rule}'` })),
  );
  const byClassifier = Object.entries(definitions.campaigns).flatMap(([id, { classifiers }]) =>
    Object.entries(classifiers).flatMap(([name, { sendsEmail }]) =>
      sendsEmail === undefined ? [] : [{ id, by: `classifier '${name}'` }],
    ),
  );
  const byAgents = emailTemplates(definitions).map(({ campaign: id, of: by }) => ({ id, by }));
  for (const { id, by } of [...byRule, ...byClassifier, ...byAgents]) {
    if (definitions.campaigns[id]?.purpose !== 'marketing') continue;
    const at = places.valueAt(['campaigns', id, 'purpose']);
    const message = `${by} sends marketing e-mails of campaign '${id}' that nobody can unsubscribe from`;
    yield { at, message };
  }
};

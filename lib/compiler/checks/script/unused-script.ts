import { ANY } from '../../../language/gaps.ts';
import type { Check } from '../check-facts.ts';
import { scriptUses } from '../scripts.ts';

/** A script is shown with the calls of a campaign or a queue (DIA-5). */
export const unusedScript: Check = function* ({ definitions, gaps, places }) {
  const users = [
    ['queues', ANY, 'script'],
    ...['outbound', 'inbound'].map((channel) => ['campaigns', ANY, 'channels', channel, 'script']),
  ];
  if (!users.every(gaps.isWhole)) return;
  const used = scriptUses(definitions).map(({ script }) => script);
  for (const script of Object.keys(definitions.scripts).filter((id) => !used.includes(id))) {
    const at = places.keyAt(['scripts', script]);
    yield { at, message: `no campaign and no queue uses script '${script}'` };
  }
};

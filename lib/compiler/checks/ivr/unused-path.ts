import { ANY } from '../../../language/gaps.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  inboundCampaigns,
  ownNumbers,
} from '../check-facts.ts';

/** Every path can be taken (IVR-26). */
export const unusedPath: Check = function* (facts) {
  yield* byDestination(facts);
  yield* byIdentity(facts);
  yield* ofOverflow(facts);
  yield* ofFullQueue(facts);
};

/** A caller reaches this IVR only by a number of a campaign that uses it. */
const byDestination: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  const own = ownNumbers(facts);
  if (!gaps.isWhole(['campaigns', ANY, 'channels', 'inbound'])) return;
  for (const [ivr, id, { paths }] of blocksOfKind(definitions, 'route-by-destination')) {
    const users = inboundCampaigns(definitions).filter(([, inbound]) => inbound.ivr === ivr);
    const dialed = new Set(users.flatMap(([, { numbers }]) => numbers));
    for (const number of Object.keys(paths)) {
      if (users.length === 0 || dialed.has(number) || !own.known.includes(number)) continue;
      const at = places.keyAt([...blockPath(ivr, id), 'paths', number]);
      yield { at, message: `no campaign that uses this IVR has the number '${number}'` };
    }
  }
};

const IDENTITIES: readonly string[] = ['one', 'several', 'none'];

const byIdentity: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, id, { value, is, to }] of blocksOfKind(definitions, 'condition')) {
    if (value !== 'identity' || is !== '=' || IDENTITIES.includes(String(to))) continue;
    if (!gaps.isWhole([...blockPath(ivr, id), 'is'])) continue;
    const at = places.valueAt([...blockPath(ivr, id), 'to']);
    const message = `'met' of block '${id}' can never be taken: identity is one, several or none`;
    yield { at, message };
  }
};

const ofOverflow: Check = function* ({ definitions, places }) {
  for (const [ivr, id, { most }] of blocksOfKind(definitions, 'overflow')) {
    if (most > 0) continue;
    const at = places.keyAt([...blockPath(ivr, id), 'within']);
    yield { at, message: `'within' of block '${id}' can never be taken: 'most' is 0` };
  }
};

const ofFullQueue: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, id, { queue, full }] of blocksOfKind(definitions, 'queue')) {
    const known = definitions.queues[queue];
    if (full === undefined || known === undefined || known.capacity !== undefined) continue;
    if (!gaps.isWhole(['queues', queue, 'capacity'])) continue;
    const at = places.keyAt([...blockPath(ivr, id), 'full']);
    const message = `'full' of block '${id}' can never be taken: queue '${queue}' has no 'capacity'`;
    yield { at, message };
  }
};

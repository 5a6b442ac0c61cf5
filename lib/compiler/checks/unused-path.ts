import type { Diagnostic } from '../../language/diagnostic.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import { ANY } from '../../language/gaps.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  inboundCampaigns,
  ownNumbers,
  unlessKnown,
} from './check-facts.ts';

/** Every path can be taken (IVR-26). */
export const unusedPath: Check = function* (facts) {
  yield* byDestination(facts);
  yield* byIdentity(facts);
  const { definitions, gaps, places } = facts;
  for (const [ivr, id, { most }] of blocksOfKind(definitions, 'overflow')) {
    if (most > 0) continue;
    const at = places.keyAt([...blockPath(ivr, id), 'within']);
    yield diagnostic('unused-path', at, `'within' of block '${id}' has room for nobody`);
  }
  for (const [ivr, id, { queue, full }] of blocksOfKind(definitions, 'queue')) {
    const known = definitions.queues[queue];
    if (full === undefined || known === undefined || known.capacity !== undefined) continue;
    if (!gaps.isWhole(['queues', queue, 'capacity'])) continue;
    const at = places.keyAt([...blockPath(ivr, id), 'full']);
    const message = `'full' of block '${id}' is never taken: the queue '${queue}' has no 'capacity'`;
    yield diagnostic('unused-path', at, message);
  }
};

/** A number that leads to no campaign with this IVR is not dialed here. */
function* byDestination(facts: CheckFacts): Generator<Diagnostic> {
  const { definitions, gaps, places } = facts;
  const own = ownNumbers(facts);
  const areUsersKnown = gaps.isWhole(['campaigns', ANY, 'channels', 'inbound']);
  for (const [ivr, id, { paths }] of blocksOfKind(definitions, 'route-by-destination')) {
    const users = inboundCampaigns(definitions).filter(([, inbound]) => inbound.ivr === ivr);
    const dialed = new Set(users.flatMap(([, { numbers }]) => numbers));
    for (const number of Object.keys(paths)) {
      const at = places.keyAt([...blockPath(ivr, id), 'paths', number]);
      yield* unlessKnown('unknown-number', number, own, at, `there is no own number '${number}'`);
      if (!areUsersKnown || !own.known.includes(number) || users.length === 0 || dialed.has(number))
        continue;
      const message = `'${number}' leads to no campaign that uses this IVR`;
      yield diagnostic('unused-path', at, message);
    }
  }
}

const IDENTITIES: readonly string[] = ['one', 'several', 'none'];

/** `identity` is one of three words. */
function* byIdentity({ definitions, gaps, places }: CheckFacts): Generator<Diagnostic> {
  for (const [ivr, id, { value, is, to }] of blocksOfKind(definitions, 'condition')) {
    if (value !== 'identity' || is !== '=' || IDENTITIES.includes(String(to))) continue;
    if (!gaps.isWhole([...blockPath(ivr, id), 'is'])) continue;
    const at = places.valueAt([...blockPath(ivr, id), 'to']);
    yield diagnostic(
      'unused-path',
      at,
      `'met' of block '${id}' is never taken: identity is one, several or none`,
    );
  }
}

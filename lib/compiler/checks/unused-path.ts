import type { Diagnostic } from '../../language/diagnostic.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  inboundCampaigns,
  unlessKnown,
} from './check-facts.ts';

/** Every path can be taken (IVR-26). */
export const unusedPath: Check = function* (facts) {
  yield* byDestination(facts);
  yield* byIdentity(facts);
  const { definitions, places } = facts;
  for (const [ivr, id, { most }] of blocksOfKind(definitions, 'overflow')) {
    if (most > 0) continue;
    const at = places.keyAt([...blockPath(ivr, id), 'within']);
    yield diagnostic('unused-path', at, `'within' of block '${id}' has room for nobody`);
  }
  for (const [ivr, id, { queue, full }] of blocksOfKind(definitions, 'queue')) {
    const known = definitions.queues[queue];
    if (full === undefined || known === undefined || known.capacity !== undefined) continue;
    const at = places.keyAt([...blockPath(ivr, id), 'full']);
    const message = `'full' of block '${id}' is never taken: the queue '${queue}' has no 'capacity'`;
    yield diagnostic('unused-path', at, message);
  }
};

/** A number that leads to no campaign with this IVR is not dialed here. */
function* byDestination({ definitions, places }: CheckFacts): Generator<Diagnostic> {
  const own = Object.keys(definitions.centre.numbers);
  for (const [ivr, id, { paths }] of blocksOfKind(definitions, 'route-by-destination')) {
    const users = inboundCampaigns(definitions).filter(([, inbound]) => inbound.ivr === ivr);
    const dialed = new Set(users.flatMap(([, { numbers }]) => numbers));
    for (const number of Object.keys(paths)) {
      const at = places.keyAt([...blockPath(ivr, id), 'paths', number]);
      yield* unlessKnown('unknown-number', number, own, at, `there is no own number '${number}'`);
      if (!own.includes(number) || users.length === 0 || dialed.has(number)) continue;
      const message = `'${number}' leads to no campaign that uses this IVR`;
      yield diagnostic('unused-path', at, message);
    }
  }
}

const IDENTITIES: readonly string[] = ['one', 'several', 'none'];

/** `identity` is one of three words. */
function* byIdentity({ definitions, places }: CheckFacts): Generator<Diagnostic> {
  for (const [ivr, id, { value, is, to }] of blocksOfKind(definitions, 'condition')) {
    if (value !== 'identity' || is !== '=' || IDENTITIES.includes(String(to))) continue;
    const at = places.valueAt([...blockPath(ivr, id), 'to']);
    yield diagnostic(
      'unused-path',
      at,
      `'met' of block '${id}' is never taken: identity is one, several or none`,
    );
  }
}

import { blockPath, blocksOfKind, type Check, type Names, unlessKnown } from '../check-facts.ts';

/** The token of a request comes from an api-login of the same IVR (IVR-2). */
export const unknownLogin: Check = function* ({ definitions, gaps, places }) {
  const logins = blocksOfKind(definitions, 'api-login');
  for (const [ivr, id, { login }] of blocksOfKind(definitions, 'api-request')) {
    if (login === undefined) continue;
    const known: Names = {
      known: logins.flatMap(([of, block]) => (of === ivr ? [block] : [])),
      mayBe: (name) => gaps.mayHold(['ivrs', ivr, 'blocks'], name),
    };
    const at = places.valueAt([...blockPath(ivr, id), 'login']);
    const message = `block '${id}' uses the token of '${login}', which is not an api-login block`;
    yield* unlessKnown(login, known, at, message);
  }
};

import { blockPath, blocksOfKind, type Check, unlessKnown } from './check-facts.ts';

/** The token of a request comes from an api-login of the same IVR (IVR-2). */
export const knownLogin: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  for (const [ivr, id, { login }] of blocksOfKind(definitions, 'api-request')) {
    if (login === undefined) continue;
    const logins = blocksOfKind(definitions, 'api-login').flatMap(([of, block]) =>
      of === ivr ? [block] : [],
    );
    const known = {
      known: logins,
      mayBe: (name: string) => gaps.mayHold(['ivrs', ivr, 'blocks'], name),
    };
    const at = places.valueAt([...blockPath(ivr, id), 'login']);
    const message = `block '${id}' takes the token of '${login}', which is no api-login`;
    yield* unlessKnown('unknown-login', login, known, at, message);
  }
};

import { type Check, namesFrom, tilePath, tilesOfKind, unlessKnown } from '../check-facts.ts';

/** The sender of a text message is one of the centre's; 'random' needs a number (CBR-12). */
export const unknownSender: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  const { numbers, names } = definitions.centre.sms;
  const known = namesFrom(facts, ['random', ...numbers, ...names], ['centre', 'sms']);
  for (const [rule, id, { from }] of tilesOfKind(definitions, 'send-sms')) {
    const at = places.valueAt([...tilePath(rule, id), 'from']);
    if (from !== 'random') {
      const message = `tile '${id}' sends from '${from}', which is not a sender of the centre`;
      yield* unlessKnown(from, known, at, message);
    } else if (numbers.length === 0 && gaps.isWhole(['centre', 'sms', 'numbers'])) {
      const message = `tile '${id}' sends from a random number, but the centre has no number for SMS`;
      yield { at, message, remedy: "Add a number to 'sms' in centre.yaml." };
    }
  }
};

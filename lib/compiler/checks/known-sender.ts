import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, namesFrom, tilePath, tilesOfKind, unlessKnown } from './check-facts.ts';

/** The sender of a text message is one of the centre's numbers or names; 'random' needs a number (CBR-12). */
export const knownSender: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  const { numbers, names } = definitions.centre.sms;
  const known = namesFrom(facts, ['random', ...numbers, ...names], ['centre', 'sms']);
  for (const [rule, id, { from }] of tilesOfKind(definitions, 'send-sms')) {
    const at = places.valueAt([...tilePath(rule, id), 'from']);
    if (from !== 'random') {
      const message = `tile '${id}' sends from '${from}', but there is no such sender`;
      yield* unlessKnown('unknown-sender', from, known, at, message);
    } else if (numbers.length === 0 && gaps.isWhole(['centre', 'sms', 'numbers'])) {
      const message = `tile '${id}' sends from a random own number, but there is none for SMS`;
      yield diagnostic('unknown-sender', at, message, "Add a number to 'sms' in centre.yaml.");
    }
  }
};

import type { Definitions } from '../../../language/definitions.ts';
import {
  type Check,
  classifiersIn,
  namesFrom,
  tilePath,
  tilesOfKind,
  unlessKnown,
} from '../check-facts.ts';
import { textTemplates } from '../desk-templates.ts';

/** The sender of a text message is one of the centre's; 'random' needs a number (CBR-12). */
export const unknownSender: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  const { numbers, names } = definitions.centre.sms;
  const known = namesFrom(facts, ['random', ...numbers, ...names], ['centre', 'sms']);
  for (const { of, from, path } of sendersIn(definitions)) {
    const at = places.valueAt(path);
    if (from !== 'random') {
      const message = `${of} sends from '${from}', which is not a sender of the centre`;
      yield* unlessKnown(from, known, at, message);
    } else if (numbers.length === 0 && gaps.isWhole(['centre', 'sms', 'numbers'])) {
      const message = `${of} sends from a random number, but the centre has no number for SMS`;
      yield { at, message, remedy: "Add a number to 'sms' in centre.yaml." };
    }
  }
};

const sendersIn = (definitions: Definitions) => [
  ...tilesOfKind(definitions, 'send-sms').map(([rule, id, { from }]) => ({
    of: `tile '${id}'`,
    from,
    path: [...tilePath(rule, id), 'from'],
  })),
  ...Object.entries(definitions.campaigns).flatMap(([id, { channels }]) =>
    channels.sms === undefined
      ? []
      : [
          {
            of: `campaign '${id}'`,
            from: channels.sms.from,
            path: ['campaigns', id, 'channels', 'sms', 'from'],
          },
        ],
  ),
  ...classifiersIn(definitions).flatMap(({ name, classifier: { sendsSms }, path }) =>
    sendsSms === undefined
      ? []
      : [
          {
            of: `classifier '${name}'`,
            from: sendsSms.from,
            path: [...path, 'sendsSms', 'from'],
          },
        ],
  ),
  ...textTemplates(definitions).map(({ of, template: { from }, path }) => ({
    of,
    from,
    path: [...path, 'from'],
  })),
];

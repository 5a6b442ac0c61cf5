// What can be wrong with the files themselves: reported by the loader, whatever they say.
import { type CodeEntry, error } from './code-entry.ts';

export const LANGUAGE_CODES = {
  'yaml-syntax': error(
    'The file is not valid YAML, so nothing in it could be read.',
    'compare: >= 4',
    'Correct the line; put values that begin with a sign such as > or * or { in quotes.',
  ),
  'duplicate-key': error(
    'A key appears twice in the same place, and only one of the values could count.',
    'queue: sales\nqueue: recall',
    'Keep one of the two.',
  ),
  encoding: error(
    'The file is not in UTF-8, so some of its characters are lost.',
    'a file saved as Windows-1250',
    'Save the file as UTF-8: editors offer it under "save as" or in the status bar.',
  ),
  'unknown-file': error(
    'A YAML file that does not belong to a contact centre.',
    'campaings/spring.yaml',
    'Move it to campaigns/, rules/ or ivrs/ as <id>.yaml, tests of a rule or an IVR as <id>.test.yaml, or delete it.',
  ),
  'missing-file': error(
    'A file that every contact centre needs does not exist.',
    'a folder without centre.yaml',
    'Create the file.',
  ),
  'wrong-file-name': error(
    'The name of a campaign, rule or IVR file is its id, and this name is not a valid id.',
    'campaigns/Spring Recall.yaml',
    'Rename the file: lower-case letters, digits and dashes, beginning with a letter.',
  ),
  'unknown-key': error(
    'A key that has no meaning in this place.',
    'wrapup: 30 s',
    'Use one of the keys that the error lists, or delete the key.',
  ),
  'missing-key': error(
    'A required key is missing.',
    'met: close',
    'Add the key; the error says what belongs there and lists the keys of the place.',
  ),
  'wrong-type': error(
    'A value of the wrong type: text where a list is expected, a number where text is expected.',
    'callerIds: main',
    'Write the value that the error proposes.',
  ),
  'wrong-value': error(
    'The value is not one of those allowed here.',
    'goal: exaustion',
    'Choose one of the values listed.',
  ),
  'wrong-form': error(
    'The text does not have the expected form.',
    'after: two hours',
    'Write the value that the error proposes: corrected from what was written where possible, otherwise an example.',
  ),
  'wrong-size': error(
    'The value is too small, too large, too short or too long.',
    'priority: 500',
    'Stay within the limits given.',
  ),
  'unknown-kind': error(
    'There is no such kind of tile or block.',
    'kind: recontct',
    'Choose one of the kinds listed.',
  ),
  'not-offered': error(
    'Something that is planned, but not available in this version.',
    'channels: { chat: {} }',
    'Leave it out.',
  ),
} as const satisfies Record<string, CodeEntry>;
export type LanguageCode = keyof typeof LANGUAGE_CODES;

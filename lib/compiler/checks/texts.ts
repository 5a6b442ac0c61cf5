// Text messages that authors write, and how long each will likely be: in parts, as they are sent
// and billed. Values are counted at the longest that is likely for their field.
import { beyondGsm, textSize } from '../../domain/messaging/text-size.ts';
import { transliterated } from '../../domain/messaging/transliterate.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Field } from '../../language/schema/campaign.ts';
import { campaignsUsing, classifiersIn, tilePath, tilesOfKind } from './check-facts.ts';
import { textTemplates } from './desk-templates.ts';

export interface Text {
  /** As a message names it: tile 'message'. */
  readonly of: string;
  readonly text: string;
  readonly path: readonly string[];
  readonly transliterate: boolean;
  /** Of every campaign that sends it. */
  readonly fields: Readonly<Record<string, Field>>;
}

export function textsIn(definitions: Definitions): readonly Text[] {
  const ofTiles = tilesOfKind(definitions, 'send-sms').map(([rule, id, tile]) => ({
    of: `tile '${id}'`,
    text: tile.text,
    path: [...tilePath(rule, id), 'text'],
    transliterate: tile.transliterate ?? false,
    fields: Object.assign({}, ...campaignsUsing(definitions, rule).map(([, { fields }]) => fields)),
  }));
  const ofCampaigns = Object.entries(definitions.campaigns).flatMap(([id, { channels, fields }]) =>
    channels.sms === undefined
      ? []
      : [
          {
            of: `campaign '${id}'`,
            text: channels.sms.text,
            path: ['campaigns', id, 'channels', 'sms', 'text'],
            transliterate: channels.sms.transliterate,
            fields,
          },
        ],
  );
  const ofClassifiers = classifiersIn(definitions).flatMap(({ name, classifier, fields, path }) =>
    classifier.sendsSms === undefined
      ? []
      : [
          {
            of: `classifier '${name}'`,
            text: classifier.sendsSms.text,
            path: [...path, 'sendsSms', 'text'],
            transliterate: classifier.sendsSms.transliterate ?? false,
            fields,
          },
        ],
  );
  const ofTemplates = textTemplates(definitions).map(({ of, template, fields, path }) => ({
    of,
    text: template.text,
    path: [...path, 'text'],
    transliterate: template.transliterate ?? false,
    fields,
  }));
  return [...ofTiles, ...ofCampaigns, ...ofClassifiers, ...ofTemplates];
}

/** Characters of a value that says nothing of its length: about as long as a name or a date. */
const USUAL = 10;
const LENGTHS: Readonly<Record<string, number>> = {
  pesel: 11,
  nip: 10,
  regon: 14,
  ico: 8,
  'rodne-cislo': 11,
  iban: 34,
  number: 8,
};

export interface LikelySize {
  readonly parts: number;
  readonly characters: number;
  /** Letters because of which a part holds 70 characters and not 160. */
  readonly accents: readonly string[];
  /** Parts of the same text in plain letters. */
  readonly plainParts: number;
}

export function likelySize(text: Text): LikelySize {
  const filled = likely(text);
  const accents = beyondGsm(filled);
  return {
    parts: textSize(filled).parts,
    characters: filled.length,
    accents,
    plainParts: textSize(transliterated(filled)).parts,
  };
}

/** The text with values in it. */
function likely({ text, transliterate, fields }: Text): string {
  const filled = text
    .trim()
    .replaceAll(/\{\{\s*([\w-]*).*?\}\}/gs, (_, name: string) => usualValue(fields[name]))
    .replaceAll(/\{%.*?%\}/gs, '');
  return transliterate ? transliterated(filled) : filled;
}

function usualValue(field: Field | undefined): string {
  const longest = (field?.options ?? []).toSorted((a, b) => b.length - a.length)[0];
  return longest ?? 'x'.repeat(LENGTHS[field?.type ?? ''] ?? USUAL);
}

// `ringback contacts --save`: the columns of a file, as they were read, in the campaign's file, so
// that the next import reads files of this kind the same, guess or no guess.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { ContactFile } from '../../contacts/contacts.ts';
import { namedColumns } from '../../contacts/mapping.ts';
import { DIRECTORY } from '../../language/record-settings.ts';

type Saved =
  | { readonly kind: 'saved'; readonly line: string }
  | { readonly kind: 'refused'; readonly because: string };

/** Comments and everything else in the campaign's file stay as they are. */
export async function saveColumns(
  folder: string,
  campaign: string,
  { mapping, mappedBy, headings }: Pick<ContactFile, 'mapping' | 'mappedBy' | 'headings'>,
): Promise<Saved> {
  const isDirectory = campaign === DIRECTORY;
  const path = isDirectory
    ? join(folder, `${DIRECTORY}.yaml`)
    : join(folder, 'campaigns', `${campaign}.yaml`);
  if (mappedBy === 'campaign')
    return { kind: 'saved', line: `${path} names these columns already.` };
  const document = parseDocument(await readFile(path, 'utf8'));
  if (document.has('columns'))
    return {
      kind: 'refused',
      because: `${path} names the columns of another kind of file; nothing was saved. Change 'columns' there, or save the mapping over the API, which keeps one for each kind.`,
    };
  document.set('columns', document.createNode(namedColumns(mapping, headings)));
  await writeFile(path, document.toString({ lineWidth: 0 }));
  return { kind: 'saved', line: `The columns are in ${path} now.` };
}

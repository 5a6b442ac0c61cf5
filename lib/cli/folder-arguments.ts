// `<folder> [--json]`, the arguments that several commands share.
import { parseArgs } from 'node:util';

export type FolderArguments =
  | { readonly folder: string; readonly json: boolean }
  | { readonly wrong: string };

export function folderArguments(args: readonly string[]): FolderArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [folder, ...more] = positionals;
    if (folder === undefined) return { wrong: 'name the folder of a contact centre' };
    if (more.length > 0) return { wrong: `only one folder at a time; remove '${more[0]}'` };
    return { folder, json: values.json };
  } catch (cause) {
    return { wrong: cause instanceof Error ? cause.message : String(cause) };
  }
}

// `<folder> [--json]`, the arguments that several commands share.
import { orWrong, parsed } from './arguments.ts';
import { OWN_FOLDER } from './default-folder.ts';
import type { Wrong } from './option-values.ts';

interface FolderArguments {
  readonly folder: string;
  readonly json: boolean;
}

export const folderArguments = (args: readonly string[]): FolderArguments | Wrong =>
  orWrong(() => {
    const { values, positionals } = parsed(args, { json: { type: 'boolean', default: false } });
    const [folder = OWN_FOLDER, ...more] = positionals;
    if (folder === undefined) return { wrong: 'name the folder of a contact centre' };
    if (more.length > 0) return { wrong: `only one folder at a time; remove '${more[0]}'` };
    return { folder, json: values.json };
  });

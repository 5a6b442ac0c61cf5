// A YAML file in a place where nothing is read, or whose name is not an id: what it was probably
// meant to be. Until it is there, its content is a gap in the definitions.
import type { Diagnostic } from './diagnostic.ts';
import { diagnostic } from './diagnostic-codes.ts';
import { SINGLE_FILES } from './folder-layout.ts';
import { nearest } from './nearest.ts';
import type { Path } from './read-yaml.ts';
import { asId } from './remedies/candidates.ts';

interface Misplaced {
  readonly gaps: readonly Path[];
  readonly diagnostics: readonly Diagnostic[];
}

const FOLDERS: readonly string[] = ['campaigns', 'rules', 'ivrs', 'scripts'];
const SINGLES = SINGLE_FILES.map((name) => `${name}.yaml`);

/** @param paths all files of the folder */
export function misplaced(
  path: string,
  kind: 'unknown' | 'wrong-name',
  paths: ReadonlySet<string>,
): Misplaced {
  const at = { file: path, line: 1, column: 1 };
  const { folder, name, isTest } = partsOf(path);
  const meant = kind === 'wrong-name' ? folder : nearest(folder, FOLDERS);
  const single = folder === '' ? nearest(path, SINGLES) : undefined;
  const target = single ?? (meant && `${meant}/${asId(name)}${isTest ? '.test' : ''}.yaml`);
  const gaps = single
    ? singleGap(single, paths)
    : (meant ? [meant] : FOLDERS).map((one) => [isTest ? testsOf(one) : one, name]);
  const remedy = single || (target && !paths.has(target)) ? `Did you mean '${target}'?` : undefined;
  return { gaps, diagnostics: [misplacedFile(kind, at, remedy)] };
}

function misplacedFile(
  kind: 'unknown' | 'wrong-name',
  at: Diagnostic['at'],
  remedy: string | undefined,
) {
  return kind === 'wrong-name'
    ? diagnostic('wrong-file-name', at, 'the file name is not a valid id', remedy)
    : diagnostic('unknown-file', at, 'not a file of a contact centre', remedy);
}

function singleGap(single: string, paths: ReadonlySet<string>): readonly Path[] {
  return paths.has(single) ? [] : [[single.replace('.yaml', '')]];
}

const testsOf = (folder: string): string => (folder === 'rules' ? 'scenarios' : 'ivrTests');

function partsOf(path: string) {
  const [, folder = '', name = '', test] = /^(?:(.*)\/)?([^/]*?)(\.test)?\.ya?ml$/.exec(path) ?? [];
  return { folder, name, isTest: test !== undefined };
}

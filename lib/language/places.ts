// From a path within the definitions back to the file, line and column it was written at.
import type { Position } from './diagnostic.ts';
import type { Path, YamlFile } from './read-yaml.ts';

/** Positions of parts of the definitions: of the key or list item of a path, or of its value. */
export interface Places {
  readonly keyAt: (path: Path) => Position;
  readonly valueAt: (path: Path) => Position;
}

/** Definitions path to file: ['campaigns', 'spring', 'name'] is `name` of campaigns/spring.yaml. */
export function placesOf(files: ReadonlyMap<string, YamlFile>): Places {
  const look = (path: Path, part: 'keyAt' | 'valueAt'): Position => {
    const { file, rest } = fileOf(path);
    return files.get(file)?.[part](rest) ?? { file, line: 1, column: 1 };
  };
  return {
    keyAt: (path) => look(path, 'keyAt'),
    valueAt: (path) => look(path, 'valueAt'),
  };
}

function fileOf(path: Path): { file: string; rest: Path } {
  const [part, id, ...rest] = path;
  switch (part) {
    case 'campaigns':
    case 'rules':
    case 'ivrs':
    case 'scripts':
      return { file: `${part}/${String(id)}.yaml`, rest };
    case 'scenarios':
      return { file: `rules/${String(id)}.test.yaml`, rest };
    case 'ivrTests':
      return { file: `ivrs/${String(id)}.test.yaml`, rest };
    default:
      return { file: `${String(part)}.yaml`, rest: path.slice(1) };
  }
}

// The first line of a file, by which an editor completes its keys: a path from the file to our
// schemas. Only within the project that Ringback lies in or is installed in: a path that leaves it
// would be wrong on the next machine.
import { relative, resolve, sep } from 'node:path';
import type { SchemaLine } from './yaml.ts';

const MODULES = `${sep}node_modules${sep}`;

/** @param ringback the folder of this package */
export function schemaLineIn(folder: string, ringback: string): SchemaLine {
  const project = ringback.split(MODULES)[0] ?? ringback;
  const within = relative(project, resolve(folder));
  if (within === '' || within.startsWith('..') || resolve(within) === within) return () => '';
  return (kind, path) => {
    const from = resolve(folder, path, '..');
    const to = relative(from, resolve(ringback, 'schemas', `${kind}.schema.json`));
    return `# yaml-language-server: $schema=${to.replaceAll(sep, '/')}\n`;
  };
}

// The tree as the architecture tests see it: our files and what each imports.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
export const sources = files.filter((file) => /^(lib|functions|bin|web)\//.test(file));

/** Data tables: long by nature, and nothing in them decides. */
export const DATA_TABLES: ReadonlySet<string> = new Set([
  'lib/compiler/flows/catalogue.ts',
  'lib/application/tasks/tasks.ts',
  'lib/domain/contact-hours/holidays-data.ts',
  'lib/domain/contact-hours/numbering-data.ts',
  'lib/domain/records/number-plans-data.ts',
]);

export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm),
    ...text.matchAll(/\bimport\(()'([^']+)'\)/g),
  ];
  return found.map(([, type, from = '']) => ({
    from: from.startsWith('.') ? normalize(join(dirname(file), from)) : from,
    typeOnly: type !== undefined && type !== '',
  }));
}

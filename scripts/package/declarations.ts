// Declarations of what programs import from the package: those two files and what they name, so
// that nobody needs the types of our libraries.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENTRIES = ['lib/package/index', 'lib/package/cdk'];

/** @param into folder that gets the declarations, by the paths of our sources */
export function writeDeclarations(into: string): void {
  const emitted = mkdtempSync(join(tmpdir(), 'ringback-types-'));
  try {
    emit(emitted);
    const wanted = new Set(ENTRIES);
    for (const file of wanted) {
      const text = readFileSync(join(emitted, `${file}.d.ts`), 'utf8');
      for (const [, from = ''] of text.matchAll(/from '(\.[^']+)\.ts'/g))
        wanted.add(normalize(join(dirname(file), from)).replaceAll('\\', '/'));
      const target = join(into, `${file}.d.ts`);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text.replaceAll(/from '(\.[^']+)\.ts'/g, "from '$1.js'"));
    }
  } finally {
    rmSync(emitted, { recursive: true });
  }
}

function emit(outDir: string): void {
  const config = join(outDir, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir,
    rootDir: ROOT,
    typeRoots: [join(ROOT, 'node_modules/@types')],
  };
  const files = ENTRIES.map((file) => join(ROOT, `${file}.ts`));
  writeFileSync(
    config,
    JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), compilerOptions, files, include: [] }),
  );
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', config], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the declarations could not be made:\n${stdout}`);
}

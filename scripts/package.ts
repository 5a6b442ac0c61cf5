// `npm run package`: the packages `ringback` and `create-ringback` as folders and tarballs in
// dist/, or in the folder that is named.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from './bundle.ts';
import { compileCommands, compileCreate } from './package/compile.ts';
import { writeDeclarations } from './package/declarations.ts';
import { manifestOfCreate, manifestOfRingback, VERSION } from './package/manifest.ts';
import { buildPages } from './web.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DECODER = 'node_modules/minimp3-wasm/dist/decoder.opt.wasm';
const MATERIAL = ['README.md', 'CHANGELOG.md', 'cdk.json', 'schemas', 'docs', 'examples'];

const into = resolve(process.argv[2] ?? join(ROOT, 'dist'));

/** An entry that any Node can run, if only to say that it is too old. */
const guarded = (name: string, module: string): string => `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) >= 22) await import('./${module}');
else {
  process.stderr.write(\`Node \${process.versions.node} is too old for ${name}; install Node 22 or newer\\n\`);
  process.exitCode = 1;
}
`;

async function makeRingback(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([
    compileCommands(join(folder, 'dist')),
    bundleFunctions(join(folder, 'functions')),
    buildPages(join(folder, 'web')),
  ]);
  writeDeclarations(join(folder, 'types'));
  cpSync(join(ROOT, DECODER), join(folder, 'dist/decoder.opt.wasm'));
  for (const name of MATERIAL) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'dist/ringback.js'), guarded('Ringback', 'main.js'), { mode: 0o755 });
  writeManifest(folder, manifestOfRingback(hashOf(folder)));
}

async function makeCreate(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await compileCreate(folder);
  const entry = join(folder, 'create-ringback.js');
  writeFileSync(entry, guarded('Ringback', 'create.js'), { mode: 0o755 });
  writeManifest(folder, manifestOfCreate());
}

function writeManifest(folder: string, manifest: object): void {
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Of all code, so that what was kept of another build is not taken for one of this. */
function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.flatMap((each) =>
    each.isFile() && /\.(js|mjs|json|wasm)$/.test(each.name)
      ? [join(each.parentPath, each.name)]
      : [],
  );
  for (const file of files.toSorted()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function pack(folder: string): void {
  const { status } = spawnSync('npm', ['pack', '--silent', '--pack-destination', into], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm could not pack ${folder}`);
}

mkdirSync(into, { recursive: true });
const folders = [join(into, 'ringback'), join(into, 'create-ringback')] as const;
await Promise.all([makeRingback(folders[0]), makeCreate(folders[1])]);
for (const folder of folders) pack(folder);
for (const name of ['ringback', 'create-ringback'])
  process.stdout.write(`${join(into, `${name}-${VERSION}.tgz`)}\n`);

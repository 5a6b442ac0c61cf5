// The pages of the web: one esbuild run for console and desk, split where a page loads a part only
// when it is used. Names of files change with what is in them, so browsers may keep them for good.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { zodByName } from './unused-parts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Each page: where it starts, the file it is asked for under, its title until it has loaded. */
export const PAGES = {
  console: { entry: 'web/console/main.tsx', file: 'index.html', title: 'Ringback console' },
  desk: { entry: 'web/desk/main.tsx', file: 'desk.html', title: 'Ringback desk' },
} as const;
export type PageName = keyof typeof PAGES;

const BROWSERS = ['chrome123', 'firefox128', 'safari17.5'];

/** @param outDir gets the files as they are delivered */
export async function buildPages(outDir: string): Promise<Metafile> {
  const worker = await buildDryRun(outDir);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(PAGES).map(([name, { entry }]) => ({ in: entry, out: name })),
    outdir: resolve(outDir),
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: BROWSERS,
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      DRY_RUN_WORKER: JSON.stringify(`/assets/${worker}`),
    },
    legalComments: 'linked',
    logLevel: 'error',
    plugins: [ownLanguages],
  });
  await mkdir(outDir, { recursive: true });
  for (const [name, { entry, file, title }] of Object.entries(PAGES)) {
    const { script, styles } = entryOf(metafile, entry);
    const page = html(title, `/assets/${script}`, styles && `/assets/${styles}`);
    await writeFile(join(outDir, file), page.replace('<body', `<body data-page="${name}"`));
  }
  await writeFile(join(outDir, 'favicon.svg'), FAVICON);
  return metafile;
}

/**
 * The simulation, a script of its own that the console starts as a worker. What it takes from Node
 * has small stand-ins (web/dry-run/node). Returns the name of its file.
 */
async function buildDryRun(outDir: string): Promise<string> {
  const standIn = (name: string) => join(ROOT, 'web/dry-run/node', name);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [{ in: 'web/dry-run/worker.ts', out: 'dry-run-worker' }],
    outdir: resolve(outDir),
    entryNames: 'assets/[name]-[hash]',
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: BROWSERS,
    alias: {
      'node:crypto': standIn('crypto.ts'),
      'node:url': standIn('url.ts'),
      'html-to-text': standIn('html-to-text.ts'),
    },
    inject: [standIn('bytes.ts')],
    legalComments: 'linked',
    logLevel: 'error',
    plugins: [zodByName],
  });
  const [file = ''] = Object.keys(metafile.outputs).filter((path) => path.endsWith('.js'));
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Files a page loads before it shows anything: its entry, what that imports at once, styles. */
export function firstLoad({ outputs }: Metafile, page: PageName): readonly string[] {
  const [start] =
    Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === PAGES[page].entry) ?? [];
  if (start === undefined) throw new Error(`the build has no page '${page}'`);
  const files = new Set([start]);
  for (const file of files) {
    const { imports = [], cssBundle } = outputs[file] ?? {};
    for (const { path, kind } of imports) if (kind === 'import-statement') files.add(path);
    if (cssBundle !== undefined) files.add(cssBundle);
  }
  return [...files];
}

function entryOf({ outputs }: Metafile, entry: string) {
  const [path, output] = Object.entries(outputs).find(([, one]) => one.entryPoint === entry) ?? [];
  if (path === undefined) throw new Error(`nothing was built of ${entry}`);
  const name = (file: string) => file.slice(file.lastIndexOf('/') + 1);
  return { script: name(path), styles: output?.cssBundle && name(output.cssBundle) };
}

/**
 * React Aria adds a style to the page unless one of that id is there; it would be one without a
 * file, which the policy of the pages forbids. The rule is in ours (web/kit/styles/base.css).
 */
const html = (title: string, script: string, styles: string | undefined): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${styles === undefined ? '' : `<link id="react-aria-pressable-style" rel="stylesheet" href="${styles}">`}
<script type="module" src="${script}"></script>
</head>
<body><div id="root"></div><noscript>This page needs JavaScript.</noscript></body>
</html>
`;

const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f5f8b"/><path d="M10 21a8.5 8.5 0 1 1 12 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="16" cy="15" r="3" fill="#fff"/></svg>
`;

/** React Aria speaks 34 languages; the pages three. The others are left empty. */
const ownLanguages: Plugin = {
  name: 'own-languages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/[a-z]{2}-[A-Z]{2}\.m?js$/ }, ({ path }) => {
      if (/\/(en-US|pl-PL|cs-CZ)\.m?js$/.test(path)) return undefined;
      return { path, namespace: 'no-language', sideEffects: false };
    });
    onLoad({ filter: /.*/, namespace: 'no-language' }, () => ({ contents: 'export default {};' }));
  },
};

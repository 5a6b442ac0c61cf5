// Writes small cloud assemblies as `cdk synth` would, into a folder that goes away with the test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { onTestFinished } from 'vitest';
import {
  type LocalCloud,
  type LocalCloudOptions,
  startLocalCloud,
} from '../../../../lib/local/local-cloud.ts';

type Template = Readonly<Record<string, unknown>>;

export interface AssemblySource {
  /** Stack name → template; later stacks depend on earlier ones. */
  readonly stacks: Readonly<Record<string, Template>>;
  /** Asset name → source of index.mjs. */
  readonly assets?: Readonly<Record<string, string>>;
}

/** Saturday noon, UTC. */
export const NOON = Date.parse('2026-03-07T12:00:00.000Z');

export function writeAssembly({ stacks, assets = {} }: AssemblySource): string {
  const root = mkdtempSync(join(tmpdir(), 'ringback-assembly-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const artifacts: Record<string, unknown> = {
    assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
  };
  let before = ['assets'];
  for (const [name, template] of Object.entries(stacks)) {
    writeFileSync(join(root, `${name}.template.json`), JSON.stringify(template));
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/unknown-region',
      properties: { templateFile: `${name}.template.json` },
      dependencies: before,
    };
    before = [...before, name];
  }
  writeFileSync(join(root, 'manifest.json'), JSON.stringify({ version: '38.0.0', artifacts }));
  writeFileSync(join(root, 'assets.json'), JSON.stringify({ files: writeAssets(root, assets) }));
  return root;
}

function writeAssets(root: string, assets: Readonly<Record<string, string>>) {
  const entries = Object.entries(assets).map(([name, source]) => {
    mkdirSync(join(root, `asset.${name}`));
    writeFileSync(join(root, `asset.${name}`, 'index.mjs'), source);
    const destinations = { current: { bucketName: 'assets', objectKey: `${name}.zip` } };
    return [name, { source: { path: `asset.${name}`, packaging: 'zip' }, destinations }];
  });
  return Object.fromEntries(entries);
}

const bundles = new Map<string, string>();

/** Bundles a handler with the SDK, like the deployed ones. */
export function bundled(source: string): string {
  const known = bundles.get(source);
  if (known) return known;
  const result = buildSync({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const text = result.outputFiles[0]?.text ?? '';
  bundles.set(source, text);
  return text;
}

/** Starts a cloud that ends with the test. */
export async function startCloud(
  source: AssemblySource,
  options: Partial<LocalCloudOptions> = {},
): Promise<LocalCloud> {
  const cloud = await startLocalCloud({ assembly: writeAssembly(source), start: NOON, ...options });
  onTestFinished(() => cloud.stop());
  return cloud;
}

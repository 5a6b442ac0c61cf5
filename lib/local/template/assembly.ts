// Reads a synthesised cloud assembly: the same files `cdk deploy` uploads.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { isList, isObject, type JsonObject } from '../json.ts';

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly template: JsonObject;
  /** `aws://account/region` as synthesised; either may be unknown. */
  readonly environment: string;
}

export interface Assembly {
  readonly folder: string;
  /** In the order of their dependencies. */
  readonly stacks: readonly Stack[];
  /** Object key of an uploaded asset → its folder or file. */
  readonly assets: ReadonlyMap<string, string>;
}

export function readAssembly(folder: string): Assembly {
  const root = resolve(folder);
  const path = join(root, 'manifest.json');
  if (!existsSync(path))
    throw new Error(`no cloud assembly in ${folder}: manifest.json is missing; run 'cdk synth'`);
  const artifacts = object(readJson(path).artifacts, 'artifacts of manifest.json');
  const stacks = new Map<string, Stack>();
  const assets = new Map<string, string>();
  for (const id of inOrder(artifacts)) {
    const artifact = object(artifacts[id], id);
    const properties = isObject(artifact.properties) ? artifact.properties : {};
    if (artifact.type === 'aws:cloudformation:stack')
      stacks.set(id, {
        id,
        name: String(properties.stackName ?? id),
        template: readJson(join(root, String(properties.templateFile))),
        environment: String(artifact.environment ?? ''),
      });
    else if (artifact.type === 'cdk:asset-manifest')
      readAssets(root, join(root, String(properties.file)), assets);
    else if (artifact.type === 'cdk:cloud-assembly')
      throw new NotEmulated(`nested cloud assembly '${id}' (a CDK stage)`);
  }
  return { folder: root, stacks: [...stacks.values()], assets };
}

/** Depth first over the artifacts' dependencies. */
function inOrder(artifacts: JsonObject): readonly string[] {
  const order = new Set<string>();
  const visit = (id: string) => {
    if (order.has(id)) return;
    const dependencies = object(artifacts[id], id).dependencies;
    for (const name of isList(dependencies) ? dependencies : [])
      if (Object.hasOwn(artifacts, String(name))) visit(String(name));
    order.add(id);
  };
  Object.keys(artifacts).forEach(visit);
  return [...order];
}

function readAssets(root: string, path: string, assets: Map<string, string>): void {
  const files = readJson(path).files;
  for (const asset of Object.values(isObject(files) ? files : {})) {
    const { source, destinations } = object(asset, path);
    const from = object(source, path).path;
    for (const destination of Object.values(object(destinations, path)))
      assets.set(String(object(destination, path).objectKey), join(root, String(from)));
  }
}

function readJson(path: string): JsonObject {
  return object(JSON.parse(readFileSync(path, 'utf8')), path);
}

function object(value: unknown, what: string): JsonObject {
  if (!isObject(value)) throw new Error(`the cloud assembly is damaged: ${what} is not an object`);
  return value;
}

// package.json of the two packages. Everything but the CDK is compiled into ours; the CDK has to be
// the one that the team's own stacks use.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ours = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
);
const { version, description, devDependencies, optionalDependencies } = ours;

export const VERSION: string = version;

/** The oldest Node that has all the code asks for. */
const engines = { node: '>=22' };

/** @param build that two builds of one version can be told apart */
export const manifestOfRingback = (build: string) => ({
  name: 'ringback',
  version,
  description,
  type: 'module',
  engines,
  bin: { ringback: 'dist/ringback.js' },
  exports: {
    '.': { types: './types/lib/package/index.d.ts', default: './dist/index.js' },
    './cdk': { types: './types/lib/package/cdk.d.ts', default: './dist/cdk.js' },
    './package.json': './package.json',
  },
  peerDependencies: {
    'aws-cdk-lib': devDependencies['aws-cdk-lib'],
    constructs: devDependencies.constructs,
  },
  optionalDependencies,
  build,
});

export const manifestOfCreate = () => ({
  name: 'create-ringback',
  version,
  description: 'Makes the repository of a contact centre for Ringback',
  type: 'module',
  engines,
  bin: { 'create-ringback': 'create-ringback.js' },
});

// What stands around the folder of a centre that has a repository of its own.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import packageJson from '../../../../package.json' with { type: 'json' };
import { asId } from '../../../language/remedies/candidates.ts';
import type { NewFile } from '../centre-files.ts';

/** The folder of the definitions within the repository. */
export const CENTRE = 'centre';

const NAMELESS = 'contact-centre';
const LONGEST_NAME = 32;

/** Whether the folder will lie in a project that has its package.json. */
export function isInProject(folder: string): boolean {
  const above = dirname(resolve(folder));
  return (
    existsSync(join(above, 'package.json')) || (above !== dirname(above) && isInProject(above))
  );
}

/** @param name of the repository's folder */
export function repositoryFiles(name: string): readonly NewFile[] {
  const id = asId(name).slice(0, LONGEST_NAME).replace(/-+$/, '') || NAMELESS;
  return [
    { path: 'package.json', text: json(packageOf(id)) },
    { path: 'cdk.json', text: json(cdkOf(id)) },
    { path: '.gitignore', text: 'node_modules/\ncdk.out/\n.ringback/\n' },
    { path: '.github/workflows/centre.yml', text: WORKFLOW },
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function packageOf(id: string) {
  const { version, devDependencies: tested } = packageJson;
  return {
    name: id,
    private: true,
    type: 'module',
    engines: { node: '>=22' },
    scripts: {
      start: 'ringback start',
      test: `ringback check ${CENTRE} && ringback test ${CENTRE}`,
      deploy: 'cdk deploy --all',
    },
    devDependencies: {
      'aws-cdk': tested['aws-cdk'],
      'aws-cdk-lib': tested['aws-cdk-lib'],
      constructs: tested.constructs,
      ringback: `^${version}`,
    },
  };
}

const cdkOf = (id: string) => ({
  app: 'node node_modules/ringback/dist/app.js',
  output: 'cdk.out',
  versionReporting: false,
  context: { folder: CENTRE, name: id },
});

const WORKFLOW = `# Checks and tests the centre, and synthesises what would be deployed.
name: centre
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - run: npm ci
      - run: npm test
      - run: npx cdk synth --quiet
`;

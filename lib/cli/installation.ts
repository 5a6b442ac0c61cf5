// Where Ringback lies: the root of its repository, or of the compiled package, whose code is in one
// folder below it (scripts/package/compile.ts).
import { join, resolve } from 'node:path';

export const IS_PACKAGE: boolean = !import.meta.filename.endsWith('.ts');

export const ROOT: string = resolve(import.meta.dirname, IS_PACKAGE ? '..' : '../..');

/** What `npx cdk` runs. */
export const APP: string = IS_PACKAGE ? join(ROOT, 'dist/app.js') : join(ROOT, 'bin/app.ts');

/** How functions are bundled. */
export const BUNDLING: readonly string[] = [
  'scripts/bundle.ts',
  'scripts/quick-sdk.ts',
  'scripts/sdk-parts.ts',
  'scripts/unused-parts.ts',
];

/** Files and folders that decide what the same definitions become. */
export const SOURCES: readonly string[] = (
  IS_PACKAGE
    ? ['package.json']
    : [
        ...['bin', 'lib', 'functions', 'web'],
        ...BUNDLING,
        ...['scripts/web.ts', 'cdk.json', 'package-lock.json'],
      ]
).map((name) => join(ROOT, name));

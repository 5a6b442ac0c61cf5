import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../scripts/bundle.ts';
import { errorsOfServices } from '../../support/errors-of-services.ts';

describe('errors of services in a bundle', () => {
  let folder: string;
  let bundled: typeof errorsOfServices;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringback-errors-'));
    await bundle([{ in: 'test/support/errors-of-services.ts', out: 'errors' }], folder);
    const url = pathToFileURL(join(folder, 'errors.mjs')).href;
    bundled = (await import(/* @vite-ignore */ url)).errorsOfServices;
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('have the name, message, side, status and fields they have outside of one', async () => {
    const outside = await errorsOfServices();

    expect(new Set(outside.map(({ name }) => name)).size).toBe(6);
    expect(await bundled()).toEqual(outside);
  });

  it('have no class of their own, so a program that asks for one is refused', async () => {
    const entry = join(folder, 'asks-for-a-class.ts');
    const client = import.meta.resolve('@aws-sdk/client-ssm').replace('dist-cjs', 'dist-es');
    await writeFile(
      entry,
      `import { ParameterNotFound } from ${JSON.stringify(fileURLToPath(client))};
      export const isMissing = (error: unknown) => error instanceof ParameterNotFound;`,
    );

    await expect(bundle([{ in: entry, out: 'refused' }], folder)).rejects.toThrow(
      'refused.mjs uses a class of node_modules/@aws-sdk/client-ssm/dist-es/models/errors.js',
    );
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../scripts/bundle.ts';

const COMMANDS = /client-connect\/dist-es\/commands\/(\w+)\.js$/;

describe('what bundling reads of the SDK', () => {
  let folder: string;
  let inputs: Metafile['inputs'];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringback-sdk-'));
    const entries = [{ in: 'functions/place-call/index.ts', out: 'place-call' }];
    ({ inputs } = await bundle(entries, folder));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are the commands our code names, of the hundreds there are', () => {
    const read = Object.keys(inputs).flatMap((file) => COMMANDS.exec(file)?.[1] ?? []);

    expect(read).toContain('StartOutboundVoiceContactCommand');
    expect(read).not.toContain('DeleteInstanceCommand');
    expect(read.length).toBeLessThan(40);
  });

  it('is no client with a method for every command', () => {
    const read = Object.keys(inputs).filter((file) => file.endsWith('dist-es/Connect.js'));

    expect(read).toEqual([]);
  });
});

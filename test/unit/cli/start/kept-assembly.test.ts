import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { keptAssembly } from '../../../../lib/cli/start/kept-assembly.ts';
import type { Synthesised } from '../../../../lib/cli/start/synthesise.ts';

let folder: string;
let keep: string;
let made: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-folder-'));
  keep = join(mkdtempSync(join(tmpdir(), 'ringback-kept-')), 'assemblies');
  made = 0;
  writeFileSync(join(folder, 'centre.yaml'), 'name: clinic');
});

async function synthesis(_: string, assembly: string): Promise<Synthesised> {
  made += 1;
  mkdirSync(assembly, { recursive: true });
  writeFileSync(join(assembly, 'manifest.json'), '{}');
  return { kind: 'done', assembly };
}

describe('the assembly of a folder', () => {
  it('is used again as long as nothing has changed', async () => {
    const first = await keptAssembly(folder, keep, synthesis);
    const second = await keptAssembly(folder, keep, synthesis);

    expect(first).toMatchObject({ kind: 'done', reused: false });
    expect(second).toEqual({ ...first, reused: true });
    expect(made).toBe(1);
  });

  it.each([
    ['a file has changed', () => writeFileSync(join(folder, 'centre.yaml'), 'name: other')],
    ['a file has come', () => writeFileSync(join(folder, 'new.yaml'), '')],
    [
      'a file lies elsewhere',
      () => {
        mkdirSync(join(folder, 'rules'));
        writeFileSync(join(folder, 'rules', 'a.yaml'), '');
      },
    ],
  ])('is made anew when %s', async (_, change) => {
    const before = await keptAssembly(folder, keep, synthesis);
    change();
    const after = await keptAssembly(folder, keep, synthesis);

    expect(after).toMatchObject({ kind: 'done', reused: false });
    expect(after).not.toEqual(before);
  });

  it('is used again whatever is kept or installed beside the definitions', async () => {
    await keptAssembly(folder, keep, synthesis);
    for (const place of ['.ringback', 'node_modules']) {
      mkdirSync(join(folder, place));
      writeFileSync(join(folder, place, 'a.yaml'), 'anything');
    }

    expect(await keptAssembly(folder, keep, synthesis)).toMatchObject({ reused: true });
  });

  it('is not kept when the synthesis fails or is broken off', async () => {
    const failing = async (_: string, assembly: string): Promise<Synthesised> => {
      mkdirSync(assembly, { recursive: true });
      return { kind: 'failed', output: 'no' };
    };

    expect(await keptAssembly(folder, keep, failing)).toEqual({
      kind: 'failed',
      output: 'no',
      reused: false,
    });
    expect(readdirSync(keep)).toEqual([]);
    expect(await keptAssembly(folder, keep, synthesis)).toMatchObject({ reused: false });
  });

  it('is the same for two runs at once', async () => {
    const other = async (of: string, assembly: string) => {
      await keptAssembly(folder, keep, synthesis);
      return synthesis(of, assembly);
    };

    const done = await keptAssembly(folder, keep, other);

    expect(done).toMatchObject({ kind: 'done' });
    expect(readdirSync(keep)).toHaveLength(1);
  });

  it('goes when nobody has used it for a day and there are later ones', async () => {
    const assemblies: string[] = [];
    for (let n = 0; n < 6; n++) {
      writeFileSync(join(folder, 'centre.yaml'), `name: clinic-${n}`);
      const done = await keptAssembly(folder, keep, synthesis);
      if (done.kind === 'failed') throw new Error(done.output);
      assemblies.push(done.assembly);
      const usedAt = new Date(Date.now() - (n === 1 ? 0 : (100 - n) * 86_400_000));
      if (n < 5) utimesSync(done.assembly, usedAt, usedAt);
    }

    expect(assemblies.map((each) => existsSync(each))).toEqual([
      false,
      true,
      false,
      true,
      true,
      true,
    ]);
  });
});

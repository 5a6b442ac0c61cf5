import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

describe('npm run bench', () => {
  it('runs every benchmark there is, pacing last, as docs/performance.md says', async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const run = scripts.bench?.split(' && ').map((step) => step.replace('npm run ', '')) ?? [];

    const all = Object.keys(scripts).filter((name) => name.startsWith('bench:'));
    expect(run.toSorted()).toEqual(all.toSorted());
    expect(run.at(-1)).toBe('bench:pacing');
  });
});

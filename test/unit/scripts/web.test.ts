// What people download before a page shows anything.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages, firstLoad, type PageName } from '../../../scripts/web.ts';

/** KB, gzip. */
const BUDGETS: readonly (readonly [PageName, number])[] = [
  ['console', 180],
  ['desk', 200],
];

describe('the built pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-pages-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let build: Awaited<ReturnType<typeof buildPages>>;
  beforeAll(async () => {
    build = await buildPages(folder);
  });

  it.each(BUDGETS)('load the %s within %i KB', (page, budget) => {
    const files = firstLoad(build, page).map((file) => file.slice(file.lastIndexOf('/') + 1));
    const bytes = files.map(
      (file) => gzipSync(readFileSync(join(folder, 'assets', file)), { level: 9 }).length,
    );
    const all = bytes.reduce((sum, one) => sum + one, 0);

    expect(files.some((file) => file.endsWith('.css'))).toBe(true);
    expect(all, files.map((file, n) => `${file} ${bytes[n]}`).join(', ')).toBeLessThan(
      budget * 1000,
    );
  });

  it('load the simulation only when a dry run begins, and then within 440 KB', () => {
    const [worker = ''] = readdirSync(join(folder, 'assets')).filter((file) =>
      /^dry-run-worker-.*\.js$/.test(file),
    );
    const first = firstLoad(build, 'console');

    expect(first.some((file) => file.includes('dry-run'))).toBe(false);
    const packed = gzipSync(readFileSync(join(folder, 'assets', worker)), { level: 9 });
    expect(packed.length).toBeLessThan(440 * 1000);
  });

  it('ask for nothing from elsewhere, and have no script or style in the page itself', () => {
    for (const page of ['index.html', 'desk.html']) {
      const html = readFileSync(join(folder, page), 'utf8');

      expect(html).not.toMatch(/https?:\/\/|<style|style=|<script(?![^>]*src=)/);
    }
  });

  it('carry the languages of the pages and no others', () => {
    const code = readdirSync(join(folder, 'assets'))
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(folder, 'assets', file), 'utf8'))
      .join('\n');

    // not the code itself: a failure would print all of it
    expect([code.includes('Zamknij'), code.includes('Schließen')]).toEqual([true, false]);
  });
});

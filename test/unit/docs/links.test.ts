import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => existsSync(file));

/** The anchor a heading gets where Markdown is shown. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function anchorsOf(page: string): readonly string[] {
  const headings = [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)];
  const named = [...readFileSync(page, 'utf8').matchAll(/<a (?:id|name)="([^"]+)"/g)];
  return [
    ...headings.map(([, heading = '']) => anchor(heading)),
    ...named.map(([, name = '']) => name),
  ];
}

describe('links in the docs', () => {
  it('lead to files and headings that exist', () => {
    const broken = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)\s]+)\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => {
          const [path = '', heading] = link.split('#');
          const target = path === '' ? page : join(dirname(page), path);
          if (!existsSync(target)) return true;
          return heading !== undefined && !anchorsOf(target).includes(heading);
        })
        .map((link) => `${page}: ${link}`),
    );

    expect(broken).toEqual([]);
  });
});

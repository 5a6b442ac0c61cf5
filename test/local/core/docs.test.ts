import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RESOURCE_KINDS, WITHOUT_EFFECT } from '../../../lib/local/resources/resource-kinds.ts';
import { startCloud } from './support/assembly.ts';

const page = readFileSync(new URL('../../../docs/local-cloud.md', import.meta.url), 'utf8');

/** Cells of the rows of the table below a heading. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| --'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1),
    );
}

it('the page names exactly the services and actions the gateway knows', async () => {
  const cloud = await startCloud({ stacks: {} });

  const documented = rowsBelow('Services').map(([name, actions]) => [name, actions]);

  const known = cloud.gateway
    .registered()
    .map(({ name, actions }) => [name, actions.toSorted().join(', ')])
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  expect(documented).toEqual(known);
});

it('the page names exactly the resource types that are emulated', () => {
  const documented = rowsBelow('Resource types').map(([type]) => type);

  expect(documented).toEqual(Object.keys(RESOURCE_KINDS).toSorted());
});

it('the page names exactly the resource types that do nothing locally', () => {
  const sentence = /Accepted, does nothing locally:([\s\S]*?)\.\n/.exec(page)?.[1] ?? '';

  const documented = [...sentence.matchAll(/`([^`]+)`/g)].map(([, type]) => type);

  expect(documented).toEqual([...WITHOUT_EFFECT]);
});

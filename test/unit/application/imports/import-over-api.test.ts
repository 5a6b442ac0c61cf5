import { describe, expect, it } from 'vitest';
import { importContacts } from '../../../../lib/application/imports/import-contacts.ts';
import {
  finishedImports,
  reportAsText,
  reportOf,
  startImport,
} from '../../../../lib/application/imports/import-over-api.ts';
import { type MemoryPorts, memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { definitions } from '../../../support/definitions.ts';
import { at } from '../../../support/records.ts';

const CSV = 'phone;name\n600100200;Ann\n12;Jan\n';
const LARGE = 1_000_000;

/** Each look at the clock is a second later. */
function somePorts(): MemoryPorts {
  let seconds = 0;
  const now = () => at(++seconds);
  return memoryPorts({ time: { now }, definitions: definitions() });
}

const importAll = async (ports: MemoryPorts, ...files: readonly string[]) => {
  for (const file of files) {
    await startImport('spring', { file, csv: CSV }, ports);
    await importContacts({ campaign: 'spring', key: `imports/spring/${file}` }, ports);
  }
};

describe('a file that another system hands over', () => {
  it('lies where its announcement starts the import', async () => {
    const ports = somePorts();

    await startImport('spring', { file: 'people.csv', csv: 'phone\n600100200 ł\n' }, ports);

    expect(ports.files.text('imports/spring/people.csv')).toBe('phone\n600100200 ł\n');
  });

  it('is listed when it was imported, the newest first, under its own name', async () => {
    const ports = somePorts();
    await importAll(ports, 'a.csv', 'b.csv');

    const { imports } = await finishedImports('spring', { limit: 10 }, ports);

    expect(imports.map(({ name, imported, present }) => [name, imported, present])).toEqual([
      ['b.csv', 0, 1],
      ['a.csv', 1, 0],
    ]);
  });

  it('is not listed among those of another campaign', async () => {
    const ports = somePorts();
    await importAll(ports, 'a.csv');

    expect(await finishedImports('autumn', { limit: 10 }, ports)).toEqual({ imports: [] });
  });

  it('gives back the rows that were not taken, unless they are too many', async () => {
    const ports = somePorts();
    await importAll(ports, 'a.csv');

    const rows = await reportAsText(reportOf('spring', 'a.csv'), LARGE, ports);

    expect(rows).toContain('3;rejected;');
    expect(await reportAsText(reportOf('spring', 'a.csv'), 10, ports)).toBeUndefined();
  });

  it('that was never imported has no rows', async () => {
    await expect(
      reportAsText(reportOf('spring', 'a.csv'), LARGE, somePorts()),
    ).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { importContacts } from '../../../../lib/application/imports/import-contacts.ts';
import {
  finishedImports,
  previewImport,
  reportAsText,
  reportOf,
  startImport,
} from '../../../../lib/application/imports/import-over-api.ts';
import { beginContact } from '../../../../lib/application/ledger/contacting.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
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

  it('is previewed without anything being stored; of many rows the first are shown', async () => {
    const ports = somePorts();
    const many = Array.from({ length: 30 }, (_, n) => `60010${1000 + n}`);

    const preview = await previewImport('spring', ['phone', ...many].join('\n'), undefined, ports);

    expect(preview.counts).toEqual({ imported: 30, duplicate: 0, rejected: 0 });
    expect(preview.rows.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
    expect(await ports.records.counts(campaignId('spring'))).toEqual({});
  });

  it('is previewed with how many would be due later, as they were contacted as often as caps allow', async () => {
    const capped = definitions({ contactCaps: [{ most: 1, within: '1 d' }] });
    const ports = memoryPorts({ time: { now: () => at(0) }, definitions: capped });
    const address = '+48600100200';
    const record = { phones: [{ value: address, isDefault: true }], emails: [] };
    const before = { campaign: 'autumn', channel: 'voice', id: 'a-1', isWanted: false } as const;
    await beginContact({ ...before, record, address }, ports);

    const preview = await previewImport('spring', `${CSV}600100201;Ben\n`, undefined, ports);

    expect(preview.counts).toEqual({ imported: 2, duplicate: 0, rejected: 1, held: 1 });
    expect(preview.rows.map(({ outcome, remarks }) => [outcome, remarks])).toEqual([
      [
        'imported',
        [
          'contacted as often as caps allow (fewer than 1 with the person): due 2026-03-03T09:00:00.000Z',
        ],
      ],
      ['rejected', []],
      ['imported', []],
    ]);
  });
});

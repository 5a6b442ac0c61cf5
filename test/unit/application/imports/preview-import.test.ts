import { describe, expect, it } from 'vitest';
import { previewImport } from '../../../../lib/application/imports/preview-import.ts';
import { changeLedger } from '../../../../lib/application/ledger/change-ledger.ts';
import { beginContact } from '../../../../lib/application/ledger/contacting.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { type CentreInput, definitions } from '../../../support/definitions.ts';
import { at } from '../../../support/records.ts';

const CSV = 'phone;name\n600100200;Ann\n12;Jan\n';

const portsOf = (input: CentreInput = {}) =>
  memoryPorts({ time: { now: () => at(0) }, definitions: definitions(input) });

describe('a file', () => {
  it('is previewed without anything being stored; of many rows the first are shown', async () => {
    const ports = portsOf();
    const many = Array.from({ length: 30 }, (_, n) => `60010${1000 + n}`);

    const preview = await previewImport('spring', ['phone', ...many].join('\n'), undefined, ports);

    expect(preview.counts).toEqual({ imported: 30, duplicate: 0, rejected: 0 });
    expect(preview.rows.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
    expect(await ports.records.counts(campaignId('spring'))).toEqual({});
  });

  it('is previewed with how many would be due later, as they were contacted as often as caps allow', async () => {
    const ports = portsOf({ contactCaps: [{ most: 1, within: '1 d' }] });
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

  it('is previewed with who would not be contacted: on the blacklist, or without a consent (REC-13, NEW-8)', async () => {
    const columns = { phone: 'phone', consent: 'ok', fields: { name: 'name' } };
    const ports = portsOf({ campaign: { purpose: 'marketing', columns } });
    const listed = { kind: 'blacklist', reason: 'asked not to be called' } as const;
    await changeLedger({ address: '+48600100201', change: listed, by: 'olga' }, ports);
    const until = at(3600);
    await changeLedger(
      { address: '+48600100203', change: { ...listed, until }, by: 'olga' },
      ports,
    );
    const csv =
      'phone;name;ok\n600100200;Ann;yes\n600100201;Ben;yes\n600100202;Cid;no\n600100203;Dan;yes\n';

    const preview = await previewImport('spring', csv, undefined, ports);

    expect(preview.counts).toEqual({ imported: 4, duplicate: 0, rejected: 0, notContacted: 2 });
    expect(preview.rows.map(({ remarks }) => remarks)).toEqual([
      [],
      ['not contacted: it is on the blacklist: asked not to be called'],
      [expect.stringMatching(/^not contacted: .*consent/)],
      [],
    ]);
    expect(await ports.ledger.page('+48600100200')).toMatchObject({ version: 0, consents: [] });
  });
});

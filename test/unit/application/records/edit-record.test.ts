import { describe, expect, it } from 'vitest';
import { editRecord } from '../../../../lib/application/records/edit-record.ts';
import { addition, aRecord, ref } from '../../../support/records.ts';
import { contended, Floor } from '../a-floor.ts';

const ANN = ref('spring', 'ann');

async function withAnn(): Promise<Floor> {
  const floor = new Floor({
    campaign: { fields: { name: { required: true }, born: { type: 'date' }, note: {} } },
  });
  const fields = { name: 'Ann', note: 'late' };
  await floor.ports.records.commit(addition(aRecord('ann', { fields })));
  return floor;
}

describe('fields of a record changed outside of a contact', () => {
  it('are changed, and the others stay as they are', async () => {
    const { ports } = await withAnn();

    const edited = await editRecord(
      ANN,
      { values: { name: 'Anna', born: '2.3.1990' }, by: 'crm' },
      ports,
    );

    expect(edited).toEqual({ kind: 'edited', changed: ['name', 'born'] });
    expect((await ports.records.load(ANN))?.fields).toEqual({
      name: 'Anna',
      born: '1990-03-02',
      note: 'late',
    });
  });

  it('are emptied by an empty text', async () => {
    const { ports } = await withAnn();

    await editRecord(ANN, { values: { note: '' }, by: 'crm' }, ports);

    expect((await ports.records.load(ANN))?.fields.note).toBe('');
  });

  it('are decided again when somebody changed the record meanwhile', async () => {
    const { ports } = await withAnn();

    const edited = await editRecord(
      ANN,
      { values: { name: 'Anna' }, by: 'crm' },
      contended(ports, 2),
    );

    expect(edited.kind).toBe('edited');
  });

  it('that are so already change nothing', async () => {
    const { ports } = await withAnn();

    expect(await editRecord(ANN, { values: { name: 'Ann' }, by: 'crm' }, ports)).toEqual({
      kind: 'unchanged',
    });
    expect((await ports.records.load(ANN))?.version).toBe(1);
  });

  it('are refused with every reason, and none is changed', async () => {
    const { ports } = await withAnn();
    const values = { name: '', born: 'yesterday', colour: 'red', note: 'x' };

    const edited = await editRecord(ANN, { values, by: 'crm' }, ports);

    expect(edited).toMatchObject({ kind: 'refused', reasons: { length: 3 } });
    expect((await ports.records.load(ANN))?.fields.note).toBe('late');
  });

  it('of a record that is not there are not changed', async () => {
    const { ports } = await withAnn();

    const edited = await editRecord(
      ref('spring', 'bob'),
      { values: { name: 'Bob' }, by: 'crm' },
      ports,
    );

    expect(edited).toEqual({ kind: 'missing' });
  });
});

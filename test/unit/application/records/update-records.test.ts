import { describe, expect, it } from 'vitest';
import { updateRecords } from '../../../../lib/application/records/update-records.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { at } from '../../../support/records.ts';
import { aFloor, contended, type Floor, SPRING } from '../a-floor.ts';

const ASIDE: Partial<CampaignRecord> = { state: 'set-aside', nextContact: undefined as never };

async function floorWith(names: readonly string[]): Promise<Floor> {
  const floor = await aFloor();
  for (const name of names) await floor.add(name, ASIDE);
  return floor;
}
const ask = (floor: Floor, input: Partial<TaskInput<'update-records'>>) =>
  updateRecords(
    {
      campaign: 'spring',
      records: 'set-aside',
      change: { kind: 'put-back' },
      by: 'olga',
      ...input,
    },
    floor.ports,
  );

describe('deciding about records (CBR-9)', () => {
  it('puts one back, and what cannot be is refused for that record alone', async () => {
    const floor = await floorWith(['ann', 'ben']);
    await floor.add('cem', { ...ASIDE, state: 'closed' });

    const answer = await ask(floor, { records: ['ann', 'cem', 'nobody', 'ann'] });

    expect(answer).toEqual({
      kind: 'updated',
      changed: 1,
      unchanged: 0,
      refused: [
        { record: 'cem', reason: 'it is closed' },
        { record: 'nobody', reason: 'there is no such record' },
      ],
      more: false,
      campaignState: 'running',
    });
    expect((await floor.record('ann')).nextContact).toBe(at(0));
    expect((await floor.record('ben')).state).toBe('set-aside');
  });

  it('puts all back that are set aside, and asked again changes nothing', async () => {
    const names = Array.from({ length: 25 }, (_, n) => `r${n}`);
    const floor = await floorWith(names);

    const answers = [await ask(floor, {}), await ask(floor, {})];

    expect(answers).toMatchObject([{ changed: 25 }, { changed: 0, unchanged: 0 }]);
    const counts = await floor.ports.records.counts(SPRING);
    expect(counts).toEqual({ new: 25 });
  });

  it('says that there are more than one run looks at', async () => {
    const names = Array.from({ length: 501 }, (_, n) => `r${n}`);
    const floor = await floorWith(names);

    const answers = [];
    for (let n = 0; n < 2; n++) answers.push(await ask(floor, { change: { kind: 'close' } }));

    expect(answers).toMatchObject([
      { changed: 500, more: true },
      { changed: 1, more: false },
    ]);
  });

  it('is decided again when somebody else was first', async () => {
    const floor = await floorWith(['ann']);

    const answer = await updateRecords(
      { campaign: 'spring', records: ['ann'], change: { kind: 'close' }, by: 'olga' },
      { ...floor.ports, ...contended(floor.ports, 2) },
    );

    expect(answer).toMatchObject({ changed: 1 });
  });

  it('reserves a record for an agent of the centre only (REC-7)', async () => {
    const floor = await floorWith(['ann']);
    const reserve = (agent: string) =>
      ask(floor, { records: ['ann'], change: { kind: 'reserve', agent } });

    expect(await reserve('nobody')).toEqual({
      kind: 'refused',
      reasons: ["there is no agent 'nobody'"],
    });
    expect(await reserve('eva')).toMatchObject({ changed: 1 });
    expect((await floor.record('ann')).privateTo).toBe('eva');
    expect(await ask(floor, { campaign: 'gone' })).toEqual({
      kind: 'refused',
      reasons: ["there is no campaign 'gone'"],
    });
  });
});

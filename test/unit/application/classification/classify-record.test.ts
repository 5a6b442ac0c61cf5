import { describe, expect, it } from 'vitest';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { addRecords } from '../../../../lib/application/imports/add-records.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { campaignId, contactId } from '../../../../lib/domain/model/ids.ts';
import { at, ref } from '../../../support/records.ts';
import {
  aFloor,
  contended,
  EVA,
  type Floor,
  type Setup,
  SPRING,
  TOM,
  talkedTo,
} from '../a-floor.ts';

/** Ann's call is placed; Connect has reported nothing of it yet. */
async function called(campaign: Setup['campaign'] = {}, also: Setup['also'] = {}): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'], campaign, also });
  await floor.tick();
  await floor.placeAll();
  return floor;
}
const inputOf = async (
  floor: Floor,
  more: Partial<TaskInput<'classify-record'>> = {},
): Promise<TaskInput<'classify-record'>> => ({
  campaign: SPRING,
  record: ref('spring', 'ann').record,
  attempt: (await floor.attempt('ann')).id,
  classifier: 'sold',
  agent: EVA,
  fields: {},
  ...more,
});
const classified = async (floor: Floor, more: Partial<TaskInput<'classify-record'>> = {}) =>
  classifyRecord(await inputOf(floor, more), floor.ports);

describe('an agent’s classification (CLS-14)', () => {
  it('closes the record, and the timeline says who decided', async () => {
    const floor = await called();

    expect(await classified(floor)).toEqual({ kind: 'classified' });
    expect(await floor.record('ann')).toMatchObject({ classifier: 'sold', success: true });
    expect((await floor.attempt('ann')).classifier).toBe('sold');
    expect(await floor.entries('ann')).toContain('record.classified');
  });

  it.each([
    ['everywhere', undefined],
    ['campaign', SPRING],
  ] as const)(
    'puts the number on the blacklist where the classifier does, %s (CLS-9)',
    async (where, campaign) => {
      const floor = await called({
        classifiers: { never: { name: 'Never again', blacklists: where } },
      });
      const phone = (await floor.attempt('ann')).endpoint;

      await classified(floor, { classifier: 'never' });
      await classified(floor, { classifier: 'never' });

      expect(await floor.record('ann')).toMatchObject({ state: 'blacklisted' });
      expect((await floor.ports.ledger.page(phone)).blacklist).toEqual([
        { campaign, reason: 'Never again', by: EVA, at: at(0) },
      ]);
      const entries = await floor.entries('ann');
      expect(entries.filter((type) => type === 'record.blocked')).toHaveLength(1);
    },
  );

  it('that could not be put on the blacklist fails, and is done when it is asked for again', async () => {
    const floor = await called({
      classifiers: { never: { name: 'Never again', blacklists: 'everywhere' } },
    });
    const { ledger } = floor.ports;
    const broken = {
      ...ledger,
      commit: () => Promise.reject(new Fault('StoreUnavailable', 'down')),
    };
    const input = await inputOf(floor, { classifier: 'never' });

    await expect(classifyRecord(input, { ...floor.ports, ledger: broken })).rejects.toThrow('down');
    await classifyRecord(input, floor.ports);

    const phone = (await floor.attempt('ann')).endpoint;
    expect((await ledger.page(phone)).blacklist).toHaveLength(1);
  });

  it('moves the person to another campaign, once (CLS-8)', async () => {
    const floor = await called(
      { classifiers: { summer: { name: 'Summer', movesTo: 'summer' } } },
      {
        summer: { name: 'Summer', channels: { outbound: { queue: 'sales' } } },
      },
    );
    const { phones } = await floor.record('ann');
    const input = await inputOf(floor, { classifier: 'summer' });

    await classifyRecord(input, contended(floor.ports, 2));
    await classifyRecord(input, floor.ports);

    expect(await floor.record('ann')).toMatchObject({ state: 'closed', classifier: 'summer' });
    const [moved, ...others] = [...floor.ports.records.all(campaignId('summer'))];
    expect(others).toEqual([]);
    expect(moved).toMatchObject({ state: 'new', phones, version: 1 });
    const told = (await floor.entries('ann')).filter((type) => type === 'record.passed-on');
    expect(told).toHaveLength(1);
  });

  it('knows whom the other campaign has already, however they got there', async () => {
    const also = { summer: { name: 'Summer', channels: { outbound: { queue: 'sales' } } } };
    const floor = await called(
      { classifiers: { both: { name: 'Both', copiesTo: 'summer' } } },
      also,
    );
    const { phones } = await floor.record('ann');
    const contact = { phones: [phones[0]?.value ?? ''], emails: [], fields: {}, weight: 0 };
    const [there] = await addRecords('summer', [contact], 'olga', floor.ports);

    await classified(floor, { classifier: 'both' });

    const summer = [...floor.ports.records.all(campaignId('summer'))];
    expect(summer.map(({ record }) => ({ kind: 'added', record }))).toEqual([there]);
    const entries = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(entries.find(({ type }) => type === 'record.passed-on')).toMatchObject({
      ...{ how: 'copied', to: 'summer', outcome: 'present', as: summer[0]?.record },
    });
  });

  it('given twice is one', async () => {
    const floor = await called();
    await classified(floor);
    const before = await floor.record('ann');

    expect(await classified(floor)).toEqual({ kind: 'classified' });
    expect(await floor.record('ann')).toEqual(before);
  });

  it('is decided again when somebody changed the record meanwhile', async () => {
    const floor = await called();

    const answer = await classifyRecord(await inputOf(floor), contended(floor.ports, 2));

    expect(answer).toEqual({ kind: 'classified' });
    expect((await floor.record('ann')).classifier).toBe('sold');
  });

  it.each([
    ['a campaign', { campaign: 'gone' }, "there is no campaign 'gone'"],
    ['an agent', { owner: 'nobody' }, "there is no agent 'nobody'"],
    ['a record', { record: 'gone' }, "there is no record 'gone'"],
    ['a call', { attempt: 'gone' }, "there is no call 'gone'"],
  ])('names %s that does not exist', async (_, wrong, reason) => {
    const floor = await called();

    expect(await classified(floor, wrong)).toEqual({ kind: 'refused', reasons: [reason] });
  });

  it('without a call is refused (CAM-11)', async () => {
    const floor = await called();

    expect(await classified(floor, { attempt: undefined })).toEqual({
      kind: 'refused',
      reasons: ['name the call: records are classified after a call'],
    });
  });
});

describe('a classification before Connect’s events', () => {
  /** Tom had the call; the attempt knows only that Eva's agent program was offered it. */
  const late = async (floor: Floor) => {
    const { contact } = await floor.attempt('ann');
    if (contact === undefined) throw new Error('the call was placed');
    floor.ports.telephony.know(talkedTo({ contact }, TOM));
    floor.waitUntil(70);
    return contact;
  };

  it('is not refused for what the events have not reported: Connect is asked', async () => {
    const floor = await called();
    const order = await inputOf(floor, { classifier: 'nonsense' });
    await late(floor);

    const answer = await classifyRecord(order, floor.ports);

    expect(answer).toMatchObject({ kind: 'refused' });
    // what Connect knew of the call is applied on the way
    expect((await floor.attempt('ann')).timestamps.disconnected).toBe(at(60));
  });

  it('is refused by what Connect knows: another agent had the call', async () => {
    const floor = await called();
    await late(floor);
    await classified(floor, { classifier: 'nonsense' });

    expect(await classified(floor)).toEqual({
      kind: 'refused',
      reasons: ['another agent had the call'],
    });
  });

  it('takes the contact the agent’s program names only when Connect made it for this call', async () => {
    const floor = await aFloor({ records: ['ann'] });
    await floor.order();
    const reasons = ['the call has not been placed yet'];

    const stranger = contactId('contact-of-somebody-else');
    floor.ports.telephony.know(talkedTo({ contact: stranger }, EVA));

    expect(await classified(floor, { contact: stranger })).toEqual({ kind: 'refused', reasons });
    expect(await classified(floor)).toEqual({ kind: 'refused', reasons });
    expect((await floor.attempt('ann')).contact).toBeUndefined();
  });
});

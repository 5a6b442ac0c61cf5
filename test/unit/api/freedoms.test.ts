// What agents may do beside their contacts, where their campaign says so.
import { describe, expect, it } from 'vitest';
import { apiOver, tokenOf } from '../../support/api.ts';
import { at, ref } from '../../support/records.ts';
import { aFloor, EVA, type Setup, TOM } from '../application/a-floor.ts';

const eva = tokenOf.agent('eva');
const spring = { campaign: 'spring' };
const ann = { campaign: 'spring', record: 'ann' };

type May = NonNullable<NonNullable<Setup['campaign']>['agentsMay']>;

async function floorWith(agentsMay: May) {
  const fields = { name: { label: 'Name', significant: true, required: true } };
  const floor = await aFloor({ campaign: { agentsMay, fields } });
  return { floor, api: apiOver(floor.ports) };
}

describe('adding records (CAM-14)', () => {
  const body = { records: [{ phones: ['600 100 200'], fields: { name: 'Ben' } }] };

  it('is the agents’ where the campaign says so, and the timeline names them', async () => {
    const { floor, api } = await floorWith({ addRecords: true });

    const { body: answer } = await api.ask(eva, 'addRecords', { params: spring, body });

    const { items } = answer as { items: readonly { outcome: string; record: string }[] };
    expect(items.map(({ outcome }) => outcome)).toEqual(['added']);
    const record = await floor.ports.records.load(ref('spring', items[0]?.record ?? ''));
    expect(record).toMatchObject({
      fields: { name: 'Ben' },
      origin: { kind: 'person', by: 'eva' },
    });
  });

  it('is refused elsewhere, and to agents of other campaigns', async () => {
    const asked = { params: spring, body };

    expect((await (await floorWith({})).api.ask(eva, 'addRecords', asked)).status).toBe(403);
    const { api } = await floorWith({ addRecords: true });
    expect((await api.ask(tokenOf.agent('stranger'), 'addRecords', asked)).status).toBe(403);
  });
});

describe('numbers and addresses of a record (CAM-15)', () => {
  const body = { phones: ['600 300 400', '+48221000001'], emails: ['Anna@Example.org'] };
  const phones = [{ value: '+48221000001', isDefault: true }];

  it('are changed by its agent, the first being the default, and found from then on', async () => {
    const { floor, api } = await floorWith({ editContactData: true });
    await floor.add('ann', { lastAgent: EVA, phones });

    expect((await api.ask(eva, 'editEndpoints', { params: ann, body })).body).toMatchObject({
      changed: true,
    });
    expect(await floor.record('ann')).toMatchObject({
      phones: [
        { value: '+48600300400', isDefault: true },
        { value: '+48221000001', isDefault: false },
      ],
      emails: [{ value: 'anna@example.org', isDefault: true }],
    });
    const found = await floor.ports.records.lookUp(ref('spring', 'ann').campaign, {
      by: 'phone',
      phone: '+48600300400',
    });
    expect(found.map(({ record }) => record)).toEqual(['ann']);
    const [entry] = (await floor.ports.journal.ofRecord(ref('spring', 'ann'))).slice(-1);
    expect(entry).toMatchObject({
      type: 'record.edited',
      by: 'eva',
      changed: ['phones', 'emails'],
    });
    expect(JSON.stringify(entry)).not.toContain('300400');
    expect((await api.ask(eva, 'editEndpoints', { params: ann, body })).body).toMatchObject({
      changed: false,
    });
  });

  it('that are wrong are said with their place, and change nothing', async () => {
    const { floor, api } = await floorWith({ editContactData: true });
    await floor.add('ann', { lastAgent: EVA, phones });

    const { status, body: answer } = await api.ask(eva, 'editEndpoints', {
      params: ann,
      body: { phones: ['700 100 200'], emails: ['ann'] },
    });

    expect([status, answer]).toMatchObject([
      400,
      { errors: [{ pointer: '/phones/0' }, { pointer: '/emails/0' }] },
    ]);
    expect((await floor.record('ann')).version).toBe(1);
  });

  it('no longer have the number of a call back that was taken out', async () => {
    const { floor, api } = await floorWith({ editContactData: true });
    await floor.add('ann', { lastAgent: EVA, phones, callBackTo: '+48221000001' });

    await api.ask(eva, 'editEndpoints', {
      params: ann,
      body: { phones: ['600 300 400'], emails: [] },
    });

    expect((await floor.record('ann')).callBackTo).toBeUndefined();
  });

  it('are left alone where the campaign does not say so, and of the records of others', async () => {
    const own = await floorWith({});
    await own.floor.add('ann', { lastAgent: EVA });
    const other = await floorWith({ editContactData: true });
    await other.floor.add('ann', { privateTo: TOM });

    for (const { api } of [own, other])
      expect((await api.ask(eva, 'editEndpoints', { params: ann, body })).status).toBe(403);
  });
});

describe('a private recall before its time (CAM-18)', () => {
  const recall = { state: 'recall-scheduled', privateTo: EVA, nextContact: at(7200) } as const;
  const mine = async (agentsMay: May) => {
    const { floor, api } = await floorWith(agentsMay);
    await floor.add('ann', recall);
    const { body } = await api.ask(eva, 'listMyRecords');
    return { floor, api, items: (body as { items: readonly { mayCallNow: boolean }[] }).items };
  };

  it('is seen and made where the campaign says so: the dialer calls it next', async () => {
    const { floor, api, items } = await mine({ recallEarly: true });
    expect(items).toMatchObject([{ record: 'ann', as: 'recall', mayCallNow: true }]);

    const { status } = await api.ask(eva, 'setRecall', { params: ann, body: {} });

    expect(status).toBe(200);
    expect((await floor.record('ann')).nextContact).toBe(at(0));
    await floor.tick();
    expect(await floor.entries('ann')).toEqual(expect.arrayContaining(['call.ordered']));
  });

  it('is neither elsewhere, until it is due', async () => {
    const { floor, api, items } = await mine({});
    expect(items).toEqual([]);

    expect((await api.ask(eva, 'setRecall', { params: ann, body: {} })).status).toBe(409);
    floor.waitUntil(7200);
    const { body } = await api.ask(eva, 'listMyRecords');
    expect(body).toMatchObject({ items: [{ record: 'ann', mayCallNow: false }] });
  });

  it('is not put off by it, and none of another agent', async () => {
    const { floor, api } = await mine({ recallEarly: true });
    await floor.add('ben', { ...recall, privateTo: TOM });
    const later = { at: new Date(at(9000)).toISOString() };

    expect((await api.ask(eva, 'setRecall', { params: ann, body: later })).status).toBe(409);
    const ben = { params: { ...ann, record: 'ben' }, body: {} };
    expect((await api.ask(eva, 'setRecall', ben)).status).toBe(403);
  });
});

describe('the state of the records (CAM-20)', () => {
  it('is seen where the campaign says so', async () => {
    const { floor, api } = await floorWith({ seeCounts: true });
    await floor.add('ann');

    expect((await api.ask(eva, 'readMyCampaign', { params: spring })).body).toMatchObject({
      name: 'Spring',
      fields: [{ field: 'name', label: 'Name', required: true, value: '' }],
      counts: { records: 1, states: { new: 1, closed: 0 } },
    });
  });

  it('is not elsewhere, and of no campaign one does not work on', async () => {
    const { api } = await floorWith({});

    expect((await api.ask(eva, 'readMyCampaign', { params: spring })).body).not.toHaveProperty(
      'counts',
    );
    const stranger = tokenOf.agent('stranger');
    expect((await api.ask(stranger, 'readMyCampaign', { params: spring })).status).toBe(403);
  });
});

// What the desk of an agent reads.
import { describe, expect, it } from 'vitest';
import { agentEvents } from '../../../lib/application/agents/agent-events.ts';
import { callSettings } from '../../../lib/domain/calls/call-settings.ts';
import { applyContactFacts } from '../../../lib/domain/calls/settlement.ts';
import { attemptId } from '../../../lib/domain/model/ids.ts';
import { apiOver, tokenOf } from '../../support/api.ts';
import { addition, anAttempt, aRecord, aText, at, changed, ref } from '../../support/records.ts';
import { aFloor, EVA, type Setup, SPRING, talkedTo } from '../application/a-floor.ts';

const eva = tokenOf.agent('eva');
const tom = tokenOf.agent('tom');

const CAMPAIGN: Setup = {
  campaign: {
    colour: '#0a7d4f',
    fields: {
      name: { label: 'Name', significant: true },
      plan: { type: 'choice', options: ['a', 'b'], required: true },
      source: { editable: false },
    },
    classifiers: {
      sold: { name: 'Sold', success: true, closes: true },
      later: { name: 'Later', recontact: { within: '2 d' }, makesPrivate: true },
      again: { name: 'Again', recontact: { after: '1 h' } },
      nobody: { name: 'Nobody', for: ['busy'] },
    },
  },
};
const BY_HAND: Setup = {
  ...CAMPAIGN,
  campaign: { ...CAMPAIGN.campaign, handling: 'manual-web' },
  outbound: { mode: 'preview', beforeCallWork: '20 s', offerFor: '1 min' },
};

/** Ann was called for Eva and is talked to, or has been. */
async function aTalk(setup: Setup = CAMPAIGN, ended = false) {
  const floor = await aFloor(setup);
  await floor.add('ann', { privateTo: EVA, fields: { name: 'Ann', source: 'web' } });
  await floor.tick();
  await floor.placeAll();
  const [record, attempt] = [await floor.record('ann'), await floor.attempt('ann')];
  const {
    disconnected: _,
    disconnectReason: __,
    ...talking
  } = talkedTo({ contact: attempt.contact as never }, EVA);
  const facts = ended ? talkedTo({ contact: attempt.contact as never }, EVA) : talking;
  const settings = callSettings(floor.ports.definitions.definitions(), SPRING, at(61), attempt);
  const change = applyContactFacts(record, attempt, facts, settings);
  if (change) await floor.ports.records.commit(change);
  const params = { campaign: 'spring', record: 'ann', attempt: attempt.id };
  return { floor, api: apiOver(floor.ports), params };
}

describe('the desk', () => {
  it('says which campaign keeps further contacts from the agent, and until when (CAM-6, CAM-7)', async () => {
    const floor = await aFloor({
      ...CAMPAIGN,
      campaign: { ...CAMPAIGN.campaign, unhandled: { most: 2, until: 1 } },
    });
    for (const name of ['ann', 'ben']) {
      const unhandled = { since: at(-60), agent: EVA, attempt: attemptId(`${name}-1`) };
      const { nextContact: _, ...left } = aRecord(name, { state: 'unhandled', unhandled });
      await floor.ports.records.commit(addition(left));
    }
    const api = apiOver(floor.ports);
    const before = await api.ask(eva, 'readDesk');
    const free = { agent: EVA, arn: 'arn:eva', group: 'team', activity: 'free' } as const;
    await agentEvents({ ...free, since: at(1), eventAt: at(1) }, floor.ports);

    const { body } = await api.ask(eva, 'readDesk');

    expect(before.body).toMatchObject({ heldUp: [] });
    expect(body).toMatchObject({
      heldUp: [{ campaign: 'spring', name: 'Spring', left: 2, until: 1 }],
    });
    expect((await api.ask(tom, 'readDesk')).body).toMatchObject({ heldUp: [] });
  });

  it('tells who the agent is, what they work on and what is with them', async () => {
    const { api, params } = await aTalk();

    const { body } = await api.ask(eva, 'readDesk');

    expect(body).toMatchObject({
      ...{ now: '2026-03-02T09:00:00.000Z', agent: 'eva', group: 'team', activity: 'free' },
      campaigns: [{ campaign: 'spring', name: 'Spring', colour: '#0a7d4f', handling: 'automatic' }],
      contacts: [
        {
          ...params,
          ...{ name: 'Ann', channel: 'voice', direction: 'outbound' },
          ...{ phase: 'with-agent', awaitsYou: false },
        },
      ],
    });
    expect((await api.ask(tom, 'readDesk')).body).toMatchObject({ contacts: [] });
  });

  it('shows an offer with the time it lasts, and the before-call work once it is accepted', async () => {
    const floor = await aFloor(BY_HAND);
    await floor.add('ann');
    await floor.tick();
    const api = apiOver(floor.ports);
    const { id } = await floor.attempt('ann');
    const params = { campaign: 'spring', record: 'ann', attempt: id };
    const contactOf = (body: unknown) => (body as { contacts: readonly unknown[] }).contacts[0];

    const before = contactOf((await api.ask(eva, 'readDesk')).body);
    await api.ask(eva, 'answerOffer', { params, body: { press: 'accept' } });
    const after = contactOf((await api.ask(eva, 'readDesk')).body);

    expect(before).toMatchObject({
      ...{ phase: 'ordered', awaitsYou: true },
      // as long as the campaign offers it, not as long as the record is taken
      until: '2026-03-02T09:01:00.000Z',
    });
    expect(after).toMatchObject({ awaitsYou: false, callsAt: '2026-03-02T09:00:20.000Z' });
    expect(((await api.ask(eva, 'listOffers')).body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('is none of those who are no agents of the centre', async () => {
    const { api } = await aTalk();

    for (const operation of ['readDesk', 'listMyRecords', 'listOffers']) {
      const answer = await api.ask(tokenOf.agent('stranger'), operation);
      expect([operation, answer.status]).toEqual([operation, 403]);
    }
  });
});

describe('the records of an agent', () => {
  it('are their recalls, those reserved for them and those they left, the first to come first', async () => {
    const floor = await aFloor({ ...CAMPAIGN, free: [] });
    const fields = { name: 'Ben' };
    await floor.add('ben', {
      state: 'recall-scheduled',
      lastAgent: EVA,
      nextContact: at(7200),
      fields,
    });
    await floor.add('cid', { privateTo: EVA, nextContact: at(3600) });
    await floor.add('dan', { state: 'recall-scheduled', nextContact: at(60) });
    const api = apiOver(floor.ports);

    const { body } = await api.ask(eva, 'listMyRecords');

    expect(body).toEqual({
      items: [
        {
          campaign: 'spring',
          record: 'cid',
          name: '',
          as: 'reserved',
          at: '2026-03-02T10:00:00.000Z',
          mayCallNow: false,
          mayMove: false,
        },
        {
          campaign: 'spring',
          record: 'ben',
          name: 'Ben',
          as: 'recall',
          at: '2026-03-02T11:00:00.000Z',
          mayCallNow: false,
          mayMove: false,
        },
      ],
    });
  });

  it('left unclassified name the contact that can still be classified', async () => {
    const { floor, api, params } = await aTalk(CAMPAIGN, true);
    const record = await floor.record('ann');
    const { current: _, ...left } = changed(record, { state: 'unhandled', lastAgent: EVA });
    await floor.ports.records.commit({ before: record, after: left, entries: [] });

    const { body } = await api.ask(eva, 'listMyRecords');

    expect(body).toMatchObject({ items: [{ as: 'unhandled', attempt: params.attempt }] });
  });
});

describe('the window of a record', () => {
  it('has its fields with their types, and the classifiers that fit', async () => {
    const { api, params } = await aTalk();

    const { body } = await api.ask(eva, 'readWindow', { params });

    expect(body).toMatchObject({
      campaignName: 'Spring',
      colour: '#0a7d4f',
      name: 'Ann',
      contact: { phase: 'with-agent', isOver: false, direction: 'outbound' },
      wrapUp: { seconds: 30, extra: 0, isExtended: false },
      fields: [
        { field: 'name', label: 'Name', type: 'none', significant: true, value: 'Ann' },
        { field: 'plan', label: 'plan', type: 'choice', options: ['a', 'b'], required: true },
        { field: 'source', editable: false, value: 'web' },
      ],
      classifiers: [
        { classifier: 'sold', name: 'Sold', success: true, closes: true },
        { classifier: 'later', recontact: 'you-choose', asksForOwner: true },
        { classifier: 'again', recontact: 'by-itself' },
      ],
      owners: ['eva', 'tom'],
      messages: [],
    });
  });

  it('says when the wrap-up ends', async () => {
    const { api, params } = await aTalk(CAMPAIGN, true);

    const { body } = await api.ask(eva, 'readWindow', { params });

    expect(body).toMatchObject({ contact: { phase: 'wrap-up', until: expect.any(String) } });
  });

  it('shows the texts written with the person, and who wrote them', async () => {
    const { floor, api, params } = await aTalk();
    const record = await floor.record('ann');
    const content = { kind: 'sms', to: '+48600000001', from: 'Ringback' } as const;
    const texts = [
      aText(record, 'm1', { content: { ...content, text: 'At nine?' }, state: 'delivered' }),
      aText(record, 'm2', {
        content: { ...content, text: 'Yes' },
        state: 'received',
        orderedAt: at(5),
      }),
    ];
    await floor.ports.records.commit({
      before: record,
      after: changed(record),
      entries: [],
      messages: texts.map((after) => ({ before: undefined, after })),
    });

    const { body } = await api.ask(eva, 'readWindow', { params });

    expect(body).toMatchObject({
      messages: [
        { by: 'us', text: 'At nine?', state: 'delivered' },
        { by: 'them', text: 'Yes' },
      ],
    });
  });

  it('offers the classifiers of e-mails once one was written during the contact (CLS-5)', async () => {
    const mailed = { name: 'E-mailed', for: ['email' as const] };
    const { classifiers } = CAMPAIGN.campaign ?? {};
    const setup = {
      ...CAMPAIGN,
      campaign: { ...CAMPAIGN.campaign, classifiers: { ...classifiers, mailed } },
    };
    const { floor, api, params } = await aTalk(setup);
    const record = await floor.record('ann');
    const emails = [{ value: 'ann@example.org', isDefault: true }];
    await floor.ports.records.commit({
      before: record,
      after: changed({ ...record, emails }),
      entries: [],
    });
    const offered = async () => {
      const { body } = await api.ask(eva, 'readWindow', { params });
      const { classifiers: listed } = body as { classifiers: { classifier: string }[] };
      return listed.map(({ classifier }) => classifier);
    };

    const before = await offered();
    const body = { id: 'e-1', mailbox: 'appointments', subject: 'Prices', text: 'From 150' };
    expect((await api.ask(eva, 'writeEmail', { params, body })).status).toBe(200);

    expect(before).not.toContain('mailed');
    expect(await offered()).toEqual([...before, 'mailed']);
  });

  it('is closed to agents whose record it is not, and there for a contact that is', async () => {
    const { api, params } = await aTalk();

    expect((await api.ask(tom, 'readWindow', { params })).status).toBe(403);
    const none = { ...params, attempt: 'none' };
    expect((await api.ask(eva, 'readWindow', { params: none })).status).toBe(404);
  });
});

describe('the moments to call again', () => {
  it('are those of a week within recall hours and the reach of the classifier', async () => {
    const { api, params } = await aTalk();
    const times = async (query: Readonly<Record<string, string>>) =>
      (
        (await api.ask(eva, 'listRecontactTimes', { params, query })).body as {
          days: readonly { date: string; times: readonly string[] }[];
        }
      ).days.map(({ date, times: all }) => `${date} ${all.length} ${all[0]}`);

    expect(await times({})).toEqual([
      '2026-03-02 36 2026-03-02T09:00:00.000Z',
      '2026-03-03 40 2026-03-03T08:00:00.000Z',
      '2026-03-04 40 2026-03-04T08:00:00.000Z',
      '2026-03-05 40 2026-03-05T08:00:00.000Z',
      '2026-03-06 40 2026-03-06T08:00:00.000Z',
    ]);
    expect(await times({ classifier: 'later' })).toHaveLength(3);
    expect(await times({ from: '2026-03-07', classifier: 'later' })).toEqual([]);
  });
});

describe('the history of a person', () => {
  const spoken = {
    status: 'answered',
    settled: true,
    classifier: 'again',
    timestamps: { connectedToAgent: at(-3590), disconnected: at(-3530) },
  } as const;

  it('is their calls and messages in all campaigns, the latest first', async () => {
    const { floor, api, params } = await aTalk({
      ...CAMPAIGN,
      also: { autumn: { name: 'Autumn' } },
    });
    const ann = await floor.record('ann');
    const before = anAttempt(ann, 'a0', { ...spoken, orderedAt: at(-3600), agent: EVA });
    const autumn = { ...ann, ...ref('autumn', 'ann-2'), version: 1, current: undefined };
    const text = aText(autumn, 'm9', {
      state: 'received',
      orderedAt: at(-60),
      content: { kind: 'sms', to: ann.phones[0]?.value ?? '', from: 'Ringback', text: 'Call me' },
    });
    // offered and left to expire: nobody was called
    const offered = anAttempt(autumn, 'a8', { settled: true, agent: EVA, orderedAt: at(-100) });
    await floor.ports.records.commit({
      before: undefined,
      after: autumn,
      entries: [],
      attempt: { before: undefined, after: offered },
      messages: [{ before: undefined, after: text }],
    });

    await floor.ports.records.commit({
      before: ann,
      after: changed(ann),
      entries: [],
      attempt: { before: undefined, after: before },
    });

    const { body } = await api.ask(eva, 'readHistory', { params });

    expect(body).toMatchObject({
      items: [
        { kind: 'sms', campaignName: 'Autumn', direction: 'inbound', text: 'Call me' },
        {
          ...{ kind: 'call', campaignName: 'Spring', direction: 'outbound', agent: 'eva' },
          ...{ status: 'answered', classifier: 'Again', talked: 60 },
        },
      ],
    });
  });
});

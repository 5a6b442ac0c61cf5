import { describe, expect, it } from 'vitest';
import { agentId, attemptId } from '../../../lib/domain/model/ids.ts';
import { type Api, anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { addition, aRecord, at, ref } from '../../support/records.ts';

const ann = { campaign: 'spring', record: 'ann' };
const eva = tokenOf.agent('eva');
const ALLOWED = { classifyWithoutContact: true, recallWithoutContact: true };

async function aDesk(agentsMay = ALLOWED, changes = {}): Promise<Api> {
  const api = anApi(definitions({ campaign: { agentsMay } }));
  await api.ports.records.commit(addition(aRecord('ann', { fields: {}, ...changes })));
  return api;
}
const recordOf = (api: Api) => api.ports.records.load(ref('spring', 'ann'));
const detailOf = (body: unknown): unknown => (body as { detail?: unknown }).detail;

describe('a customer who walks in (CAM-11, CLS-4)', () => {
  const bought = (api: Api, claims = eva) =>
    api.ask(claims, 'classifyRecord', { params: ann, body: { classifier: 'sold' } });

  it('is a success set by any agent of the campaign, once', async () => {
    const api = await aDesk();

    const answers = [await bought(api), await bought(api)];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await recordOf(api)).toMatchObject({ state: 'closed', success: true, version: 2 });
  });

  it('is none of an agent’s where the campaign does not say so', async () => {
    const api = await aDesk({ ...ALLOWED, classifyWithoutContact: false });

    const { status, body } = await bought(api);

    expect([status, detailOf(body)]).toEqual([403, 'the record is none of yours']);
  });
});

describe('unhandled records (REC-9)', () => {
  const left = (name: string, agent: string | undefined, minutes: number) =>
    aRecord(name, {
      ...({ state: 'unhandled', nextContact: undefined } as const),
      unhandled: {
        ...{ attempt: attemptId(`call-${name}`), since: at(minutes * 60) },
        agent: agent === undefined ? undefined : agentId(agent),
      },
    });
  async function aList(): Promise<Api> {
    const api = anApi(definitions());
    const all = [left('ben', 'tom', 2), left('ann', 'eva', 1), left('cem', undefined, 0)];
    for (const record of all) await api.ports.records.commit(addition(record));
    return api;
  }
  const listed = async (claims: Parameters<Api['ask']>[0], query = {}) => {
    const params = { campaign: 'spring' };
    const { status, body } = await (await aList()).ask(claims, 'listUnhandled', { params, query });
    const { items } = body as { readonly items?: readonly { readonly record: string }[] };
    return items?.map(({ record }) => record) ?? status;
  };

  it('are listed to the agent who had them, with the contact to classify', async () => {
    const params = { campaign: 'spring' };
    const { body } = await (await aList()).ask(eva, 'listUnhandled', { params });

    expect(body).toEqual({
      items: [
        { record: 'ann', attempt: 'call-ann', agent: 'eva', since: '2026-03-02T09:01:00.000Z' },
      ],
      heldUp: [],
    });
  });

  it('of everybody are listed to those who manage the campaign', async () => {
    expect(await listed(tokenOf.administrator)).toEqual(['cem', 'ann', 'ben']);
    expect(await listed(tokenOf.administrator, { agent: 'tom' })).toEqual(['ben']);
    expect(await listed(eva, { agent: 'tom' })).toBe(403);
  });
});

describe('a private record (REC-7)', () => {
  it('is made by the agent who spoke with the person, and by no other', async () => {
    const api = await aDesk(ALLOWED, { lastAgent: 'eva' });
    const own = (claims: Parameters<Api['ask']>[0]) =>
      api.ask(claims, 'setOwner', { params: ann, body: { agent: 'eva' } });

    expect((await own(tokenOf.agent('tom'))).status).toBe(403);
    expect((await own(eva)).status).toBe(200);
    expect((await recordOf(api))?.privateTo).toBe('eva');
  });
});

describe('a recall without a contact (CAM-19)', () => {
  const wanted = (api: Api, at: string) => api.ask(eva, 'setRecall', { params: ann, body: { at } });

  it('is set by an agent of the campaign, within the hours of recalls', async () => {
    const api = await aDesk();

    const { body } = await wanted(api, '2026-03-03T21:00:00Z');

    expect(body).toEqual({ record: 'ann', at: '2026-03-04T08:00:00.000Z' });
    const entries = await api.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(entries.at(-1)).toMatchObject({
      ...{ type: 'record.recall-scheduled', by: 'eva', for: Date.parse('2026-03-04T08:00:00Z') },
      gates: [
        { gate: 'recall-hours', passed: false },
        { gate: 'callee-hours', passed: false },
      ],
    });
  });

  it('brings back a record that was set aside, and said twice is set once', async () => {
    const api = await aDesk(ALLOWED, { state: 'set-aside', nextContact: undefined, attempts: 2 });

    await wanted(api, '2026-03-03T10:00:00Z');
    await wanted(api, '2026-03-03T10:00:00Z');

    expect(await recordOf(api)).toMatchObject({ state: 'recall-scheduled', version: 2 });
  });

  it.each([
    [
      'closed',
      { state: 'closed', nextContact: undefined },
      '2026-03-03T10:00:00Z',
      'the record is closed',
    ],
    ['past', {}, '2026-03-01T10:00:00Z', 'the time to call again is over'],
    [
      'private',
      { privateTo: 'tom' },
      '2026-03-03T10:00:00Z',
      'the record is private to another agent',
    ],
  ])('is refused when it is %s', async (_, changes, at, because) => {
    const { status, body } = await wanted(await aDesk(ALLOWED, changes), at);

    expect([status, detailOf(body)]).toEqual([409, because]);
  });

  it('is left to classifiers where the campaign does not say so', async () => {
    const api = await aDesk({ ...ALLOWED, recallWithoutContact: false });
    const asked = { params: ann, body: { at: '2026-03-03T10:00:00Z' } };

    const { body } = await api.ask(tokenOf.administrator, 'setRecall', asked);

    expect(detailOf(body)).toBe('recalls are set when a contact is classified');
  });
});

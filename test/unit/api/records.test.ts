import { describe, expect, it } from 'vitest';
import { campaignId } from '../../../lib/domain/model/ids.ts';
import { type Api, anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { addition, aRecord, at, changed, ref } from '../../support/records.ts';

const admin = tokenOf.administrator;
const spring = { campaign: 'spring' };
const ann = { campaign: 'spring', record: 'ann' };

async function withAnn(changes: Parameters<typeof aRecord>[1] = {}): Promise<Api> {
  const api = anApi(definitions({ also: { autumn: {} } }));
  await api.ports.records.commit(addition(aRecord('ann', changes)));
  return api;
}

const add = (api: Api, ...records: readonly unknown[]) =>
  api.ask(admin, 'addRecords', { params: spring, body: { records } });

describe('records added over the API (REC-14)', () => {
  it('are called like those of a file, and the timeline knows who added them', async () => {
    const api = anApi(definitions());

    const { body } = await add(api, {
      phones: ['600 100 200', '+48 600 100 201'],
      emails: ['Jan@Example.org'],
      fields: { name: 'Jan' },
      weight: 5,
      agent: 'eva',
    });

    const [added] = (body as { items: { outcome: string; record: string }[] }).items;
    expect(added?.outcome).toBe('added');
    const record = await api.ports.records.load(ref('spring', added?.record ?? ''));
    expect(record).toMatchObject({
      state: 'new',
      phones: [
        { value: '+48600100200', isDefault: true },
        { value: '+48600100201', isDefault: false },
      ],
      emails: [{ value: 'jan@example.org', isDefault: true }],
      fields: { name: 'Jan' },
      weight: 5,
      privateTo: 'eva',
      origin: { kind: 'person', by: 'admin' },
    });
    const journal = await api.ports.journal.ofRecord(ref('spring', added?.record ?? ''));
    expect(journal.map(({ type }) => type)).toEqual(['record.added', 'record.reserved']);
  });

  it('are there once, however often they are added, in one request or in two', async () => {
    const api = anApi(definitions());
    const jan = { phones: ['600100200'] };

    const { body: first } = await add(api, jan, { phones: ['+48600100200'] });
    const { body: second } = await add(api, jan);

    const outcomes = [first, second].flatMap((body) =>
      (body as { items: { outcome: string }[] }).items.map(({ outcome }) => outcome),
    );
    expect(outcomes).toEqual(['added', 'present', 'present']);
    expect(await api.ports.records.counts(campaignId('spring'))).toEqual({ new: 1 });
  });

  it('are refused with the place of each mistake and without the value; the others are added', async () => {
    const api = anApi(definitions({ campaign: { fields: { pesel: { type: 'pesel' } } } }));

    const { status, body, text } = await add(
      api,
      { phones: ['600100200', '60010020'], fields: { pesel: '44051401358', colour: 'red' } },
      { emails: ['nobody'] },
      { phones: ['600100200'], agent: 'nobody' },
      { phones: ['600100203'] },
    );

    expect(status).toBe(200);
    const { items } = body as { items: { outcome: string; errors?: { pointer: string }[] }[] };
    expect(items.map(({ outcome }) => outcome)).toEqual([
      ...['refused', 'refused', 'refused'],
      'added',
    ]);
    expect(items.flatMap(({ errors = [] }) => errors.map(({ pointer }) => pointer))).toEqual([
      '/records/0/phones/1',
      '/records/0/fields/pesel',
      '/records/0/fields/colour',
      '/records/1/emails/0',
      '/records/1/phones',
      '/records/2/agent',
    ]);
    expect(text).not.toContain('60010020');
    expect(text).not.toContain('44051401358');
  });

  it('are 500 at most in a request', async () => {
    const api = anApi(definitions());
    const many = Array.from({ length: 501 }, (_, n) => ({ phones: [`60010${1000 + n}`] }));

    const { status, body } = await add(api, ...many);

    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/records' }] });
  });
});

describe('records read over the API', () => {
  it('are listed page by page, also those of one state', async () => {
    const api = anApi(definitions());
    for (const [n, name] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      const record = aRecord(name, { createdAt: at(n) });
      await api.ports.records.commit(addition(record));
      if (n % 2 === 1) continue;
      const { nextContact: _, ...rest } = record;
      const closed = changed(rest, { state: 'closed' });
      await api.ports.records.commit({ before: record, after: closed, entries: [] });
    }
    const pageBy = async (query: Readonly<Record<string, string>>) => {
      const names: string[][] = [];
      let cursor: string | undefined;
      do {
        const more: Record<string, string> = cursor === undefined ? {} : { cursor };
        const { body } = await api.ask(admin, 'listRecords', {
          params: spring,
          query: { ...query, ...more },
        });
        const page = body as { items: { record: string }[]; next?: string };
        names.push(page.items.map(({ record }) => record));
        cursor = page.next;
      } while (cursor !== undefined);
      return names.flat();
    };

    expect(await pageBy({ limit: '2' })).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(await pageBy({ limit: '2', state: 'closed' })).toEqual(['e', 'c', 'a']);
  });

  it('are found by a number as people write it', async () => {
    const api = await withAnn();

    const { body } = await api.ask(admin, 'listRecords', {
      params: spring,
      query: { phone: '22 100 00 01' },
    });

    expect(body).toMatchObject({ items: [{ record: 'ann' }] });
  });

  it('are due in the order they are called, and each says why it stands there', async () => {
    const api = anApi(definitions());
    const records = [
      aRecord('light'),
      aRecord('heavy', { weight: 5 }),
      aRecord('recall', { state: 'recall-scheduled', attempts: 1 }),
      aRecord('later', { nextContact: at(-60) }),
    ];
    for (const record of records) await api.ports.records.commit(addition(record));

    const { body } = await api.ask(admin, 'listNextRecords', { params: spring });

    const { items } = body as { items: { record: string; because: string }[] };
    expect(items.map(({ record }) => record)).toEqual(['heavy', 'recall', 'later', 'light']);
    expect(items.map(({ because }) => because)).toEqual([
      'first of all that are due',
      'its weight is 0, not 5',
      'a first call comes after recalls',
      'it has been due for less time',
    ]);
    expect(items[0]).toMatchObject({ verdict: { kind: 'not-now' } });
  });

  it('say why they are not called, with what was looked at', async () => {
    const api = await withAnn();

    const { body } = await api.ask(admin, 'explainRecord', { params: ann });

    expect(body).toMatchObject({
      present: { kind: 'not-now', says: expect.stringContaining('not called') },
      pool: { waiting: 1, open: 1 },
    });
  });

  it('say that the person is on the blacklist, though they are not taken yet (REC-13)', async () => {
    const api = await withAnn();
    const { phones } = aRecord('ann');
    const change = { kind: 'blacklist', reason: 'asked not to be called' } as const;
    const address = phones[0]?.value ?? '';
    await api.ask(admin, 'switchCampaign', { params: spring, body: { state: 'running' } });
    await api.ask(admin, 'changeConsents', { body: { address, change } });

    const why = await api.ask(admin, 'explainRecord', { params: ann });
    const next = await api.ask(admin, 'listNextRecords', { params: spring });

    const verdict = { kind: 'never', says: expect.stringContaining('on the blacklist') };
    expect(why.body).toMatchObject({
      present: {
        ...verdict,
        gates: expect.arrayContaining([
          expect.objectContaining({ gate: 'blacklist', passed: false }),
        ]),
      },
    });
    expect(next.body).toMatchObject({ items: [{ record: 'ann', verdict }] });
  });

  it('show an agent’s own ones only to the agent', async () => {
    const api = await withAnn({ privateTo: undefined });
    await api.ports.records.commit(addition(aRecord('bob', { lastAgent: undefined })));
    const asEva = (record: string) =>
      api.ask(tokenOf.agent('eva'), 'readRecord', { params: { ...spring, record } });

    const answers = [await asEva('ann'), await asEva('nobody')];

    expect(answers.map(({ status }) => status)).toEqual([403, 404]);
  });
});

describe('records changed over the API', () => {
  const edit = (api: Api, name: string, headers: Readonly<Record<string, string>> = {}) =>
    api.ask(admin, 'editRecord', { params: ann, body: { fields: { name } }, headers });

  it('have their fields checked and changed, and the timeline names them', async () => {
    const api = await withAnn();

    const { body, headers } = await edit(api, 'Anna');

    expect(body).toEqual({ record: 'ann', changed: true });
    expect(headers.etag).toBe('"v2"');
    const journal = await api.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(journal.at(-1)).toMatchObject({ type: 'record.edited', by: 'admin', changed: ['name'] });
  });

  it('have their weight changed, and are then called in another order', async () => {
    const api = await withAnn();
    await api.ports.records.commit(addition(aRecord('bob', { weight: 2 })));

    const edited = await api.ask(admin, 'editRecord', { params: ann, body: { weight: 3 } });
    const again = await api.ask(admin, 'editRecord', { params: ann, body: { weight: 3 } });
    const next = await api.ask(admin, 'listNextRecords', { params: spring });

    expect([edited.body, again.body]).toMatchObject([{ changed: true }, { changed: false }]);
    expect(next.body).toMatchObject({ items: [{ record: 'ann' }, { record: 'bob' }] });
    const journal = await api.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(journal.at(-1)).toMatchObject({ type: 'record.edited', changed: ['weight'] });
  });

  it('need a field or a weight', async () => {
    const api = await withAnn();

    const { status } = await api.ask(admin, 'editRecord', { params: ann, body: {} });

    expect(status).toBe(400);
  });

  it('are changed only by whoever has seen the last state (If-Match, 412)', async () => {
    const api = await withAnn();
    const read = await api.ask(admin, 'readRecord', { params: ann });
    const headers = { 'if-match': read.headers.etag ?? '' };

    const first = await edit(api, 'Anna', headers);
    const second = await edit(api, 'Joanna', headers);
    const third = await edit(api, 'Joanna', { 'if-match': first.headers.etag ?? '' });

    expect([first.status, second.status, third.status]).toEqual([200, 412, 200]);
    expect((await api.ports.records.load(ref('spring', 'ann')))?.fields.name).toBe('Joanna');
  });

  it.each([
    ['closeRecord', {}, { state: 'closed' }],
    ['setOwner', { agent: 'tom' }, { privateTo: 'tom' }],
    ['removeOwner', undefined, { privateTo: undefined }],
  ])('by %s', async (operation, body, after) => {
    const api = await withAnn({ privateTo: undefined });

    const answer = await api.ask(admin, operation, { params: ann, body });

    expect(answer.status).toBe(200);
    expect(await api.ports.records.load(ref('spring', 'ann'))).toMatchObject(after);
  });

  it('are put back from a moment on', async () => {
    const { nextContact: _, ...rest } = aRecord('ann');
    const api = anApi(definitions());
    await api.ports.records.commit(addition({ ...rest, state: 'set-aside' }));

    const body = { at: new Date(at(3600)).toISOString() };
    const answer = await api.ask(admin, 'putBackRecord', { params: ann, body });

    expect(answer.body).toEqual({ record: 'ann', changed: true });
    expect((await api.ports.records.load(ref('spring', 'ann')))?.nextContact).toBe(at(3600));
  });

  it('are told why something is not possible', async () => {
    const api = await withAnn();
    await api.ask(admin, 'closeRecord', { params: ann, body: undefined });

    const { status, body } = await api.ask(admin, 'putBackRecord', { params: ann, body: {} });

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'not-possible', detail: 'it is closed' });
  });

  it('of one person are found in all campaigns, with one timeline (NEW-14)', async () => {
    const api = await withAnn();
    const other = aRecord('ann', { campaign: campaignId('autumn') });
    await api.ports.records.commit(addition(other));
    await edit(api, 'Anna');
    const query = { phone: '+48221000001' };

    const found = await api.ask(admin, 'findContact', { query });
    const timeline = await api.ask(admin, 'readContactTimeline', { query });

    expect(found.body).toMatchObject({
      items: [{ campaign: 'spring' }, { campaign: 'autumn' }],
    });
    const { items } = timeline.body as { items: { campaign: string; type: string }[] };
    expect(items.map(({ campaign, type }) => `${campaign} ${type}`).toSorted()).toEqual([
      'autumn record.added',
      'spring record.added',
      'spring record.edited',
    ]);
  });
});

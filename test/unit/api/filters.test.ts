import { describe, expect, it } from 'vitest';
import { type Api, anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { addition, aRecord, at } from '../../support/records.ts';

const admin = tokenOf.administrator;
const spring = { campaign: 'spring' };
const brno = { ...spring, filter: 'from-brno' };
const inBrno = { fields: [{ field: 'city', is: 'equal-to', value: 'Brno' }] };

async function aTown(): Promise<Api> {
  const api = anApi(definitions({ campaign: { fields: { city: {} } } }));
  for (let n = 0; n < 30; n++) {
    const city = n % 10 === 0 ? 'Brno' : 'Praha';
    const record = aRecord(`r${n}`, { createdAt: at(n), fields: { city } });
    await api.ports.records.commit(addition(record));
  }
  return api;
}

const save = (api: Api, conditions: unknown = inBrno, headers = {}) =>
  api.ask(admin, 'saveFilter', { params: brno, body: { title: 'Brno', conditions }, headers });

const recordsOf = (body: unknown) =>
  (body as { items: { record: string }[] }).items.map(({ record }) => record);

describe('saved filters (REC-11)', () => {
  it('are saved, listed, read, used for a list, and removed', async () => {
    const api = await aTown();

    const saved = await save(api);
    const listed = await api.ask(admin, 'listFilters', { params: spring });
    const read = await api.ask(admin, 'readFilter', { params: brno });
    const used = await api.ask(admin, 'listRecords', {
      params: spring,
      query: { filter: 'from-brno' },
    });
    const removed = await api.ask(admin, 'removeFilter', { params: brno });

    expect(saved.body).toMatchObject({ filter: 'from-brno', conditions: inBrno });
    expect(listed.body).toMatchObject({ items: [{ filter: 'from-brno', changedBy: 'admin' }] });
    expect(read.body).toEqual(saved.body);
    expect(recordsOf(used.body)).toEqual(['r20', 'r10', 'r0']);
    expect(removed.status).toBe(200);
    expect((await api.ask(admin, 'readFilter', { params: brno })).status).toBe(404);
  });

  it('are replaced only as they were read, where If-Match says so', async () => {
    const api = await aTown();
    const first = await save(api);
    const etag = first.headers.etag ?? '';

    const second = await save(api, {}, { 'if-match': etag });
    const third = await save(api, inBrno, { 'if-match': etag });

    expect([second.status, third.status]).toEqual([200, 412]);
  });

  it('are removed only as they were read, where If-Match says so', async () => {
    const api = await aTown();
    const { headers } = await save(api);
    const remove = (tag: string) =>
      api.ask(admin, 'removeFilter', { params: brno, headers: { 'if-match': tag } });

    const stale = await remove('"v7"');
    const fresh = await remove(headers.etag ?? '');

    expect([stale.status, fresh.status]).toEqual([412, 200]);
  });

  it('that name what the campaign does not have are refused with the place', async () => {
    const api = await aTown();

    const { status, body } = await save(api, { fields: [{ field: 'town', is: 'filled' }] });

    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ pointer: '/conditions/fields/0/field' }] });
  });

  it('are in the audit by what they ask about, without the values', async () => {
    const api = await aTown();
    await save(api);
    await save(api, { ...inBrno, success: true });

    const { text, body } = await api.ask(admin, 'listAudit');

    expect(body).toMatchObject({
      items: [
        {
          operation: 'saveFilter',
          from: { conditions: 'city equal-to' },
          to: { filter: 'from-brno', conditions: 'success, city equal-to' },
        },
        { to: { conditions: 'city equal-to' } },
      ],
    });
    expect(text).not.toContain('Brno');
  });

  it('give every record once, page by page, saved or not', async () => {
    const api = await aTown();
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await api.ask(admin, 'searchRecords', {
        params: spring,
        body: { conditions: inBrno, limit: 2, ...(cursor === undefined ? {} : { cursor }) },
      });
      found.push(...recordsOf(body));
      cursor = (body as { next?: string }).next;
    } while (cursor !== undefined);

    expect(found).toEqual(['r20', 'r10', 'r0']);
  });
});

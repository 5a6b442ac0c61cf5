import { describe, expect, it } from 'vitest';
import { Fault } from '../../../lib/application/tasks/faults.ts';
import { type Api, anApi, apiOver, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { adding, aRecord, ref } from '../../support/records.ts';

const admin = tokenOf.administrator;
const spring = { campaign: 'spring' };
const ann = { campaign: 'spring', record: 'ann' };

async function withAnn(): Promise<Api> {
  const api = anApi(definitions());
  await api.ports.records.commit(adding(aRecord('ann')));
  return api;
}

describe('a request with an Idempotency-Key', () => {
  const close = (api: Api, key: string, claims = admin) =>
    api.ask(claims, 'closeRecord', { params: ann, headers: { 'idempotency-key': key } });

  it('has the same answer when it is sent again, and is carried out once', async () => {
    const api = await withAnn();

    const first = await close(api, 'k-1');
    const second = await close(api, 'k-1');
    const other = await close(api, 'k-2');

    expect(first.body).toEqual({ record: 'ann', changed: true });
    expect(second.body).toEqual(first.body);
    expect(second.headers).toMatchObject({
      etag: first.headers.etag,
      'idempotency-replayed': 'true',
    });
    expect(other.body).toEqual({ record: 'ann', changed: false });
  });

  it('is refused when the key was another request’s', async () => {
    const api = await withAnn();
    await close(api, 'k-1');

    const { status, body } = await api.ask(admin, 'addRecords', {
      params: spring,
      body: { records: [{ phones: ['600100200'] }] },
      headers: { 'idempotency-key': 'k-1' },
    });

    expect([status, (body as { code: string }).code]).toEqual([409, 'key-reused']);
  });

  it('does not meet the keys of others', async () => {
    const api = await withAnn();
    await close(api, 'k-1');

    const { body, status } = await close(api, 'k-1', tokenOf.program('records.write'));

    expect([status, body]).toEqual([200, { record: 'ann', changed: false }]);
  });

  it('is carried out when it failed before, and waits while it is under way', async () => {
    const api = await withAnn();
    let failing = true;
    const records = {
      ...api.ports.records,
      load: async (of: Parameters<Api['ports']['records']['load']>[0]) => {
        if (failing) throw new Fault('StoreUnavailable', 'the table is throttling');
        return api.ports.records.load(of);
      },
    };
    const failingApi = apiOver({ ...api.ports, records });

    const first = await close(failingApi, 'k-1');
    failing = false;
    const second = await close(failingApi, 'k-1');

    expect([first.status, first.headers['retry-after']]).toEqual([503, '2']);
    expect([second.status, second.body]).toEqual([200, { record: 'ann', changed: true }]);
  });

  it.each(['', 'ł', 'a b', 'x'.repeat(201)])('is refused with the key %j', async (key) => {
    const { status, body } = await close(await withAnn(), key);

    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ pointer: 'header/idempotency-key' }] });
  });
});

describe('the audit (NEW-12)', () => {
  it('has who changed what, when, from what and to what, and no values of people', async () => {
    const api = await withAnn();
    await api.ask(admin, 'switchCampaign', { params: spring, body: { state: 'running' } });
    await api.ask(admin, 'switchCampaign', { params: spring, body: { state: 'running' } });
    await api.ask(tokenOf.program('records.write'), 'editRecord', {
      params: ann,
      body: { fields: { name: 'Nowakowska' } },
    });
    await api.ask(admin, 'closeRecord', { params: ann });

    const { body, text } = await api.ask(admin, 'listAudit');

    const { items } = body as { items: { operation: string }[] };
    expect(items.map(({ operation }) => operation).toSorted()).toEqual([
      'closeRecord',
      'editRecord',
      'switchCampaign',
    ]);
    expect(items).toContainEqual({
      at: '2026-03-02T09:00:00.000Z',
      by: 'admin',
      operation: 'switchCampaign',
      campaign: 'spring',
      from: { state: 'off' },
      to: { state: 'running' },
      request: 'r-1',
    });
    expect(items).toContainEqual(
      expect.objectContaining({ by: 'program crm', record: 'ann', to: { fields: 'name' } }),
    );
    expect(text).not.toContain('Nowakowska');
  });

  it('has nothing of what was refused', async () => {
    const api = await withAnn();
    await api.ask(tokenOf.agent('eva'), 'closeRecord', { params: ann });
    await api.ask(admin, 'setOwner', { params: ann, body: { agent: 'nobody' } });

    const { body } = await api.ask(admin, 'listAudit');

    expect(body).toEqual({ items: [] });
    expect((await api.ports.records.load(ref('spring', 'ann')))?.version).toBe(1);
  });
});

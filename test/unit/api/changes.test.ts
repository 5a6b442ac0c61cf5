import { describe, expect, it } from 'vitest';
import { MOST_CHANGES } from '../../../lib/api/changes.ts';
import { Fault } from '../../../lib/application/tasks/faults.ts';
import { memoryPorts } from '../../../lib/simulation/memory/ports.ts';
import { type Api, anApi, apiOver, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { addition, aRecord, at, ref } from '../../support/records.ts';
import { aFloor, EVA } from '../application/a-floor.ts';

const admin = tokenOf.administrator;
const spring = { campaign: 'spring' };
const ann = { campaign: 'spring', record: 'ann' };

async function withAnn(): Promise<Api> {
  const api = anApi(definitions());
  await api.ports.records.commit(addition(aRecord('ann')));
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

describe('changes of one caller', () => {
  const edit = (api: Api, claims = admin) =>
    api.ask(claims, 'editRecord', { params: ann, body: { fields: { name: 'Ann' } } });

  it('are taken at a rate, and beyond it refused with the moment to go on; others go on', async () => {
    const api = await withAnn();
    for (let n = 0; n < MOST_CHANGES; n++) expect((await edit(api)).status).toBe(200);

    const over = await edit(api);
    const other = await edit(api, tokenOf.program('records.write'));
    const read = await api.ask(admin, 'readRecord', { params: ann });

    expect(over.body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(over.headers['retry-after']).toBe('10');
    expect([other.status, read.status]).toEqual([200, 200]);
  });

  it('are taken again in the next ten seconds', async () => {
    const clock = { now: at(0) };
    const ports = memoryPorts({
      time: { now: () => clock.now },
      definitions: definitions(),
    });
    await ports.records.commit(addition(aRecord('ann')));
    const api = apiOver(ports);
    for (let n = 0; n <= MOST_CHANGES; n++) await edit(api);
    clock.now = at(9);
    const late = await edit(api);
    clock.now = at(10);

    expect([late.status, late.headers['retry-after'], (await edit(api)).status]).toEqual([
      429,
      '1',
      200,
    ]);
  });
});

describe('many records changed as they were read', () => {
  it('are refused one by one where they were changed since', async () => {
    const api = await withAnn();
    await api.ports.records.commit(addition(aRecord('bob')));
    const { headers } = await api.ask(admin, 'readRecord', { params: ann });
    const etag = headers.etag ?? '';
    await api.ask(admin, 'editRecord', { params: ann, body: { fields: { name: 'Anna' } } });

    const { body } = await api.ask(admin, 'changeRecords', {
      params: spring,
      body: {
        records: [{ record: 'ann', etag }, { record: 'bob', etag }, 'nobody'],
        change: { kind: 'close' },
      },
    });

    expect(body).toMatchObject({
      changed: 1,
      refused: [
        { record: 'ann', reason: 'it was changed since it was read' },
        { record: 'nobody', reason: 'there is no such record' },
      ],
    });
  });

  it('are refused with a tag that is none', async () => {
    const api = await withAnn();

    const { body } = await api.ask(admin, 'changeRecords', {
      params: spring,
      body: { records: [{ record: 'ann', etag: 'W/"v1"' }], change: { kind: 'close' } },
    });

    expect(body).toMatchObject({ changed: 0, refused: [{ record: 'ann' }] });
  });
});

describe('what agents do with If-Match', () => {
  it('is done only while the record is as they saw it', async () => {
    const floor = await aFloor({
      campaign: { handling: 'manual-web' },
      outbound: { mode: 'preview' },
    });
    await floor.add('ann', { privateTo: EVA });
    await floor.tick();
    const { id: attempt } = await floor.attempt('ann');
    const api = apiOver(floor.ports);
    const eva = tokenOf.agent('eva');
    const press = (tag: string) =>
      api.ask(eva, 'answerOffer', {
        params: { ...ann, attempt },
        body: { press: 'skip' },
        headers: { 'if-match': tag },
      });
    const { headers } = await api.ask(eva, 'readRecord', { params: ann });

    const stale = await press('"v1"');
    const fresh = await press(headers.etag ?? '');

    expect([stale.status, fresh.status, fresh.body]).toEqual([412, 200, { outcome: 'skipped' }]);
    const after = await api.ports.records.load(ref('spring', 'ann'));
    expect(fresh.headers.etag).toBe(`"v${after?.version}"`);
  });
});

import { describe, expect, it } from 'vitest';
import { campaignId } from '../../../lib/domain/model/ids.ts';
import { anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { addition, aRecord, changed } from '../../support/records.ts';

const admin = tokenOf.administrator;
const spring = { params: { campaign: 'spring' } };

describe('campaigns over the API', () => {
  it('are listed page by page, each with its state', async () => {
    const api = anApi(definitions({ also: { autumn: { name: 'Autumn' }, winter: {} } }));

    const first = await api.ask(admin, 'listCampaigns', { query: { limit: '2' } });
    const { next } = first.body as { next: string };
    const second = await api.ask(admin, 'listCampaigns', { query: { limit: '2', cursor: next } });

    expect(first.body).toMatchObject({
      items: [
        { campaign: 'spring', state: 'off', mode: 'progressive', channels: ['outbound'] },
        { campaign: 'autumn', name: 'Autumn' },
      ],
    });
    expect(second.body).toMatchObject({ items: [{ campaign: 'winter' }] });
    expect(second.body).not.toHaveProperty('next');
  });

  it('refuse a cursor that no list gave', async () => {
    const { status, body } = await anApi(definitions()).ask(admin, 'listCampaigns', {
      query: { cursor: 'page-2' },
    });

    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ pointer: 'query/cursor' }] });
  });

  it('have totals that reconcile: records by state add up to all records (CAM-32)', async () => {
    const api = anApi(definitions());
    const { records } = api.ports;
    const ann = aRecord('ann');
    await records.commit({ before: undefined, after: ann, entries: [] });
    await records.commit({ before: undefined, after: aRecord('bob'), entries: [] });
    const { nextContact: _, ...rest } = ann;
    await records.commit({ before: ann, after: changed(rest, { state: 'closed' }), entries: [] });

    const { body } = await api.ask(admin, 'readCampaign', spring);

    expect(body).toMatchObject({
      totals: { records: 2, states: { new: 1, closed: 1, deleted: 0 }, open: 1, waiting: 1 },
    });
  });

  it('are switched on, paused, resumed and ended, and the timeline knows by whom (CAM-2)', async () => {
    const api = anApi(definitions());
    const states = ['running', 'paused', 'running', 'ended', 'off'];

    const answers = [];
    for (const state of states)
      answers.push(await api.ask(admin, 'switchCampaign', { ...spring, body: { state } }));

    expect(answers.map(({ body }) => body)).toEqual(
      states.map((state) => ({ campaign: 'spring', state })),
    );
    expect(api.ports.tickQueue.sent.length).toBeGreaterThan(0);
    const { body } = await api.ask(admin, 'readCampaign', spring);
    expect(body).toMatchObject({ state: 'off', changedBy: 'admin' });
  });

  it('tell agents how far those have come that they work for, and no others (CAM-20)', async () => {
    const centre = definitions({ also: { autumn: {} } });
    const api = anApi({
      ...centre,
      groups: { ...centre.groups, others: { agents: ['ola'], skills: [] } },
    });
    await api.ports.records.commit(addition(aRecord('ann')));

    const own = await api.ask(tokenOf.agent('eva'), 'readProgress', spring);
    const strange = await api.ask(tokenOf.agent('ola'), 'readProgress', spring);
    const nobody = await api.ask(tokenOf.agent('nobody'), 'readProgress', spring);

    expect(own.body).toMatchObject({ state: 'off', records: 1, states: { new: 1 }, waiting: 1 });
    expect([strange.status, nobody.status]).toEqual([403, 403]);
  });

  it('say every reason why one cannot be switched on (CAM-2)', async () => {
    const api = anApi(definitions({ outbound: { callerIds: [] }, campaign: { classifiers: {} } }));

    const { status, body } = await api.ask(admin, 'switchCampaign', {
      ...spring,
      body: { state: 'running' },
    });

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'not-possible' });
    expect(String((body as { detail: string }).detail).split('; ').length).toBeGreaterThan(1);
  });

  it('are not switched by whoever read an earlier state (If-Match)', async () => {
    const api = anApi(definitions());
    const read = await api.ask(admin, 'readCampaign', spring);
    const headers = { 'if-match': read.headers.etag ?? '' };
    const to = (state: string) =>
      api.ask(admin, 'switchCampaign', { ...spring, body: { state }, headers });

    const first = await to('running');
    const second = await to('ended');

    expect([first.status, second.status]).toEqual([200, 412]);
    expect((await api.ports.campaigns.load(campaignId('spring'))).state).toBe('running');
  });
});

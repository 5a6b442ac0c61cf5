// What a campaign is doing now, over the API.
import { describe, expect, it } from 'vitest';
import { agentId } from '../../../lib/domain/model/ids.ts';
import { noteDecision, storedMemory } from '../../../lib/domain/pacing/pacing-memory.ts';
import { anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { aRecord, NOW, taken } from '../../support/records.ts';

const spring = { params: { campaign: 'spring' } };
const admin = tokenOf.administrator;

describe('the live figures of a campaign', () => {
  it('count calls by phase and every agent of its groups once (MON-1)', async () => {
    const centre = definitions({ agents: ['tom', 'eva', 'jan'] });
    const api = anApi(centre);
    const ann = aRecord('ann');
    await api.ports.records.commit({ before: undefined, after: ann, entries: [] });
    const calling = taken(ann);
    await api.ports.records.commit({ before: ann, after: calling, entries: [] });
    const [group = ''] = Object.keys(centre.groups);
    await api.ports.agents.put({
      agent: agentId('eva'),
      arn: 'arn/eva',
      group,
      activity: 'talking',
      since: NOW,
      eventAt: NOW,
    });

    const { body } = await api.ask(admin, 'readLive', spring);

    expect(body).toMatchObject({
      calls: { [calling.current?.phase ?? '']: 1 },
      agents: { talking: 1, offline: 2 },
    });
    expect(body).not.toHaveProperty('abandonment');
  });

  it('count the agents who answer texts of a campaign without calls', async () => {
    const centre = definitions({
      agents: ['tom', 'eva'],
      noOutbound: true,
      sms: { queue: 'sales', from: '+48500500500', text: 'Hello' },
    });

    const { body } = await anApi(centre).ask(admin, 'readLive', spring);

    expect(body).toMatchObject({ agents: { offline: 2 } });
  });

  it('tell every reason against switching on while it does not run, and none while it does', async () => {
    const lacking = anApi(
      definitions({ outbound: { callerIds: [] }, campaign: { classifiers: {} } }),
    );
    const sound = anApi(definitions());
    await sound.ask(admin, 'switchCampaign', { ...spring, body: { state: 'running' } });

    const off = await lacking.ask(admin, 'readLive', spring);
    const running = await sound.ask(admin, 'readLive', spring);

    expect(off.body).toMatchObject({
      against: expect.arrayContaining([
        'it has no own number to show',
        'agents have no classifier to choose',
      ]),
    });
    expect(running.body).toMatchObject({ against: [] });
  });

  it('tell how far the cap is used and what limits the pace of a predictive campaign', async () => {
    const api = anApi(definitions({ outbound: { mode: 'predictive', pacing: { cap: '2%' } } }));
    const { campaigns } = api.ports;
    await api.ask(admin, 'switchCampaign', { ...spring, body: { state: 'running' } });
    const before = await campaigns.load('spring' as never);
    const memory = {
      ...storedMemory(undefined),
      hours: [{ at: NOW, answered: 120, abandoned: 2 }],
    };
    const limit = { gate: 'risk-of-next-call', passed: false, saw: 0.08, limit: 0.05 };
    const decision = { calls: 3, gates: [limit], figures: { riskLimit: 0.05 } as never };
    const pacing = noteDecision(memory, decision, 3, NOW);
    await campaigns.commit(before, { ...before, version: before.version + 1, pacing }, []);

    const { body } = await api.ask(admin, 'readLive', spring);

    expect(body).toMatchObject({
      abandonment: { answered: 120, abandoned: 2, cap: 0.02, window: 'day' },
      pace: { wanted: 3, started: 3, gate: 'risk-of-next-call', saw: 0.08, limit: 0.05 },
    });
  });
});

// What changes while deliveries wait: the campaign, its file, and the person they tell of.
import { describe, expect, it } from 'vitest';
import { callee } from '../../../support/journey.ts';
import { ref } from '../../../support/records.ts';
import {
  answering,
  crm,
  DAY,
  dataOf,
  deliveries,
  event,
  HOUR,
  redeploy,
  reserved,
  SUNDAY,
  told,
} from '../../../support/webhook-story.ts';

describe('what changes while deliveries wait', () => {
  it('a pause of the campaign stops no delivery', async () => {
    let works = false;
    const story = await told({ crm: reserved }, () => answering(works ? 204 : 500), SUNDAY);
    await event(story);
    await story.pass(10);
    await story.switchTo('paused');
    works = true;
    await story.pass(HOUR);

    expect(await deliveries(story)).toEqual([expect.stringMatching(/^delivered/)]);
  });

  it('a deployment with another address: the next try goes there', async () => {
    const story = await told(
      { crm: reserved },
      ({ url }) => answering(url.includes('new') ? 204 : 500),
      SUNDAY,
    );
    await event(story);
    await story.pass(10);
    redeploy(story, { crm: { ...reserved, url: 'https://new.example.org/' } });
    await story.pass(HOUR);

    expect(await deliveries(story)).toEqual([expect.stringMatching(/^delivered/)]);
  });

  it('a deployment without the webhook: it is told nothing, and goes on when it is back', async () => {
    let works = false;
    const story = await told({ crm: reserved }, () => answering(works ? 204 : 500), SUNDAY);
    await event(story);
    await story.pass(10);
    redeploy(story, {});
    works = true;
    const before = story.centre.ports.receivers.received.length;
    await story.pass(HOUR);
    const meanwhile = story.centre.ports.receivers.received.length;
    redeploy(story, { crm: reserved });
    await story.pass(HOUR);

    expect(meanwhile).toBe(before);
    expect(await deliveries(story)).toEqual([expect.stringMatching(/^delivered/)]);
  });

  it('a contact that is deleted: later tries tell no value of it, and answers are gone (CBR-15)', async () => {
    const classified = { url: crm.url, events: ['record.classified'] };
    const story = await told(
      { crm: classified },
      () => answering(500, { text: 'who is Gdynia?' }),
      {
        startingAt: '2026-03-02 10:00',
        people: [callee('ann').answers()],
        campaign: { fields: { name: { significant: true }, note: {} } },
        centre: { weights: { sold: 1 } },
      },
    );
    await story.pass(HOUR);
    const { ports } = story.centre;
    const first = ports.receivers.received[0];
    const before = await ports.records.load(ref('spring', 'ann'));
    if (before === undefined) throw new Error('no record');
    const { nextContact: _, current: __, ...rest } = before;
    const gone = { ...rest, version: before.version + 1, state: 'deleted', toErase: true } as const;
    await ports.records.commit({ before, after: { ...gone, fields: {} }, entries: [] });
    await story.pass(2 * DAY);

    const last = ports.receivers.received.at(-1);
    expect(first && dataOf(first).classifier).toBeDefined();
    expect(last && dataOf(last).fields).toEqual({});
    const [delivery] = ports.webhooks.all();
    if (delivery === undefined) throw new Error('no delivery');
    const kept = await ports.webhooks.answers(delivery);
    expect(kept.filter(({ nth }) => nth <= 2)).toEqual([]);
  });

  it('a wake that gets lost: the sweeper goes on', async () => {
    let works = false;
    const story = await told({ crm: reserved }, () => answering(works ? 204 : 500), {
      ...SUNDAY,
      centre: {
        portsFor: (task, ports) =>
          task === 'deliver-webhook' && !works
            ? { ...ports, webhookQueue: { wake: async () => {} } }
            : ports,
      },
    });
    await event(story);
    await story.pass(60);
    works = true;
    await story.pass(HOUR);

    expect(await deliveries(story)).toEqual([expect.stringMatching(/^delivered/)]);
  });
});

import { describe, expect, it } from 'vitest';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { NOW } from '../../../support/records.ts';
import { aFloor, type Floor } from '../a-floor.ts';

/** Minutes at which the sweeper asked for calls, copies and webhooks, of runs each five minutes. */
async function looksOf(floor: Floor, from: number, to: number) {
  const asked = { calls: [] as number[], copies: [] as number[], webhooks: [] as number[] };
  const { records, jobs, webhooks } = floor.ports;
  const note = (what: keyof typeof asked) =>
    asked[what].push((floor.ports.clock.now() - NOW) / 60_000);
  const ports: Floor['ports'] = {
    ...floor.ports,
    records: {
      ...records,
      overdue: (...of: Parameters<typeof records.overdue>) => {
        note('calls');
        return records.overdue(...of);
      },
    },
    jobs: {
      ...jobs,
      list: (campaign, kind, limit) => {
        note('copies');
        return jobs.list(campaign, kind, limit);
      },
    },
    webhooks: {
      ...webhooks,
      state: (...of: Parameters<typeof webhooks.state>) => {
        note('webhooks');
        return webhooks.state(...of);
      },
    },
  };
  for (let minutes = from; minutes < to; minutes += 5) {
    floor.waitUntil(minutes * 60);
    await sweeper({}, ports);
  }
  return asked;
}

describe('the looks of the sweeper', () => {
  it('are for calls in every run, for webhooks and copies each hour', async () => {
    const floor = await aFloor({
      campaign: {
        webhooks: { crm: { url: 'https://crm.example/ringback', events: ['record.classified'] } },
      },
    });

    const { calls, ...seldom } = await looksOf(floor, 0, 65);
    expect(calls).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
    expect(seldom).toEqual({ copies: [0, 60], webhooks: [0, 60] });
  });

  it('are for calls each half hour from an hour after the queue has closed', async () => {
    // it closes ten hours after NOW
    expect((await looksOf(await aFloor(), 640, 695)).calls).toEqual([640, 645, 650, 655, 660, 690]);
    const alsoInbound = await aFloor({ inbound: {} });
    expect((await looksOf(alsoInbound, 660, 680)).calls).toEqual([660, 665, 670, 675]);
  });
});

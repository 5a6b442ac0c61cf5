import { describe, expect, it } from 'vitest';
import {
  agentPoolOf,
  agentPools,
  callRateLead,
} from '../../../../lib/domain/dialing/agent-pool.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import type { Definitions } from '../../../../lib/language/definitions.ts';
import { Campaign } from '../../../../lib/language/schema/campaign.ts';
import { QueuesFile } from '../../../../lib/language/schema/centre.ts';
import { definitions } from '../../../support/definitions.ts';

const dialing = (queue: string) => Campaign.parse({ name: 'x', channels: { outbound: { queue } } });
const called = Campaign.parse({
  name: 'x',
  channels: { inbound: { numbers: ['main'], ivr: 'reception' } },
});

function centre(
  queues: Readonly<Record<string, readonly string[]>>,
  campaigns: Definitions['campaigns'],
): Definitions {
  const named = Object.entries(queues).map(([id, groups]) => [id, { groups, hours: 'office' }]);
  return { ...definitions(), queues: QueuesFile.parse(Object.fromEntries(named)), campaigns };
}

describe('the call rate', () => {
  const one = { one: dialing('a') };

  it('is kept with the one pool there is, if its ticks place the calls', () => {
    const preview = Campaign.parse({
      name: 'x',
      channels: { outbound: { queue: 'a', mode: 'preview', beforeCallWork: '30s' } },
    });

    expect(callRateLead(centre({ a: ['north'] }, one))).toBe('one');
    expect(callRateLead(centre({ a: ['north'] }, { one: preview }))).toBeUndefined();
  });

  it('is kept by itself where several pools or several keys share it', () => {
    const two = centre({ a: ['north'], b: ['south'] }, { ...one, two: dialing('b') });
    const large = centre({ a: ['north'] }, one);
    const connect = { ...large.centre.connect, callsPerSecond: 300 };

    expect(callRateLead(two)).toBeUndefined();
    expect(callRateLead({ ...large, centre: { ...large.centre, connect } })).toBeUndefined();
  });
});

describe('agent pools', () => {
  it('have the campaigns whose queues share a group, through a third one, too', () => {
    const found = agentPools(
      centre(
        { a: ['north'], b: ['south'], c: ['north', 'south'], d: ['west'] },
        { one: dialing('a'), two: dialing('b'), alone: dialing('d'), three: dialing('c') },
      ),
    );

    expect(found).toEqual([
      { lead: 'alone', campaigns: ['alone'], inbound: [], groups: ['west'] },
      {
        lead: 'one',
        campaigns: ['one', 'three', 'two'],
        inbound: [],
        groups: ['north', 'south'],
      },
    ]);
  });

  it('know the campaigns whose callers wait for the same agents, in the overflow queue, too', () => {
    const queues = { sales: ['north'], far: ['west'], other: ['south'] };
    const campaigns = { near: dialing('sales'), west: dialing('far'), hotline: called };
    const direct = centre(queues, campaigns);
    const sales = { ...direct.queues.sales, overflow: 'far' } as Definitions['queues'][string];
    const overflowing = { ...direct, queues: { ...direct.queues, sales } };

    const inboundOf = (of: Definitions) =>
      agentPools(of).map(({ lead, inbound }) => [lead, ...inbound]);

    expect(inboundOf(direct)).toEqual([['near', 'hotline'], ['west']]);
    expect(inboundOf(overflowing)).toEqual([
      ['near', 'hotline'],
      ['west', 'hotline'],
    ]);
  });

  it('are none for a campaign that does not dial or has no queue', () => {
    const some = centre({ a: ['north'] }, { hotline: called, lost: dialing('nowhere') });

    expect(agentPools(some)).toEqual([]);
    expect(agentPoolOf(some, campaignId('hotline'))).toBeUndefined();
    expect(agentPoolOf(some, campaignId('gone'))).toBeUndefined();
  });
});

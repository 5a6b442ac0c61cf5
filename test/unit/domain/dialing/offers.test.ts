import { describe, expect, it } from 'vitest';
import {
  againstTaking,
  agentsStartCalls,
  awaitsAgent,
  offerTime,
  returnOffer,
  takeOffer,
} from '../../../../lib/domain/dialing/offers.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import type { CurrentAttempt } from '../../../../lib/domain/model/record.ts';
import { definitions } from '../../../support/definitions.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import { EVA } from '../calls/a-call.ts';

const offered = (changes: Partial<CurrentAttempt> = {}) =>
  taken(aRecord(), 'a1', { offeredTo: EVA, awaitsAgent: true, ...changes });
const record = offered();
const attempt = anAttempt(record, 'a1', { agent: EVA });
const spring = (input: Parameters<typeof definitions>[0] = {}) => {
  const { spring: campaign } = definitions(input).campaigns;
  const outbound = campaign?.channels.outbound;
  if (campaign === undefined || outbound === undefined) throw new Error('it dials');
  return { campaign, outbound };
};

describe('a campaign whose agents start the calls (CAM-3)', () => {
  it.each([
    ['automatic', false],
    ['manual-web', true],
    ['manual-phone', true],
  ] as const)('is one with handling %s: %s', (handling, starts) => {
    expect(agentsStartCalls(spring({ campaign: { handling } }).campaign)).toBe(starts);
  });

  it('gives them as long as it says, else two minutes', () => {
    expect(offerTime(spring({ outbound: { offerFor: '45 s' } }).outbound)).toBe(45);
    expect(offerTime(spring().outbound)).toBe(120);
  });
});

describe('an offer', () => {
  it('awaits its agent until they start it, and a call that starts by itself awaits nobody', () => {
    expect(awaitsAgent(record)).toBe(true);
    expect(awaitsAgent(offered({ phase: 'started' }))).toBe(false);
    expect(awaitsAgent(taken(aRecord(), 'a1', { offeredTo: EVA }))).toBe(false);
    expect(awaitsAgent(aRecord())).toBe(false);
  });

  it('can be taken by the agent it was made to', () => {
    expect(againstTaking(record, attempt, EVA)).toEqual([]);
  });

  it.each([
    ['another agent', record, attempt, agentId('tom'), 'the record is offered to another agent'],
    [
      'anybody once it is settled',
      record,
      { ...attempt, settled: true },
      EVA,
      'the record is no longer offered: the time for it is over',
    ],
    [
      'anybody once another attempt has the record',
      taken(aRecord(), 'a2', { offeredTo: EVA }),
      attempt,
      EVA,
      'the record is no longer offered: the time for it is over',
    ],
    [
      'anybody once the record is free',
      aRecord(),
      attempt,
      EVA,
      'the record is no longer offered: the time for it is over',
    ],
  ])('cannot be taken by %s', (_, of, its, agent, reason) => {
    expect(againstTaking(of, its, agent)).toEqual([reason]);
  });

  it('that is taken is an order like the dialer’s, from now on', () => {
    const { current } = record;
    if (current === undefined) throw new Error('it is offered');

    const change = takeOffer(record, current, attempt, {
      agent: EVA,
      work: 0,
      now: at(30),
    });

    expect(change.after.current).toEqual({
      attempt: 'a1',
      phase: 'ordered',
      offeredTo: EVA,
      since: at(30),
      deadline: at(630),
    });
    expect(change.entries).toEqual([
      { type: 'offer.taken', at: at(30), attempt: 'a1', agent: EVA },
    ]);
  });

  it.each(['skipped', 'time-over'] as const)('that is %s comes back in five minutes', (because) => {
    const change = returnOffer(record, attempt, because, NOW);

    expect(change.after).toMatchObject({ state: 'new', nextContact: at(300), attempts: 0 });
    expect(change.after.current).toBeUndefined();
    expect(change.entries).toEqual([
      { type: 'offer.returned', at: NOW, attempt: 'a1', because, until: at(300), agent: EVA },
    ]);
    expect(change.attempt?.after).toMatchObject({ settled: true, ruleApplied: true });
    expect(change.freeNumber).toEqual({ phone: '+48221000001', attempt: 'a1' });
  });
});

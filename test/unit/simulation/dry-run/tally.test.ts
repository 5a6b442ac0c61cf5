import { describe, expect, it } from 'vitest';
import type { ContactFacts } from '../../../../lib/domain/model/contact-facts.ts';
import { agentId, campaignId, contactId, recordId } from '../../../../lib/domain/model/ids.ts';
import { instant } from '../../../../lib/domain/model/instant.ts';
import { AgentHours } from '../../../../lib/simulation/dry-run/agent-hours.ts';
import { dayFigures, hourFigures } from '../../../../lib/simulation/dry-run/figures.ts';
import { HOUR } from '../../../../lib/simulation/dry-run/hour-sums.ts';
import { CampaignTally } from '../../../../lib/simulation/dry-run/tally.ts';
import { local } from '../../../support/journey.ts';

const NINE = local('2026-03-02 09:00');
const at = (minutes: number) => instant(NINE + minutes * 60_000);
const presence = (agent: string, activity: 'free' | 'talking' | 'break' | 'offline') => ({
  agent: agentId(agent),
  arn: 'arn',
  group: 'team',
  activity,
  since: NINE,
  eventAt: NINE,
});

describe('people held up', () => {
  it('are counted once for each reason, however often they were put off', () => {
    const tally = new CampaignTally();
    const gates = [{ gate: 'contact-cap', passed: false, saw: '1' }];
    const put = { type: 'record.postponed', at: NINE, until: NINE, gates } as const;
    const barred = { type: 'record.blocked', at: NINE, by: 'consent', because: '', gates } as const;
    const of = (record: string, entry: typeof put | typeof barred) =>
      tally.journal({ campaign: campaignId('spring'), record: recordId(record), entry } as never);

    for (const record of ['ann', 'ann', 'ben']) of(record, put);
    of('ann', barred);

    expect(tally.blocked()).toEqual({ consent: 1, blacklist: 0, cap: 2, hours: 0 });
  });
});

describe("the agents' time", () => {
  it('is spread over the hours it lies in', () => {
    const hours = new AgentHours();
    hours.turned(presence('eva', 'free'), at(30));
    hours.turned(presence('eva', 'talking'), at(50));
    hours.turned(presence('eva', 'break'), at(80));
    hours.close(at(90));

    expect([...hours.times(['team'])]).toEqual([
      [NINE, { staffed: 30 * 60_000, busy: 10 * 60_000, break: 0 }],
      [NINE + HOUR, { staffed: 20 * 60_000, busy: 20 * 60_000, break: 10 * 60_000 }],
    ]);
  });

  it('counts for nothing while somebody is not there', () => {
    const hours = new AgentHours();
    hours.turned(presence('eva', 'offline'), at(0));
    hours.close(at(60));

    expect([...hours.times(['team'])]).toEqual([]);
  });
});

const daysOf = (tally: CampaignTally, cap: number) =>
  dayFigures(tally.lines.entries(), new Map(), { zone: 'Europe/Warsaw', cap });

function call(tally: CampaignTally, facts: Partial<ContactFacts>): void {
  const all = { contact: contactId('c'), initiated: at(0), ...facts };
  tally.contact(all, 'INITIATED', 'outbound');
  if (all.connectedToAgent) tally.contact(all, 'CONNECTED_TO_AGENT', 'outbound');
  tally.contact(
    { ...all, disconnected: at(5), disconnectReason: 'CUSTOMER_DISCONNECT' },
    'DISCONNECTED',
    'outbound',
  );
}

describe('the share of abandoned calls', () => {
  const answered = { connectedToSystem: at(1), enqueued: at(1) };

  it('counts people without an agent and people whose agent came late, not machines', () => {
    const tally = new CampaignTally();
    call(tally, {});
    call(tally, { ...answered, connectedToAgent: instant(at(1) + 1500) });
    call(tally, { ...answered, connectedToAgent: instant(at(1) + 2500) });
    call(tally, answered);
    call(tally, { ...answered, machineDetection: 'VOICEMAIL_BEEP' });

    expect(daysOf(tally, 0.5)).toEqual([
      {
        day: '2026-03-02',
        calls: 5,
        contacts: 2,
        answers: 3,
        abandoned: 2,
        late: 1,
        share: 0.66667,
        overCap: true,
        utilisation: 0,
      },
    ]);
  });

  it('waits for the greeting to be over: detection is no waiting for an agent', () => {
    const tally = new CampaignTally();
    call(tally, {
      connectedToSystem: at(1),
      machineDetection: 'HUMAN_ANSWERED',
      enqueued: instant(at(1) + 1200),
      connectedToAgent: instant(at(1) + 2800),
    });

    expect(daysOf(tally, 0)[0]).toMatchObject({ answers: 1, abandoned: 0 });
  });
});

describe('hours and days', () => {
  it('are those of the clock on the wall', () => {
    const tally = new CampaignTally();
    tally.contact(
      { contact: contactId('c'), initiated: local('2026-03-28 23:30') },
      'INITIATED',
      'outbound',
    );
    tally.contact(
      { contact: contactId('d'), initiated: local('2026-03-29 03:30') },
      'INITIATED',
      'outbound',
    );

    expect(
      hourFigures(tally.lines.entries(), new Map(), 'Europe/Warsaw').map(({ hour }) => hour),
    ).toEqual(['2026-03-28T23:00', '2026-03-29T03:00']);
    expect(daysOf(tally, 0).map(({ day }) => day)).toEqual(['2026-03-28', '2026-03-29']);
  });
});

describe('the way of a record', () => {
  it('counts each record once, however often it is called', () => {
    const tally = new CampaignTally();
    const written = (record: string, entry: object) =>
      tally.journal({
        id: 'spring/ann.000000001.00',
        campaign: campaignId('spring'),
        record: recordId(record),
        entry: { at: NINE, ...entry } as never,
      });
    written('ann', { type: 'call.placed', attempt: '1', contact: 'c' });
    written('ann', { type: 'call.placed', attempt: '2', contact: 'd' });
    written('ann', { type: 'call.answered', attempt: '2', by: 'customer' });
    written('ben', { type: 'call.placed', attempt: '3', contact: 'e' });
    written('ben', { type: 'call.answered', attempt: '3', by: 'agent' });
    written('ben', {
      type: 'record.classified',
      classifier: 'sold',
      by: 'eva',
      success: true,
      fields: {},
    });

    expect([tally.cameTo('called'), tally.cameTo('reached'), tally.cameTo('classified')]).toEqual([
      2, 1, 1,
    ]);
    expect([...tally.classifiers]).toEqual([['sold', 1]]);
  });
});

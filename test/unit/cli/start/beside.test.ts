import { describe, expect, it } from 'vitest';
import type { BusEvent } from '../../../../lib/cli/start/bus-event.ts';
import { showSummary } from '../../../../lib/cli/start/show.ts';
import { type RunFacts, summarise } from '../../../../lib/cli/start/summary.ts';
import { countEvent, newTally } from '../../../../lib/cli/start/tally.ts';
import { campaignsBeside } from '../../../../lib/domain/classification/passing-on.ts';
import { definitions } from '../../../support/definitions.ts';
import { NOW } from '../../../support/records.ts';

const sending = (to: string) => ({ classifiers: { on: { name: 'On', copiesTo: to } } });

describe('the campaigns that run beside one', () => {
  it('are those its classifiers send records to, and theirs, each once', () => {
    const centre = definitions({
      campaign: sending('summer'),
      also: {
        summer: { classifiers: { on: { name: 'On', movesTo: 'autumn' } } },
        autumn: sending('spring'),
        winter: { classifiers: {} },
      },
    });

    expect(campaignsBeside(centre, 'spring')).toEqual(['summer', 'autumn']);
    expect(campaignsBeside(centre, 'winter')).toEqual([]);
  });

  it('are none where a classifier names none that is there', () => {
    expect(campaignsBeside(definitions({ campaign: sending('gone') }), 'spring')).toEqual([]);
  });
});

const at = '2026-03-02T09:00:00.000Z';
const event = (type: BusEvent['type'], campaign: string, detail: object = {}): BusEvent => ({
  type,
  detail: { at, campaign, record: 'ann', ...detail },
});

describe('the figures of a run with two campaigns', () => {
  const tally = () => {
    const made = newTally('spring');
    const by = 'classifier on of campaign spring';
    for (const one of [
      event('record.added', 'spring', { by: 'import of people.csv' }),
      event('record.passed-on', 'spring', { how: 'copied', outcome: 'added', to: 'summer' }),
      event('record.added', 'summer', { by }),
      event('record.passed-on', 'spring', { how: 'moved', outcome: 'refused', to: 'summer' }),
      event('record.blocked', 'spring', { by: 'consent' }),
      event('record.blocked', 'summer', { by: 'consent' }),
      event('campaign.switched', 'spring', { to: 'running' }),
      event('campaign.switched', 'summer', { to: 'ended' }),
    ])
      countEvent(made, one);
    return made;
  };
  const facts = (changes: Partial<RunFacts> = {}): RunFacts => ({
    ...{ campaign: 'spring', seed: '1', tally: tally(), doubleDialed: 0, callsMade: 0 },
    ...{ utilisation: 0, journalEntries: 8, startedAt: NOW, endedAt: NOW, wallMilliseconds: 0 },
    counts: { new: 1, 'set-aside': 1 },
    byCampaign: { spring: { 'set-aside': 1 }, summer: { new: 1 } },
    cost: { aws: 0, connectMinutes: 0, attempts: 0, awsAtRestPerMonth: 0 } as never,
    ...changes,
  });

  it('are of both, with each campaign’s records and what went from one to the other', () => {
    const summary = summarise(facts());

    expect(summary).toMatchObject({
      ...{ state: 'running', discrepancies: [] },
      campaigns: { spring: 1, summer: 1 },
      passedOn: { moved: 0, copied: 1, present: 0, refused: 1 },
      blocked: { consent: 2 },
    });
    expect(showSummary(summary, 'Europe/Warsaw')).toContain(
      '1 of spring + 1 of summer · by classifiers: 0 moved, 1 copied, 0 present, 1 refused',
    );
  });

  it('do not add up when a record is missing in one of them', () => {
    const byCampaign = { spring: { 'set-aside': 1, new: 1 }, summer: {} };

    expect(summarise(facts({ byCampaign })).discrepancies).toEqual([
      'records of spring: counters and events: 2 and 1',
      'records of summer: counters and events: 0 and 1',
    ]);
  });
});

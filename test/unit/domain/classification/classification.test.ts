import { describe, expect, it } from 'vitest';
import {
  type Classification,
  classify,
} from '../../../../lib/domain/classification/classification.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import { agentId, attemptId } from '../../../../lib/domain/model/ids.ts';
import { instant, parseInstant } from '../../../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { Campaign } from '../../../../lib/language/schema/campaign.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import { EVA, hungUp, lostInQueue, talking, tell } from '../calls/a-call.ts';

const campaign = Campaign.parse({
  name: 'Spring',
  channels: { outbound: {} },
  lastDate: '2026-03-31',
  fields: {
    city: { label: 'Town' },
    nip: { type: 'nip' },
    consent: { type: 'choice', options: ['yes', 'no'], required: true },
    source: { editable: false },
  },
  classifiers: {
    sold: { name: 'Sold', success: true, closes: true },
    later: { name: 'Later', recontact: { within: '14 d' } },
    tomorrow: { name: 'Tomorrow', recontact: { after: '1 d' } },
    machine: { name: 'Machine', for: ['not-answered'] },
    noted: { name: 'Noted' },
  },
});

const dialed = taken(aRecord('ann', { rule: { passes: { again: 2 }, cursor: 'again' } }));
const call = tell(dialed, anAttempt(dialed), [hungUp]);

const classification = (more: Partial<Classification> = {}): Classification => ({
  campaign,
  record: call.record,
  attempt: call.attempt,
  classifier: 'sold',
  agent: EVA,
  fields: { consent: 'yes' },
  zone: 'Europe/Warsaw',
  now: at(100),
  ...more,
});

const outcome = (more: Partial<Classification> = {}) => classify(classification(more));
function accepted(more: Partial<Classification> = {}) {
  const result = outcome(more);
  if (result.kind !== 'classified') throw new Error(JSON.stringify(result));
  return result.change;
}
function reasons(more: Partial<Classification>): readonly string[] {
  const result = outcome(more);
  return result.kind === 'refused' ? result.reasons : [result.kind];
}

describe('a classification', () => {
  it('closes the record, counts as a success and settles the call, all in one change (CLS-3, CLS-4)', () => {
    const { current: _, ...rest } = call.record;

    const change = accepted();

    const fields = { city: 'Gdynia', consent: 'yes' };
    expect(change).toEqual({
      before: call.record,
      after: {
        ...rest,
        version: call.record.version + 1,
        state: 'closed',
        fields,
        rule: { passes: { again: 2 } },
        classifier: 'sold',
        success: true,
        lastAgent: 'eva',
        updatedAt: at(100),
      },
      entries: [
        {
          type: 'record.classified',
          at: at(100),
          attempt: 'a1',
          classifier: 'sold',
          by: 'eva',
          success: true,
          fields,
        },
        { type: 'record.closed', at: at(100), because: 'classifier sold' },
        {
          type: 'attempt.settled',
          at: at(100),
          attempt: 'a1',
          status: 'answered',
          classified: true,
        },
      ],
      attempt: {
        before: call.attempt,
        after: {
          ...call.attempt,
          version: call.attempt.version + 1,
          classifier: 'sold',
          settled: true,
          ruleApplied: true,
        },
      },
      freeNumber: { phone: '+48221000001', attempt: 'a1' },
    });
  });

  it('sets the recall the agent has agreed on (CLS-2)', () => {
    const recontactAt = parseInstant('2026-03-05T10:00:00Z');

    const { after } = accepted({ classifier: 'later', recontactAt });

    expect(after).toMatchObject({ state: 'recall-scheduled', nextContact: recontactAt });
  });

  it('sets a recall by itself (CLS-6), and closes the record when it would be too late (CAM-9)', () => {
    const late = parseInstant('2026-03-31T12:00:00Z');

    const afters = [at(100), late].map((now) => accepted({ classifier: 'tomorrow', now }).after);

    expect(afters.map(({ state, nextContact }) => ({ state, nextContact }))).toEqual([
      { state: 'recall-scheduled', nextContact: at(100 + 86_400) },
      { state: 'closed', nextContact: undefined },
    ]);
  });

  it('without a recall closes the record, because nothing else would follow', () => {
    expect(accepted({ classifier: 'noted' }).after.state).toBe('closed');
  });

  it('given while the call goes on keeps its number taken', () => {
    const { record, attempt } = tell(dialed, anAttempt(dialed), [talking]);

    const change = accepted({ record, attempt });

    expect(change.freeNumber).toBeUndefined();
    expect(change.after.endings).toEqual({ answered: 1 });
    expect(change.attempt?.after.status).toBe('answered');
  });

  it('of an unhandled record is taken late, without settling the call twice (REC-9)', () => {
    const unhandled: CampaignRecord = { ...call.record, state: 'unhandled' };
    const settled: Attempt = { ...call.attempt, settled: true, ruleApplied: true };

    const change = accepted({ record: unhandled, attempt: settled });

    expect(change.entries.map(({ type }) => type)).toEqual(['record.classified', 'record.closed']);
  });

  it('repeated changes nothing (CLS-14)', () => {
    const classified = { ...call.attempt, classifier: 'sold' };

    expect(outcome({ attempt: classified })).toEqual({ kind: 'known' });
  });
});

describe('a classification is refused', () => {
  it('when there is no such classifier', () => {
    expect(reasons({ classifier: 'gone' })).toEqual([
      "there is no classifier 'gone'; the campaign has: sold, later, tomorrow, machine, noted",
    ]);
  });

  it('without a call (CAM-11)', () => {
    const { attempt: _, ...without } = classification();

    expect(classify(without)).toEqual({
      kind: 'refused',
      reasons: ['name the call: records are classified after a call'],
    });
  });

  it('when it is not offered for this kind of call (CLS-5)', () => {
    const lost = tell(dialed, anAttempt(dialed), [lostInQueue]);
    const after = { record: lost.record, attempt: lost.attempt };

    expect(reasons(after)).toEqual(["'Sold' is not offered for calls that are not-answered"]);
    expect(reasons({ ...after, classifier: 'machine' })).toEqual(['classified']);
  });

  it('naming every field that is missing or wrong (REC-6, REC-2, REC-1)', () => {
    const fields = { nip: '123', source: 'web', colour: 'red', consent: '' };

    expect(reasons({ fields })).toEqual([
      "'nip' is not a valid NIP: it has 3 digits, not 10",
      "'source' may not be changed by agents",
      "there is no field 'colour'",
      "'consent' must be filled in",
    ]);
  });

  it.each([
    ['sold', at(3600), "'Sold' sets no recall; leave the time out"],
    ['later', undefined, 'say when to call again'],
    ['later', at(50), 'the time to call again is over'],
    [
      'later',
      instant(NOW + 15 * 86_400_000),
      'the next allowed moment is past the longest recontact period of the classifier',
    ],
  ])('when its recall cannot be: %s (CLS-2, CLS-7)', (classifier, recontactAt, reason) => {
    const wish = recontactAt === undefined ? {} : { recontactAt };

    expect(reasons({ classifier, ...wish })).toEqual([reason]);
  });

  it('for every reason at once', () => {
    const record: CampaignRecord = {
      ...call.record,
      state: 'closed',
      current: {
        attempt: attemptId('a2'),
        phase: 'started',
        since: NOW,
        deadline: at(60),
      },
    };
    const attempt = { ...call.attempt, classifier: 'noted' };

    expect(reasons({ record, attempt, agent: agentId('tom') })).toEqual([
      "the call has been classified as 'noted'",
      'the record is closed',
      'the record is in another call by now',
      'another agent had the call',
    ]);
  });

  it('for an order that has not become a call', () => {
    const ordered = { record: dialed, attempt: anAttempt(dialed) };

    expect(reasons(ordered)).toEqual(['the call has not been placed yet']);
  });
});

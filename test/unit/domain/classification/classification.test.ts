import { describe, expect, it } from 'vitest';
import { classify } from '../../../../lib/domain/classification/classification.ts';
import type { Classification } from '../../../../lib/domain/classification/classification-facts.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import { agentId, attemptId } from '../../../../lib/domain/model/ids.ts';
import { instant, parseInstant } from '../../../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { Campaign } from '../../../../lib/language/schema/campaign.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import { EVA, hungUp, lostInQueue, SETTINGS, talking, tell } from '../calls/a-call.ts';

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
    mine: { name: 'Mine', makesPrivate: true, recontact: { after: '1 d' } },
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
  smsNumbers: [],
  zone: 'Europe/Warsaw',
  times: SETTINGS.times,
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

  it('that neither closes nor recalls sets the record aside (CLS-3, CBR-9)', () => {
    const { after, entries } = accepted({ classifier: 'noted' });

    expect(after).toMatchObject({ state: 'set-aside', classifier: 'noted' });
    expect(after.nextContact).toBeUndefined();
    expect(entries[1]).toMatchObject({
      type: 'record.set-aside',
      because: 'classifier noted neither closes it nor sets a recall',
    });
  });

  it('of a customer’s call leaves a closed record closed, unless it sets a recall', () => {
    const inbound = { ivr: 'reception', identity: 'one', took: { state: 'closed' } } as const;
    const attempt: Attempt = { ...call.attempt, direction: 'inbound', inbound };
    const recontactAt = parseInstant('2026-03-05T10:00:00Z');

    expect(accepted({ attempt, classifier: 'noted' }).after.state).toBe('closed');
    expect(accepted({ attempt, classifier: 'later', recontactAt }).after).toMatchObject({
      state: 'recall-scheduled',
    });
  });

  it('makes the record private to the agent named (CLS-12)', () => {
    const { after, entries } = accepted({ classifier: 'mine', owner: agentId('tom') });

    expect(after).toMatchObject({ privateTo: 'tom', state: 'recall-scheduled' });
    expect(entries[1]).toEqual({
      type: 'record.reserved',
      at: at(100),
      for: 'tom',
      by: 'eva',
    });
  });

  it('asks for the agent where it makes private, and only there', () => {
    const owner = agentId('tom');

    expect(reasons({ classifier: 'mine' })).toEqual(['say which agent the record shall belong to']);
    expect(reasons({ classifier: 'sold', owner })).toEqual([
      "'Sold' makes no record private; leave the agent out",
    ]);
  });

  it('leaves a private record to its agent', () => {
    const record = { ...call.record, privateTo: EVA };

    expect(accepted({ record }).after.privateTo).toBe('eva');
  });

  describe('is followed by the callback rule (CBR-15)', () => {
    const rule = 'rule';
    const decided = accepted({ rule });

    it('once its own actions are done, and the record waits for the rule', () => {
      expect(decided.after).toMatchObject({
        state: 'closed',
        rule: { cursor: 'again' },
        current: { attempt: 'a1', phase: 'ended' },
      });
      expect(decided.attempt?.after).toMatchObject({ settled: true, ruleApplied: false });
      expect(decided.entries.at(-1)).toEqual({
        type: 'attempt.settled',
        at: at(100),
        attempt: 'a1',
        status: 'answered',
        classified: true,
        rule,
      });
    });

    it('not before the call has ended, when it is given while they talk', () => {
      const { record, attempt } = tell(dialed, anAttempt(dialed), [talking]);

      const given = accepted({ record, attempt, rule });
      const ended = tell(given.after, given.attempt?.after ?? attempt, [hungUp]);

      expect(given.entries.map(({ type }) => type)).toEqual(['record.classified', 'record.closed']);
      expect(given.after).toMatchObject({ state: 'closed', current: { phase: 'with-agent' } });
      expect(ended.entries.map(({ type }) => type)).toEqual(['call.ended', 'attempt.settled']);
      expect(ended.entries[1]).toMatchObject({ classified: true, rule });
      expect(ended.record).toMatchObject({ state: 'closed', current: { phase: 'ended' } });
    });

    it('keeps its recall while the rule is awaited, and no tick takes the record meanwhile', () => {
      const recontactAt = parseInstant('2026-03-05T10:00:00Z');
      const { record, attempt } = tell(dialed, anAttempt(dialed), [talking]);

      const given = accepted({ record, attempt, rule, classifier: 'later', recontactAt });
      const ended = tell(given.after, given.attempt?.after ?? attempt, [hungUp]);

      expect(ended.record).toMatchObject({
        state: 'recall-scheduled',
        nextContact: recontactAt,
        current: { phase: 'ended' },
      });
    });

    it('not a second time, when the rule has followed the call before: the agent was late', () => {
      const settled: Attempt = { ...call.attempt, settled: true, ruleApplied: true };
      const unhandled: CampaignRecord = { ...call.record, state: 'unhandled' };

      const change = accepted({ record: unhandled, attempt: settled, rule });

      expect(change.after.current).toBeUndefined();
      expect(change.entries.map(({ type }) => type)).not.toContain('attempt.settled');
    });

    it('but not a call of the customer’s (CBR-1)', () => {
      const inbound = { ivr: 'reception', identity: 'one', took: { state: 'new' } } as const;
      const attempt: Attempt = { ...call.attempt, direction: 'inbound', inbound };

      const { after, attempt: settled } = accepted({ attempt, rule });

      expect(after.current).toBeUndefined();
      expect(settled?.after.ruleApplied).toBe(true);
    });
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
      "there is no classifier 'gone'; the campaign has: sold, later, tomorrow, machine, noted, mine",
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

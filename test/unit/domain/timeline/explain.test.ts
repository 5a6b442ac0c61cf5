import { describe, expect, it } from 'vitest';
import { campaignSetting } from '../../../../lib/domain/campaigns/campaign-setting.ts';
import { agentId, campaignId } from '../../../../lib/domain/model/ids.ts';
import type { RecordEntry } from '../../../../lib/domain/model/journal.ts';
import { sentenceOf } from '../../../../lib/domain/timeline/entry-text.ts';
import { explain, historyOf, type WhyFacts } from '../../../../lib/domain/timeline/explain.ts';
import { centreDefinitions } from '../../../support/a-centre.ts';
import { added, aRecord, at, NOW, taken } from '../../../support/records.ts';

const closedGate = { gate: 'queue-hours', passed: false, saw: 'night', wanted: 'morning' };
const postponed = (seconds: number): RecordEntry => ({
  type: 'record.postponed',
  at: at(seconds),
  until: at(seconds + 60),
  gates: [closedGate],
});
const ordered: RecordEntry = {
  type: 'call.ordered',
  at: at(500),
  attempt: 'a1',
  gates: [{ ...closedGate, passed: true }],
  phoneEnds: '…001',
};

function facts(more: Partial<WhyFacts> = {}): WhyFacts {
  const setting = campaignSetting(centreDefinitions(), 'spring');
  if (setting === undefined) throw new Error('the test centre has a campaign spring');
  return {
    setting,
    state: {
      campaign: campaignId('spring'),
      version: 1,
      state: 'running',
      changedAt: NOW,
      changedBy: 'olga',
      poolAlerted: false,
      nextCallerId: 0,
      recentOrders: [],
    },
    record: aRecord(),
    journal: [added],
    counts: { new: 3, closed: 2 },
    now: NOW,
    ...more,
  };
}

describe('why a record was not called (NEW-5)', () => {
  it('is told moment by moment, with the gates as they stood, postponements folded (REC-12)', () => {
    const history = historyOf([added, postponed(0), postponed(60), postponed(120), ordered]);

    expect(history.map(({ entry: _, ...told }) => told)).toEqual([
      {
        at: NOW,
        lastAt: NOW,
        times: 1,
        type: 'record.added',
        says: 'added by import, row 2',
        gates: [],
      },
      {
        at: NOW,
        lastAt: at(120),
        times: 3,
        type: 'record.postponed',
        says: 'not called; put off until 2026-03-02T09:03:00.000Z',
        gates: [closedGate],
      },
      {
        at: at(500),
        lastAt: at(500),
        times: 1,
        type: 'call.ordered',
        says: 'a call to …001 was ordered',
        gates: [{ ...closedGate, passed: true }],
      },
    ]);
  });

  describe('of a record that is blacklisted (REC-13)', () => {
    const SPRING = campaignId('spring');
    const listed = (until?: number) => ({
      ...{ campaign: SPRING, reason: 'asked us', by: 'olga', at: NOW },
      until: until === undefined ? undefined : at(until),
    });
    const blocked: RecordEntry = {
      ...{ type: 'record.blocked', at: NOW, by: 'blacklist', gates: [] },
      because: 'it is on the blacklist: asked us',
    };
    const says = (blacklist: readonly ReturnType<typeof listed>[], journal: RecordEntry[]) => {
      const record = aRecord('ann', { state: 'blacklisted', nextContact: undefined });
      const person = { standing: { blacklist, consents: [] }, contacted: new Map() };
      return explain(facts({ record, journal, person })).presentSays;
    };

    it('names the entry, its reason, author and end before the gates', () => {
      expect(says([listed()], [added, blocked])).toBe(
        'it is not contacted: it is on the blacklist: asked us (campaign spring, every channel, by olga, 2026-03-02T09:00:00.000Z, for good)',
      );
      expect(says([listed(60)], [added, blocked])).toMatch(/, until 2026-03-02T09:01:00.000Z\)$/);
    });

    it('says that the entry is gone, when it is', () => {
      expect(says([], [added, blocked])).toBe(
        'it is not contacted: it is on the blacklist: asked us, but it is off the blacklist now',
      );
    });

    it('says what the journal says where the blacklist was not asked', () => {
      const record = aRecord('ann', { state: 'blacklisted', nextContact: undefined });
      expect(explain(facts({ record, journal: [added, blocked] })).presentSays).toBe(
        'it is not contacted: it is on the blacklist: asked us',
      );
    });
  });

  it('now is told by the gates the dialer itself uses', () => {
    const says = [
      facts(),
      facts({ record: aRecord('ann', { nextContact: at(60) }) }),
      facts({ record: taken(aRecord()) }),
      facts({ record: taken(aRecord(), 'a1', { offeredTo: agentId('eva'), awaitsAgent: true }) }),
      facts({ record: aRecord('ann', { state: 'unhandled' }) }),
      facts({ record: aRecord('ann', { phones: [] }) }),
    ].map((each) => explain(each).presentSays);

    expect(says).toEqual([
      'it may be called now: it waits for a free agent and for its turn',
      'it is not called before 2026-03-02T09:01:00.000Z',
      'it is being worked: a call is ordered',
      'it is being worked: it is offered to eva, who has not started the call yet',
      'it is not called: the record is unhandled',
      'it will not be called: the record has no telephone number',
    ]);
  });

  it('says how many others wait', () => {
    expect(explain(facts()).pool).toEqual({ waiting: 3, open: 3 });
  });
});

describe('an entry of the journal', () => {
  const call = { at: NOW, attempt: 'a1' };
  const message = { at: NOW, message: 'm', kind: 'sms' } as const;

  it.each<[RecordEntry, string]>([
    [
      { type: 'record.offered', ...call, agent: 'eva', seconds: 20 },
      'offered to eva, 20 s before the call',
    ],
    [
      { type: 'record.offered', ...call, agent: 'eva', seconds: 90, starts: 'by-agent' },
      'offered to eva, who has 90 s to start the call',
    ],
    [{ type: 'offer.taken', ...call, agent: 'eva' }, 'eva pressed call'],
    [
      { type: 'offer.taken', ...call, agent: 'eva', seconds: 20 },
      'eva accepted it, 20 s before the call',
    ],
    [
      { type: 'offer.returned', ...call, agent: 'eva', because: 'skipped', until: at(300) },
      'eva skipped it; offered again from 2026-03-02T09:05:00.000Z',
    ],
    [
      { type: 'offer.returned', ...call, because: 'time-over', until: at(300) },
      'the agent did not start the call in time; offered again from 2026-03-02T09:05:00.000Z',
    ],
    [{ type: 'call.placed', ...call, contact: 'c' }, 'Connect placed the call (contact c)'],
    [{ type: 'call.refused', ...call, reason: 'limit' }, 'Connect refused the call: limit'],
    [{ type: 'call.answered', ...call, by: 'customer' }, 'the customer picked up'],
    [{ type: 'call.answered', ...call, by: 'agent', agent: 'eva' }, 'eva took the call'],
    [{ type: 'call.routed', ...call, queue: 'sales' }, 'sent to the queue sales'],
    [
      {
        type: 'call.ended',
        ...call,
        status: 'answered',
        reason: 'AGENT_DISCONNECT',
        talkSeconds: 7,
      },
      'the call ended: answered, the agent hung up, talked 7 s',
    ],
    [
      { type: 'call.ended', ...call, status: 'not-answered', reason: 'TELECOM_UNANSWERED' },
      'the call ended: not answered',
    ],
    [
      { type: 'attempt.settled', ...call, status: 'busy', classified: false, rule: 'again' },
      'the contact is finished; callback rule again runs next',
    ],
    [
      {
        type: 'record.classified',
        at: NOW,
        classifier: 'sold',
        by: 'eva',
        success: true,
        fields: {},
      },
      'eva classified it as sold, a success',
    ],
    [
      { type: 'record.unhandled', ...call, agent: 'eva' },
      'the wrap-up of eva ran out without a classification',
    ],
    [
      { type: 'rule.applied', ...call, rule: 'again', version: 'v', path: ['a', 'b'], values: {} },
      'rule again went through a, b',
    ],
    [
      { type: 'record.recall-scheduled', at: NOW, for: at(60), by: 'eva', gates: [] },
      'eva set the next call for 2026-03-02T09:01:00.000Z',
    ],
    [
      { type: 'record.postponed', at: NOW, until: NOW, gates: [] },
      'not called after all; it stays due',
    ],
    [{ type: 'record.closed', at: NOW, because: 'classifier sold' }, 'closed: classifier sold'],
    [{ type: 'record.deleted', at: NOW, because: 'rule x' }, 'deleted: rule x'],
    [
      { type: 'record.parameter-added', at: NOW, to: 'call', name: 'n', value: '1' },
      'the call got the parameter n=1',
    ],
    [{ type: 'message.ordered', ...message }, 'a text message was ordered'],
    [
      { type: 'message.not-ordered', at: NOW, kind: 'email', because: 'no address' },
      'an e-mail could not be ordered: no address',
    ],
    [{ type: 'message.sent', ...message }, 'a text message was taken by the provider'],
    [{ type: 'message.delivered', ...message }, 'a text message was delivered'],
    [
      { type: 'message.failed', ...message, reason: 'off' },
      'a text message was not delivered: off',
    ],
    [
      { type: 'message.unknown', ...message },
      'a text message may or may not have been sent; it is not repeated',
    ],
    [
      {
        type: 'call.received',
        ...call,
        contact: 'c',
        ivr: 'reception',
        phoneEnds: '…001',
        identity: 'several',
        gates: [],
      },
      'a call came in from …001: several records have the number',
    ],
    [
      {
        type: 'call.received',
        ...call,
        contact: 'c',
        ivr: 'reception',
        phoneEnds: '…001',
        identity: 'one',
        movedFrom: 'call-c',
        gates: [],
      },
      'the call that record call-c held is this one’s: the caller was recognised',
    ],
    [
      { type: 'call.moved', ...call, to: 'ann', because: 'the caller was recognised' },
      'the call goes on at record ann: the caller was recognised',
    ],
    [
      {
        type: 'call.prioritised',
        ...call,
        queue: 'sales',
        level: 3,
        reserve: 'last',
        agent: 'eva',
        gates: [],
      },
      'waits in sales with priority 3, first for eva, who spoke with them last',
    ],
    [
      { type: 'call.prioritised', ...call, queue: 'sales', level: 5, reserve: 'none', gates: [] },
      'waits in sales with priority 5',
    ],
    [
      { type: 'record.set-aside', at: at(0), because: 'rule again ended at tile done' },
      'set aside, neither closed nor called again: rule again ended at tile done',
    ],
    [
      { type: 'record.put-back', at: at(0), by: 'olga', for: at(60) },
      'olga put it back into the list, to be called from 2026-03-02T09:01:00.000Z',
    ],
    [
      { type: 'record.reserved', at: at(0), for: 'eva', by: 'olga' },
      'private to eva from now on, by olga',
    ],
    [{ type: 'record.released', at: at(0), by: 'olga' }, 'no longer private, by olga'],
    [
      {
        type: 'rule.applied',
        ...call,
        rule: 'again',
        version: 'v1',
        values: {},
        path: ['said', 'later'],
        skipped: ['later'],
      },
      'rule again went through said, later; what the classifier decided stands, without the actions of later',
    ],
    [{ type: 'call.missed', ...call, gates: [] }, 'the call reached no agent; it is called back'],
    [{ type: 'call.missed', ...call, gates: [closedGate] }, 'the call reached no agent'],
    [
      { type: 'callback.requested', ...call, wanted: at(60), phoneEnds: '…666' },
      'the caller asks to be called back on …666, not before 2026-03-02T09:01:00.000Z',
    ],
    [
      { type: 'callback.refused', ...call, because: 'the number is withheld' },
      'the caller cannot be called back: the number is withheld',
    ],
    [
      { type: 'voicemail.taken', ...call, key: 'voicemails/a.wav', seconds: 7 },
      'the caller left a message of 7 s',
    ],
    [
      { type: 'survey.answered', ...call, question: 'polite', key: '4' },
      'the caller answered polite with 4',
    ],
    [{ type: 'survey.called', ...call, contact: 'c' }, 'the caller is called back for the survey'],
    [
      { type: 'survey.not-called', ...call, because: 'invalid number' },
      'the caller is not called back for the survey: invalid number',
    ],
    [
      { type: 'wrap-up.extended', ...call, agent: 'eva', until: at(60) },
      'eva extended the wrap-up until 2026-03-02T09:01:00.000Z',
    ],
  ])('of type %o says: %s', (entry, sentence) => {
    expect(sentenceOf(entry)).toBe(sentence);
  });
});

describe('why a recall of a campaign that cannot call does not happen', () => {
  it('is that the campaign has no outbound channel, and not that it waits for its turn', () => {
    const { setting } = facts();
    const campaign = { ...setting.campaign, channels: {} };

    const answer = explain(facts({ setting: { ...setting, campaign } }));

    expect(answer.presentSays).toBe(
      'it will not be called: the campaign places no calls: it has no outbound channel',
    );
    expect(answer.present.gates).toContainEqual({
      gate: 'campaign-places-calls',
      passed: false,
      saw: false,
      wanted: true,
    });
  });

  it('is not said of a campaign that can', () => {
    const { present } = explain(facts());

    expect(present.gates.map(({ gate }) => gate)).not.toContain('campaign-places-calls');
  });
});

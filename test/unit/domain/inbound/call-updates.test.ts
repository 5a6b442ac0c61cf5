import { describe, expect, it } from 'vitest';
import {
  noteAnswer,
  noteCallBack,
  noteForwarding,
  noteForwardingOutcome,
  noteRaise,
  noteRefusedCallBack,
  noteSurveyAsked,
  noteSurveyCall,
  noteSurveyNotAsked,
  noteVoicemail,
  noteVoicemailEnd,
  noteWaiting,
} from '../../../../lib/domain/inbound/call-updates.ts';
import type { Change } from '../../../../lib/domain/model/change.ts';
import type { InboundCall } from '../../../../lib/domain/model/inbound-call.ts';
import type { Instant } from '../../../../lib/domain/model/instant.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import { EVA } from '../calls/a-call.ts';

const record = taken(aRecord(), 'in-1');
const reception: InboundCall = { ivr: 'reception', identity: 'one' };
const call = (inbound: Partial<InboundCall> = {}, now: Instant = NOW) => ({
  record,
  attempt: anAttempt(record, 'in-1', {
    direction: 'inbound',
    inbound: { ...reception, ...inbound },
  }),
  now,
});
const outbound = { record, attempt: anAttempt(record, 'a1'), now: NOW };
const noted = (change: Change | undefined) => change?.attempt?.after.inbound;

describe('what a call notes while it goes on', () => {
  it('is one change: the call has the news, the record only another version', () => {
    const wish = { wanted: at(600), phone: '+48600000001' };
    const on = call();

    expect(noteCallBack(on, wish)).toEqual({
      before: record,
      after: { ...record, version: record.version + 1, updatedAt: NOW },
      entries: [
        {
          type: 'callback.requested',
          at: NOW,
          attempt: 'in-1',
          wanted: at(600),
          phoneEnds: '…001',
        },
      ],
      attempt: {
        before: on.attempt,
        after: { ...on.attempt, version: 2, inbound: { ...reception, callBack: wish } },
      },
    });
  });

  it('is nothing about a call of the dialer', () => {
    const notes = [
      noteCallBack(outbound, { wanted: NOW, phone: '' }),
      noteVoicemail(outbound, 'b'),
      noteVoicemailEnd(outbound),
      noteForwarding(outbound, 'b', 20),
      noteForwardingOutcome(outbound, 'taken'),
      noteAnswer(outbound, 'q', '1'),
      noteSurveyAsked(outbound),
      noteSurveyNotAsked(outbound),
      noteRefusedCallBack(outbound, 'no number'),
    ];

    expect(notes.every((note) => note === undefined)).toBe(true);
  });
});

describe('a caller who waits', () => {
  const waiting = { queue: 'sales', level: 3, window: 'full', survey: true } as const;

  it('is told with the priority and the agent waited for, when there is one', () => {
    const gates = [{ gate: 'private-agent-there', passed: true, saw: 'free' }];

    const first = noteWaiting(call(), { ...waiting, agent: EVA }, 'private', gates);
    const any = noteWaiting(call(), waiting, 'none', []);

    expect(first?.entries).toEqual([
      {
        type: 'call.prioritised',
        at: NOW,
        attempt: 'in-1',
        queue: 'sales',
        level: 3,
        reserve: 'private',
        agent: EVA,
        gates,
      },
    ]);
    expect(any?.entries[0]).not.toHaveProperty('agent');
    expect(noted(any)?.waiting).toEqual(waiting);
  });

  it('rises, and calls of the dialer do as well (PRI-5)', () => {
    const told = { queue: 'sales', waited: 60, level: 2, gates: [] };

    for (const on of [call(), outbound]) {
      const change = noteRaise(on, told);

      expect(change.attempt?.after).toEqual({ ...on.attempt, version: 2, raisedTo: 2 });
      expect(change.entries).toEqual([
        { type: 'call.priority-raised', at: NOW, attempt: on.attempt.id, ...told },
      ]);
    }
  });
});

describe('a call back that is asked for (IVR-24)', () => {
  it('twice, is the later wish', () => {
    const later = { wanted: at(1200), phone: '+48600000002' };
    const on = call({ callBack: { wanted: at(600), phone: '+48600000001' } });

    expect(noted(noteCallBack(on, later))?.callBack).toEqual(later);
  });

  it('and refused leaves the call as it is, and says why', () => {
    const change = noteRefusedCallBack(call(), 'the number is withheld');

    expect(noted(change)).toEqual(reception);
    expect(change?.entries).toEqual([
      { type: 'callback.refused', at: NOW, attempt: 'in-1', because: 'the number is withheld' },
    ]);
  });
});

describe('a message of a caller (IVR-23)', () => {
  const open = { block: 'after', begin: NOW };

  it('begins', () => {
    expect(noted(noteVoicemail(call(), 'after'))?.voicemails).toEqual([open]);
  });

  it.each([
    ['after', 8.999, undefined],
    ['after', 9, 2],
    ['other', 1, 2],
  ])(
    'begun again in block %s after %s s is Connect repeating itself, or another: %s',
    (block, later, n) => {
      const change = noteVoicemail(call({ voicemails: [open] }, at(later)), block);

      expect(noted(change)?.voicemails?.length).toBe(n);
    },
  );

  it('ends where the next begins, or where it is said to end', () => {
    const next = noteVoicemail(call({ voicemails: [open] }, at(20)), 'other');
    const end = noteVoicemailEnd(call({ voicemails: [open] }, at(20)));

    expect(noted(next)?.voicemails).toEqual([
      { ...open, end: at(20) },
      { block: 'other', begin: at(20) },
    ]);
    expect(noted(end)?.voicemails).toEqual([{ ...open, end: at(20) }]);
  });

  it('that has ended is not ended by the one that follows, nor a second time', () => {
    const ended = { ...open, end: at(5) };

    expect(noted(noteVoicemail(call({ voicemails: [ended] }, at(6)), 'after'))?.voicemails).toEqual(
      [ended, { block: 'after', begin: at(6) }],
    );
    expect(noteVoicemailEnd(call({ voicemails: [ended] }, at(6)))).toBeUndefined();
    expect(noteVoicemailEnd(call())).toBeUndefined();
  });
});

describe('a call that is forwarded (IVR-8)', () => {
  const underway = { block: 'out', begin: NOW, ringsUntil: at(22) };

  it('rings for as long as the block says, and what Connect’s clock is late', () => {
    expect(noted(noteForwarding(call(), 'out', 20))?.forwarding).toEqual(underway);
  });

  it.each([
    ['out', 8.999, undefined, false],
    ['out', 9, undefined, true],
    ['next', 1, undefined, true],
    ['out', 1, 'failed', true],
    ['next', 99, 'taken', false],
  ] as const)('again by %s after %s s, the first one %s: noted %s', (block, later, outcome, is) => {
    const before = { ...underway, outcome };

    const change = noteForwarding(call({ forwarding: before }, at(later)), block, 20);

    expect(change !== undefined).toBe(is);
  });

  it('has one outcome, the first', () => {
    const first = noteForwardingOutcome(call({ forwarding: underway }), 'failed');

    expect(noted(first)?.forwarding).toEqual({ ...underway, outcome: 'failed' });
    const failed = { ...underway, outcome: 'failed' } as const;
    expect(noteForwardingOutcome(call({ forwarding: failed }), 'taken')).toBeUndefined();
    expect(noteForwardingOutcome(call(), 'taken')).toBeUndefined();
  });
});

describe('a survey (INB-9)', () => {
  it('keeps the first answer to a question', () => {
    const on = call({ answers: { nps: '9' } });

    expect(noteAnswer(on, 'nps', '1')).toBeUndefined();
    expect(noted(noteAnswer(on, 'solved', '2'))?.answers).toEqual({ nps: '9', solved: '2' });
    expect(noteAnswer(on, 'solved', '2')?.entries).toEqual([
      { type: 'survey.answered', at: NOW, attempt: 'in-1', question: 'solved', key: '2' },
    ]);
  });

  it('takes a question that is named as objects have it', () => {
    expect(noted(noteAnswer(call(), 'constructor', '1'))?.answers).toEqual({ constructor: '1' });
  });

  it('remembers that Connect was asked for its call, until that has placed nothing', () => {
    expect(noted(noteSurveyAsked(call({}, at(7))))).toEqual({ ...reception, surveyAskedAt: at(7) });
    expect(noted(noteSurveyNotAsked(call({ surveyAskedAt: at(7) })))).toEqual(reception);
    expect(noteSurveyNotAsked(call())).toBeUndefined();
  });

  it('says that the caller is called, or why not', () => {
    const about = { at: NOW, attempt: 'in-1' };

    expect(noteSurveyCall(call(), { contact: 'c-9' })?.entries).toEqual([
      { type: 'survey.called', ...about, contact: 'c-9' },
    ]);
    expect(noteSurveyCall(call(), { because: 'busy' })?.entries).toEqual([
      { type: 'survey.not-called', ...about, because: 'busy' },
    ]);
  });
});

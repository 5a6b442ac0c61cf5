// One action at a time; what a whole run of a rule does stands in apply-actions.test.ts.
import { describe, expect, it } from 'vitest';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { carryOut } from '../../../../lib/domain/rules/carry-out.ts';
import type { Draft, RuleSetting } from '../../../../lib/domain/rules/draft.ts';
import { CompletedRun, RuleAction } from '../../../../lib/domain/rules/rule-schema.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';

const setting: RuleSetting = { zone: 'Europe/Warsaw', smsNumbers: ['+48501230000'] };
const facts = { tile: 'tile', rule: 'rule', now: NOW, setting };
const draftOf = (changes: Partial<CampaignRecord> = {}): Draft => {
  const record = taken(aRecord('ann', changes));
  return { record, attempt: anAttempt(record), messages: [], entries: [] };
};
const recontact: RuleAction = { kind: 'recontact', after: { days: 0, seconds: 600 } };
const sms: RuleAction = { kind: 'send-sms', from: 'Ringback', text: 'Hello {{ city }}' };
const email: RuleAction = {
  kind: 'send-email',
  mailbox: 'appointments',
  cc: [],
  bcc: [],
  subject: 'About {{ city }}',
  text: 'Dear Ann',
  attachments: [],
};

describe('set recontact', () => {
  it('frees the record for a call after that time, and names rule and tile as its author', () => {
    const { record, entries } = carryOut(recontact, draftOf({ attempts: 1 }), facts);

    expect(record).toMatchObject({ state: 'recall-scheduled', nextContact: at(600) });
    expect(record.current).toBeUndefined();
    expect(entries).toEqual([
      {
        type: 'record.recall-scheduled',
        at: NOW,
        attempt: 'a1',
        for: at(600),
        by: 'rule rule, tile tile',
        gates: [],
      },
    ]);
  });

  it('keeps a tile of an earlier recontact only until it names its own', () => {
    const waiting = draftOf({ rule: { passes: {}, cursor: 'old' } });

    expect(carryOut({ ...recontact, cursor: 'new' }, waiting, facts).record.rule.cursor).toBe(
      'new',
    );
  });

  it('counts days on the calendar, also when the clock changes', () => {
    const day: RuleAction = { kind: 'recontact', after: { days: 27, seconds: 0 } };

    // 2 March 10:00 in Warsaw; on 29 March the clock is set forward
    expect(carryOut(day, draftOf(), facts).record.nextContact).toBe(at(27 * 86_400 - 3600));
  });

  it('waits out the pause between two calls to the number', () => {
    const lastCall = { phone: '+48221000001', status: 'busy', endedAt: at(-60) } as const;
    const paused = { ...facts, setting: { ...setting, redialInterval: 3600 } };

    const { record } = carryOut(recontact, draftOf({ lastCall }), paused);

    expect(record.nextContact).toBe(at(3540));
  });
});

describe('delete contact', () => {
  it('leaves nothing of the person, and marks the record for what is kept beside it', () => {
    const draft = draftOf({
      privateTo: 'eva' as never,
      callBackTo: '+48600000001',
      callParameters: { plan: 'gold' },
      parameters: { vip: 'yes' },
      lastCall: { phone: '+48221000001', status: 'busy', endedAt: NOW },
      attempts: 3,
    });

    const { record, attempt } = carryOut({ kind: 'delete-contact' }, draft, facts);

    const texts = JSON.stringify([record, attempt]);
    for (const secret of ['+48', 'gold', 'yes', 'eva', 'Gdynia', 'example.org']) {
      expect(texts).not.toContain(secret);
    }
    expect(record).toMatchObject({ state: 'deleted', toErase: true, attempts: 3 });
  });
});

describe('send a text message or an e-mail', () => {
  it('after others keeps those, and is named by its tile', () => {
    const first = carryOut(sms, draftOf(), { ...facts, tile: 'first' });
    const second = carryOut(email, first, { ...facts, tile: 'second' });

    expect(second.messages.map(({ id }) => id)).toEqual(['a1.first', 'a1.second']);
    expect(second.messages[0]?.content).toMatchObject({ text: 'Hello Gdynia', from: 'Ringback' });
    expect(second.messages[1]?.content).toMatchObject({ subject: 'About Gdynia' });
  });

  it.each<[string, RuleAction, Partial<CampaignRecord>, Partial<RuleSetting>]>([
    ['it has no telephone number', sms, { phones: [] }, {}],
    ['the text came out empty', { ...sms, text: '{{ plan }}' }, {}, {}],
    ['no number to send from', { ...sms, from: 'random' }, {}, { smsNumbers: [] }],
    [
      'the record’s values break its template',
      { ...sms, text: '{{ city | plus: 1 | nope }}' },
      {},
      {},
    ],
    ['it has no e-mail address', email, { emails: [] }, {}],
    ['the record’s values break its template', { ...email, subject: '{{ x | nope }}' }, {}, {}],
    ['the record’s values break its template', { ...email, text: '{{ x | nope }}' }, {}, {}],
  ])('is not ordered, and says so: %s', (because, action, record, more) => {
    const draft = carryOut(action, draftOf(record), {
      ...facts,
      setting: { ...setting, ...more },
    });

    expect(draft.messages).toEqual([]);
    expect(draft.entries).toEqual([
      {
        type: 'message.not-ordered',
        at: NOW,
        kind: action.kind === 'send-sms' ? 'sms' : 'email',
        because,
      },
    ]);
  });

  it('reads what rules have added to the number and to the call', () => {
    const added = draftOf({ parameters: { plan: 'gold' }, callParameters: { plan: 'silver' } });
    const text = '{{ parameters.plan }}';

    expect(carryOut({ ...sms, text }, added, facts).messages[0]?.content.text).toBe('silver');
  });

  it('is sent from every own number alike, by attempt and tile', () => {
    const smsNumbers = ['+48501230000', '+48501230001', '+48501230002'];
    const many = { ...facts, setting: { ...setting, smsNumbers } };
    const senders = Array.from({ length: 300 }, (_, n) => {
      const draft = carryOut({ ...sms, from: 'random' }, draftOf(), { ...many, tile: `t${n}` });
      const content = draft.messages[0]?.content;
      return content?.kind === 'sms' ? content.from : '';
    });

    for (const number of smsNumbers) {
      expect(senders.filter((from) => from === number).length).toBeGreaterThan(60);
    }
  });
});

describe('add a parameter', () => {
  const to = (where: 'number' | 'call'): RuleAction => ({
    kind: 'add-parameter',
    to: where,
    name: 'plan',
    value: 'gold',
  });

  it('to the number stays with the record only, to the call with the attempt as well', () => {
    const number = carryOut(to('number'), draftOf(), facts);
    const call = carryOut(to('call'), draftOf(), facts);

    expect([number.record.parameters, number.attempt.parameters]).toEqual([{ plan: 'gold' }, {}]);
    expect([call.record.parameters, call.record.callParameters, call.attempt.parameters]).toEqual([
      {},
      { plan: 'gold' },
      { plan: 'gold' },
    ]);
  });
});

describe('what a state machine hands over', () => {
  const run = {
    campaign: 'spring',
    record: 'ann',
    attempt: 'a1',
    rule: 'rule',
    version: 'v1',
    path: '/tile',
    restarted: '',
    values: { tile: 'busy', count: 2, on: true },
    actions: { tile: { kind: 'close-record' } },
  };

  it('is read also from a machine compiled before results were passed on', () => {
    expect(CompletedRun.parse(run).result).toBeUndefined();
    expect(CompletedRun.parse({ ...run, result: 'sold' }).result).toBe('sold');
  });

  it.each([
    ['no record', { record: '' }],
    ['an action that does not exist', { actions: { tile: { kind: 'explode' } } }],
    ['a value that is no value', { values: { tile: {} } }],
  ])('is refused with %s', (_, wrong) => {
    expect(CompletedRun.safeParse({ ...run, ...wrong }).success).toBe(false);
  });

  it('has periods as seconds in machines compiled before days were of the calendar', () => {
    expect(RuleAction.parse({ kind: 'recontact', after: 90 })).toEqual({
      kind: 'recontact',
      after: { days: 0, seconds: 90 },
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { parseInstant } from '../../../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { ruleSetting } from '../../../../lib/domain/rules/apply-actions.ts';
import type { RuleAction } from '../../../../lib/domain/rules/rule-schema.ts';
import { centreDefinitions } from '../../../support/a-centre.ts';
import { aRecord, at, NOW } from '../../../support/records.ts';
import { apply, EMAIL, RECONTACT, SMS } from './a-run.ts';

describe('a run of a rule', () => {
  it('is one change of record and attempt, told first of all (NEW-5)', () => {
    const { change } = apply([RECONTACT]);

    expect(change.after).toEqual({
      ...aRecord(),
      version: 3,
      nextContact: at(7200),
      rule: { version: 'v1', passes: { status: 1, recontact: 1 } },
    });
    expect(change.attempt?.after).toMatchObject({ version: 2, ruleApplied: true });
    expect(change.entries[0]).toEqual({
      type: 'rule.applied',
      at: NOW,
      attempt: 'a1',
      rule: 'again',
      version: 'v1',
      path: ['status', 'recontact'],
      values: { status: 'busy' },
    });
  });

  it('counts the passes of its tiles onto those of earlier runs (CBR-3)', () => {
    const { record } = apply([RECONTACT], { record: { rule: { passes: { status: 4, old: 1 } } } });

    expect(record.rule.passes).toEqual({ status: 5, recontact: 1, old: 1 });
  });

  it('says which tile the record waited at when it no longer exists', () => {
    const { change } = apply([RECONTACT], { run: { restarted: 'gone' } });

    expect(change.entries[0]).toMatchObject({ restarted: 'gone' });
  });

  it('that ends without a next call leaves who was spoken to to a person (CBR-9, REC-9)', () => {
    const { record, change } = apply([], {
      attempt: { status: 'answered', timestamps: { connectedToAgent: NOW } },
    });

    expect(record.state).toBe('unhandled');
    expect(record.current).toBeUndefined();
    expect(change.entries).toHaveLength(1);
  });

  it('that ends without a next call sets who was not spoken to aside, neither closed nor called (CBR-9)', () => {
    const { record, change } = apply([]);

    expect(record.state).toBe('set-aside');
    expect([record.nextContact, record.current]).toEqual([undefined, undefined]);
    expect(change.entries.at(-1)).toEqual({
      type: 'record.set-aside',
      at: NOW,
      attempt: 'a1',
      because: 'rule again ended at tile status',
    });
  });
});

describe('a run after a classification (CBR-15)', () => {
  const classified = { status: 'answered', classifier: 'later' } as const;
  const decided = (record: Partial<CampaignRecord>, actions: readonly RuleAction[]) =>
    apply(actions, { record, attempt: classified });

  it('leaves the recall of the classifier as it is: no other recall, no end, no deletion', () => {
    const recalled = { state: 'recall-scheduled', nextContact: at(900) } as const;
    const actions = [RECONTACT, { kind: 'close-record' }, { kind: 'delete-contact' }] as const;

    for (const action of actions) {
      const { record, change } = decided(recalled, [action]);

      expect(record).toMatchObject({ ...recalled, phones: [{ value: '+48221000001' }] });
      expect(record.current).toBeUndefined();
      expect(change.entries).toEqual([
        expect.objectContaining({ type: 'rule.applied', skipped: [action.kind] }),
      ]);
    }
  });

  it('leaves a closed record closed, and may still delete it', () => {
    const again = decided({ state: 'closed' }, [RECONTACT]);
    const deleted = decided({ state: 'closed' }, [{ kind: 'delete-contact' }]);

    expect(again.record).toMatchObject({ state: 'closed' });
    expect(again.record.nextContact).toBeUndefined();
    expect(deleted.record).toMatchObject({ state: 'deleted', phones: [] });
  });

  it('still sends, and adds parameters: that decides nothing', () => {
    const parameter = { kind: 'add-parameter', to: 'number', name: 'vip', value: 'yes' } as const;

    const { record, messages } = decided({ state: 'closed' }, [SMS, parameter]);

    expect(messages.length).toBe(1);
    expect(record).toMatchObject({ state: 'closed', parameters: { vip: 'yes' } });
  });

  it('decides what the classifier left open: the next call, or the end', () => {
    const open = { state: 'set-aside' } as const;

    expect(decided(open, [RECONTACT]).record).toMatchObject({ nextContact: at(7200) });
    expect(decided(open, [{ kind: 'close-record' }]).record.state).toBe('closed');
    expect(decided(open, []).record.state).toBe('set-aside');
  });

  it('is told once: a record set aside by its classifier is not told to be so again', () => {
    const { change } = decided({ state: 'set-aside' }, []);

    expect(change.entries.map(({ type }) => type)).toEqual(['rule.applied']);
  });

  it('goes on at the tile that waited for this call, and counts its passes', () => {
    const rule = { version: 'v0', cursor: 'status', passes: { status: 1 } };

    const { record } = decided({ state: 'closed', rule }, []);

    expect(record.rule).toEqual({ version: 'v1', passes: { status: 2 } });
  });
});

describe('set recontact (CBR-7)', () => {
  it('remembers the tile that follows, and forgets the last one', () => {
    const waiting = apply([{ ...RECONTACT, cursor: 'second' }]);
    const again = apply([RECONTACT], {
      record: { rule: { version: 'v0', cursor: 'second', passes: {} } },
    });

    expect(waiting.record.rule.cursor).toBe('second');
    expect(again.record.rule.cursor).toBeUndefined();
  });

  it('moves to the next moment within the recall hours (CAM-10)', () => {
    const recallHours = {
      timeZone: 'Europe/Warsaw',
      week: { tue: [{ from: 600, to: 660 }] },
      exceptions: {},
    };

    const { record, change } = apply([RECONTACT], { setting: { recallHours } });

    expect(record.nextContact).toBe(parseInstant('2026-03-03T09:00:00Z'));
    expect(change.entries[1]).toMatchObject({
      type: 'record.recall-scheduled',
      for: parseInstant('2026-03-03T09:00:00Z'),
      by: 'rule again, tile recontact',
      gates: [{ gate: 'recall-hours', passed: false }],
    });
  });

  it('past the last date closes the record and says why (CAM-9)', () => {
    const { record, change } = apply([RECONTACT], { setting: { lastDate: '2026-03-01' } });

    expect(record.state).toBe('closed');
    expect(record.nextContact).toBeUndefined();
    expect(change.entries[1]).toMatchObject({
      type: 'record.closed',
      because: 'the next allowed moment is past the last date of the campaign',
      gates: [{ gate: 'last-date', passed: false }],
    });
  });
});

describe('close and delete', () => {
  it('closes the record (CBR-8)', () => {
    const { record, change } = apply([{ kind: 'close-record' }]);

    expect(record.state).toBe('closed');
    expect(change.entries.map(({ type }) => type)).toEqual(['rule.applied', 'record.closed']);
  });

  it('deletes what is known of the person, and keeps the id and the counters (CBR-15)', () => {
    const { record, attempt } = apply([{ kind: 'delete-contact' }], {
      record: { privateTo: agentId('anna'), attempts: 3, parameters: { vip: 'yes' } },
    });

    expect(record).toMatchObject({ record: 'ann', state: 'deleted', attempts: 3 });
    expect(record).toMatchObject({ phones: [], emails: [], fields: {}, parameters: {} });
    expect(record.privateTo).toBeUndefined();
    expect(attempt?.endpoint).toBe('');
  });
});

describe('add a parameter (CBR-15)', () => {
  it('to the number for good, or to this call', () => {
    const add = { kind: 'add-parameter', name: 'vip', value: 'yes' } as const;

    const number = apply([{ ...add, to: 'number' }, RECONTACT]);
    const call = apply([{ ...add, to: 'call' }, RECONTACT]);

    expect([number.record.parameters, number.attempt?.parameters]).toEqual([{ vip: 'yes' }, {}]);
    expect([call.record.parameters, call.attempt?.parameters]).toEqual([{}, { vip: 'yes' }]);
  });
});

describe('send a text message (CBR-12)', () => {
  it('orders one with the fields of the record filled in', () => {
    const { messages, change } = apply([SMS, RECONTACT]);

    expect(messages).toEqual([
      {
        campaign: 'spring',
        record: 'ann',
        id: 'a1.send-sms',
        version: 1,
        attempt: 'a1',
        state: 'ordered',
        content: { kind: 'sms', to: '+48221000001', from: 'TEST', text: 'Hello Gdynia' },
        orderedAt: NOW,
        changedAt: NOW,
      },
    ]);
    expect(change.entries.map(({ type }) => type)).toEqual([
      'rule.applied',
      'message.ordered',
      'record.recall-scheduled',
    ]);
  });

  it('from a random own number, the same when the commit is repeated', () => {
    const smsNumbers = ['+48600000001', '+48600000002', '+48600000003'];
    const from = (id: string) =>
      apply([{ ...SMS, from: 'random' }], {
        setting: { smsNumbers },
        attempt: { id: id as Attempt['id'] },
      }).messages[0]?.content;

    const picked = Array.from({ length: 60 }, (_, i) => from(`call-${i}`));

    expect(picked).toEqual(Array.from({ length: 60 }, (_, i) => from(`call-${i}`)));
    expect(new Set(picked.map((content) => content?.kind === 'sms' && content.from))).toEqual(
      new Set(smsNumbers),
    );
  });

  it.each([
    ['there is no number', { record: { phones: [] } }, 'it has no telephone number'],
    ['the text comes out empty', { record: { fields: {} } }, 'the text came out empty'],
  ] as const)('is not ordered when %s, which is told', (_when, given, because) => {
    const { messages, change } = apply([{ ...SMS, text: '{{ city }}' }], given);

    expect(messages).toEqual([]);
    expect(change.entries[1]).toEqual({
      type: 'message.not-ordered',
      at: NOW,
      kind: 'sms',
      because,
    });
  });
});

describe('send an e-mail (CBR-11)', () => {
  it('orders one to the default address, its subject on one line', () => {
    const { messages } = apply([EMAIL]);

    expect(messages[0]?.content).toEqual({
      kind: 'email',
      to: 'ann@example.org',
      mailbox: 'hello',
      cc: [],
      bcc: ['boss@example.org'],
      subject: 'News from Gdynia',
      text: 'Dear Gdynia,\n\nbye',
      attachments: ['leaflet.pdf'],
    });
  });

  it('goes to the address made the default (REC-5)', () => {
    const emails = [
      { value: 'old@example.org', isDefault: false },
      { value: 'new@example.org', isDefault: true },
    ];

    const { messages } = apply([EMAIL], { record: { emails } });

    expect(messages[0]?.content.to).toBe('new@example.org');
  });

  it('is not ordered without an address, which is told', () => {
    const { messages, change } = apply([EMAIL], { record: { emails: [] } });

    expect(messages).toEqual([]);
    expect(change.entries[1]).toMatchObject({ because: 'it has no e-mail address' });
  });
});

describe('what of the definitions the actions depend on', () => {
  it('is read from the campaign and its centre', () => {
    expect(ruleSetting(centreDefinitions(), 'spring')).toEqual({
      zone: 'Europe/Warsaw',
      contact: {
        where: 'callee',
        countries: {},
        country: 'PL',
        specialNumbers: [],
        zone: 'Europe/Warsaw',
      },
      redialInterval: 120,
      smsNumbers: ['+48600000000'],
      recallHours: {
        timeZone: 'Europe/Warsaw',
        week: expect.objectContaining({ mon: [{ from: 540, to: 1020 }], sun: [] }),
        exceptions: {},
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { classify } from '../../../../lib/domain/classification/classification.ts';
import type { Classification } from '../../../../lib/domain/classification/classification-facts.ts';
import type { PassingOn } from '../../../../lib/domain/classification/passing-on.ts';
import { agentId, campaignId, recordId } from '../../../../lib/domain/model/ids.ts';
import { Campaign } from '../../../../lib/language/schema/campaign.ts';
import { anAttempt, aRecord, at, taken } from '../../../support/records.ts';
import { EVA, hungUp, SETTINGS, tell } from '../calls/a-call.ts';

const fields = { city: {}, visits: { type: 'number' }, note: {} } as const;
const campaign = Campaign.parse({
  name: 'Spring',
  channels: { outbound: {} },
  agentsMay: { classifyWithoutContact: true },
  fields,
  classifiers: {
    told: {
      name: 'Told',
      sendsSms: { from: 'random', text: 'Děkujeme, {{ city }}', transliterate: true },
      sendsEmail: { mailbox: 'desk', subject: 'Hello', text: 'Note: {{ note }}' },
      closes: true,
    },
    summer: { name: 'Summer', movesTo: 'summer' },
    both: { name: 'Both', copiesTo: 'summer', recontact: { after: '1 d' } },
    bought: {
      name: 'Bought',
      success: true,
      closes: true,
      sendsSms: { from: 'Clinic', text: 'Hi' },
    },
    noted: { name: 'Noted' },
  },
});
const summer: PassingOn = {
  campaign: campaignId('summer'),
  settings: Campaign.parse({
    name: 'Summer',
    channels: { outbound: {} },
    fields: { city: {}, note: { type: 'number' } },
  }),
  agents: ['eva'],
  record: recordId('ann-in-summer'),
  isThere: false,
};

const dialed = taken(aRecord('ann', { fields: { city: 'Brno', visits: '3' }, weight: 7 }));
const call = tell(dialed, anAttempt(dialed), [hungUp]);

const outcome = (more: Partial<Classification> = {}) =>
  classify({
    ...{ campaign, record: call.record, attempt: call.attempt, classifier: 'told', agent: EVA },
    ...{ fields: {}, zone: 'Europe/Warsaw', times: SETTINGS.times, now: at(100) },
    smsNumbers: ['+48600000000'],
    ...more,
  });
function accepted(more: Partial<Classification> = {}) {
  const result = outcome(more);
  if (result.kind !== 'classified') throw new Error(JSON.stringify(result));
  return result.change;
}
const reasons = (more: Partial<Classification>) => {
  const result = outcome(more);
  return result.kind === 'refused' ? result.reasons : [result.kind];
};

describe('a classifier that writes (CLS-10, CLS-11)', () => {
  it('orders its messages in the same change, with what the agent has filled in', () => {
    const { messages, entries } = accepted({ fields: { note: 'at nine' } });

    expect(messages?.map(({ before, after }) => [before, after.id, after.content])).toEqual([
      [
        undefined,
        'a1.classifier-sms',
        { kind: 'sms', to: '+48221000001', from: '+48600000000', text: 'Dekujeme, Brno' },
      ],
      [
        undefined,
        'a1.classifier-email',
        {
          ...{ kind: 'email', to: 'ann@example.org', mailbox: 'desk', cc: [], bcc: [] },
          ...{ subject: 'Hello', text: 'Note: at nine', attachments: [] },
        },
      ],
    ]);
    expect(entries.map(({ type }) => type)).toEqual([
      'record.classified',
      'message.ordered',
      'message.ordered',
      'record.closed',
      'attempt.settled',
    ]);
  });

  it('is taken in all the same when there is nowhere to write to, and the timeline says so', () => {
    const { messages, after, entries } = accepted({ record: { ...call.record, emails: [] } });

    expect(messages).toHaveLength(1);
    expect(after.state).toBe('closed');
    expect(entries).toContainEqual({
      ...{ type: 'message.not-ordered', at: at(100), kind: 'email' },
      because: 'it has no e-mail address',
    });
  });
});

describe('a classifier that moves the record (CLS-8)', () => {
  it('adds the person to the other campaign, new and due, and closes the record here', () => {
    const { adds, after, entries } = accepted({
      classifier: 'summer',
      passingOn: summer,
      fields: { note: 'in June' },
    });

    expect(after.state).toBe('closed');
    expect(adds).toEqual({
      before: undefined,
      after: {
        ...{ campaign: 'summer', record: 'ann-in-summer', version: 1, state: 'new', weight: 7 },
        ...{ phones: dialed.phones, emails: dialed.emails, fields: { city: 'Brno' } },
        ...{ parameters: {}, attempts: 0, endings: {}, success: false, rule: { passes: {} } },
        origin: { kind: 'record', of: { campaign: 'spring', record: 'ann' } },
        ...{ nextContact: at(100), createdAt: at(100), updatedAt: at(100) },
      },
      entries: [{ type: 'record.added', at: at(100), by: 'classifier summer of campaign spring' }],
    });
    expect(entries.slice(1, 3)).toEqual([
      {
        ...{ type: 'record.passed-on', at: at(100), attempt: 'a1', how: 'moved', to: 'summer' },
        ...{ outcome: 'added', as: 'ann-in-summer', leftOut: ['visits', 'note'] },
      },
      {
        ...{ type: 'record.closed', at: at(100) },
        because: 'classifier summer moved it to campaign summer',
      },
    ]);
  });

  it.each([
    ['is there', ['eva'], 'eva'],
    ['is not', ['tom'], undefined],
  ])('keeps it private to an agent who %s', (_, agents, owner) => {
    const record = { ...call.record, privateTo: EVA };

    const { adds } = accepted({
      record,
      classifier: 'summer',
      passingOn: { ...summer, agents },
    });

    expect(adds?.after.privateTo).toBe(owner);
  });

  it('leaves somebody who is on record there as they are', () => {
    const { adds, after, entries } = accepted({
      classifier: 'summer',
      passingOn: { ...summer, isThere: true },
    });

    expect(adds).toBeUndefined();
    expect(after.state).toBe('closed');
    expect(entries[1]).toMatchObject({ type: 'record.passed-on', outcome: 'present' });
  });

  it.each([
    [
      'takes none from this one (CAM-8)',
      { ...summer, settings: { ...summer.settings, takesNoRecordsFrom: ['spring'] } },
      'that campaign takes no records from spring',
    ],
    ['has left the files', undefined, "there is no campaign 'summer'"],
  ])('leaves the record where it was when the other campaign %s', (_, passingOn, because) => {
    const { adds, after, entries } = accepted({ classifier: 'summer', passingOn });

    expect(adds).toBeUndefined();
    expect(after.state).toBe('set-aside');
    expect(entries[1]).toEqual({
      ...{ type: 'record.passed-on', at: at(100), attempt: 'a1', how: 'moved', to: 'summer' },
      ...{ outcome: 'refused', because },
    });
  });

  it('copies it, and what else the classifier does is done here', () => {
    const { adds, after } = accepted({ classifier: 'both', passingOn: summer });

    expect(adds?.after.state).toBe('new');
    expect(after).toMatchObject({ state: 'recall-scheduled', campaign: 'spring' });
  });
});

describe('a classification without a contact (CAM-11, CLS-4)', () => {
  const waiting = aRecord('ann');
  const desk = { record: waiting, attempt: undefined, classifier: 'bought' } as const;

  it('is a success of somebody who walked in: no call is counted', () => {
    const { attempt, after, entries, messages } = accepted(desk);

    expect(attempt).toBeUndefined();
    expect(after).toMatchObject({
      ...{ state: 'closed', success: true, classifier: 'bought', lastAgent: 'eva' },
      ...{ attempts: 0, endings: {} },
    });
    expect(after).not.toHaveProperty('nextContact');
    expect(entries.map(({ type }) => type)).toEqual([
      'record.classified',
      'message.ordered',
      'record.closed',
    ]);
    expect(messages?.map((each) => each.after.id)).toEqual(['desk.1.classifier-sms']);
  });

  it('given again is known', () => {
    const { after } = accepted(desk);

    expect(outcome({ ...desk, record: after })).toEqual({ kind: 'known' });
  });

  it('is refused where agents may not, and for a classifier that is no success', () => {
    const strict = {
      ...campaign,
      agentsMay: { ...campaign.agentsMay, classifyWithoutContact: false },
    };

    expect(reasons({ ...desk, campaign: strict })).toEqual([
      'name the call: records are classified after a call',
    ]);
    expect(reasons({ ...desk, classifier: 'noted' })).toEqual([
      "'Noted' is no success: others are set after a contact",
    ]);
  });

  it('is refused during a contact, after the end, and of another agent’s record', () => {
    const privateTo = agentId('tom');

    expect(reasons({ ...desk, record: dialed })).toEqual(['a contact with it is under way']);
    expect(reasons({ ...desk, record: { ...waiting, state: 'closed', privateTo } })).toEqual([
      'the record is closed',
      'the record is private to another agent',
    ]);
  });
});

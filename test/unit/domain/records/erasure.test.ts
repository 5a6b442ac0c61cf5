import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { Kept } from '../../../../lib/domain/model/change.ts';
import type { InboundCall } from '../../../../lib/domain/model/inbound-call.ts';
import type { Instant } from '../../../../lib/domain/model/instant.ts';
import type { RecordEntry } from '../../../../lib/domain/model/journal.ts';
import type { EmailContent, Message, MessageState } from '../../../../lib/domain/model/message.ts';
import {
  eraseSome,
  voicemailsOf,
  withoutPerson,
  withoutText,
  withoutValues,
} from '../../../../lib/domain/records/erasure.ts';
import { anAttempt, aRecord, aText, at, NOW } from '../../../support/records.ts';

const DAYS = 86_400;
const deleted = aRecord('ann', { state: 'deleted', phones: [], emails: [], toErase: true });
const call = (id: string, changes: Partial<Attempt> = {}) => anAttempt(aRecord(), id, changes);
const text = (id: string, state: MessageState, orderedAt: Instant = NOW) =>
  aText(aRecord(), id, { state, orderedAt });
const reception: InboundCall = { ivr: 'reception', identity: 'one' };
const erase = (kept: Partial<Kept>, now: Instant = NOW) =>
  eraseSome(deleted, { attempts: [], messages: [], ...kept }, now);

describe('an attempt without its person', () => {
  it('keeps the call, and nothing that says whom it went to or what they asked for', () => {
    const told = call('in-1', {
      parameters: { plan: 'gold' },
      status: 'answered',
      inbound: {
        ...reception,
        took: { state: 'closed' },
        callBack: { wanted: NOW, phone: '+48600000001' },
        answers: { nps: '9' },
        voicemails: [{ block: 'after', begin: NOW }],
        waiting: { queue: 'sales', level: 5, window: 'full', ticket: 'T-1', survey: true },
      },
    });

    expect(withoutPerson(told)).toEqual({
      ...told,
      endpoint: '',
      parameters: {},
      inbound: {
        ...reception,
        took: { state: 'closed' },
        waiting: { queue: 'sales', level: 5, window: 'full', survey: true },
      },
    });
  });

  it('of the dialer’s has no inbound call, and one that never waited no queue', () => {
    expect(withoutPerson(call('a1'))).not.toHaveProperty('inbound');
    expect(withoutPerson(call('in-1', { inbound: reception })).inbound).toEqual(reception);
  });
});

describe('a message without its text', () => {
  it('of an e-mail that somebody wrote says nothing of it: quotes, files and ids are gone', () => {
    const mail = {
      ...{ kind: 'email', to: 'ann@example.com', mailbox: 'office', subject: 'Re: Prices' },
      ...{ text: 'Yes', cc: [], bcc: [], attachments: [], quoted: '> From 100' },
      ...{ thread: ['<ann.1@example.com>'], files: [{ name: 'ann.pdf', size: 9 }] },
    } as const;

    expect(withoutText(mail as EmailContent)).toEqual({
      ...{ kind: 'email', to: '', mailbox: 'office', subject: '', text: '' },
      ...{ cc: [], bcc: [], attachments: [] },
    });
  });

  it('keeps who sent it', () => {
    expect(withoutText(text('m', 'sent').content)).toEqual({
      kind: 'sms',
      to: '',
      from: 'Ringback',
      text: '',
    });
  });

  it('and subject and copies, when it is an e-mail', () => {
    const recording = { key: 'voicemails/a.wav', name: 'a.wav' };
    const mail = {
      kind: 'email',
      to: 'ann@example.org',
      mailbox: 'appointments',
      cc: ['bob@example.org'],
      bcc: ['eve@example.org'],
      subject: 'Ann',
      text: 'Dear Ann',
      attachments: ['offer.pdf'],
      recording,
    } as const;

    expect(withoutText(mail)).toEqual({
      ...mail,
      to: '',
      cc: [],
      bcc: [],
      subject: '',
      text: '',
    });
  });
});

describe('a journal entry without values', () => {
  it('loses what an agent entered, and is the same entry where there is nothing of the kind', () => {
    const classified: RecordEntry = {
      type: 'record.classified',
      at: NOW,
      attempt: 'a1',
      classifier: 'sold',
      by: 'eva',
      success: true,
      fields: { city: 'Gdynia' },
    };
    const bare = { ...classified, fields: {} };
    const added: RecordEntry = { type: 'record.added', at: NOW, by: 'import' };

    const answered: RecordEntry = {
      type: 'script.answered',
      at: NOW,
      attempt: 'a1',
      script: 'talk',
      by: 'eva',
      answers: { reason: 'price' },
    };

    expect(withoutValues(answered)).toEqual({ ...answered, answers: {} });
    expect(withoutValues(classified)).toEqual(bare);
    expect(withoutValues(bare)).toBe(bare);
    expect(withoutValues(added)).toBe(added);
  });
});

describe('erasing what is left of a contact', () => {
  it('is over with the mark gone when nothing tells of the person any more', () => {
    const change = erase({ attempts: [withoutPerson(call('a1'))] });

    expect(change?.after).not.toHaveProperty('toErase');
    expect([change?.attempt, change?.messages]).toEqual([undefined, []]);
  });

  it('empties one attempt at a time, and keeps the mark until the last', () => {
    const both = [call('a1'), call('a2')];

    expect(erase({ attempts: both })).toMatchObject({
      after: { toErase: true },
      attempt: { before: { id: 'a1' }, after: { version: 2, endpoint: '' } },
    });
    expect(erase({ attempts: both.slice(1) })?.after).not.toHaveProperty('toErase');
  });

  it.each<[string, Partial<Attempt>]>([
    ['the number', { endpoint: '+48600000001' }],
    ['a parameter', { parameters: { plan: 'gold' } }],
    ['a call back', { inbound: { ...reception, callBack: { wanted: NOW, phone: '+48600' } } }],
    ['an answer to the survey', { inbound: { ...reception, answers: {} } }],
    ['an answer in the script', { script: { id: 'talk', answers: { reason: 'price' } } }],
    ['a message', { inbound: { ...reception, voicemails: [] } }],
    [
      'a ticket',
      {
        inbound: {
          ...reception,
          waiting: { queue: 'q', level: 1, window: 'full', survey: true, ticket: 'T' },
        },
      },
    ],
  ])('finds an attempt that has nothing of the person but %s', (_, left) => {
    const attempt = call('a1', { endpoint: '', ...left });

    expect(erase({ attempts: [attempt] })?.attempt?.before).toBe(attempt);
  });

  it('takes forty messages at a time', () => {
    const messages = Array.from({ length: 41 }, (_, n) => text(`m${n}`, 'sent'));

    const change = erase({ messages });

    expect(change?.messages).toHaveLength(40);
    expect(change?.after.toErase).toBe(true);
    expect(erase({ messages: messages.slice(1) })?.after).not.toHaveProperty('toErase');
  });

  it.each<[MessageState, number, boolean]>([
    ['sent', 0, true],
    ['delivered', 0, true],
    ['failed', 0, true],
    ['unknown', 0, true],
    ['sending', 99 * DAYS, false],
    ['ordered', 14 * DAYS + 3, false],
    ['ordered', 14 * DAYS + 5, true],
  ])('of a message that is %s after %s s: %s, as it may still be sent', (state, age, emptied) => {
    const change = erase({ messages: [text('m', state)] }, at(age));

    expect(change?.messages?.[0]?.after.content.to).toBe(emptied ? '' : undefined);
  });

  it('fails a message that was ordered and never sent, and says why', () => {
    const change = erase({ messages: [text('m', 'ordered')] }, at(14 * DAYS + 5));

    const reason = 'the contact was deleted before it was sent';
    expect(change?.messages?.[0]?.after).toMatchObject({
      state: 'failed',
      reason,
      changedAt: at(14 * DAYS + 5),
    });
    expect(change?.entries).toEqual([
      { type: 'message.failed', at: at(14 * DAYS + 5), message: 'm', kind: 'sms', reason },
    ]);
  });

  it('leaves a caller’s message until the e-mail that carries it has gone', () => {
    const voicemail = call('in-1', {
      inbound: { ...reception, voicemails: [{ block: 'after', begin: NOW }] },
    });
    const [key = ''] = voicemailsOf(voicemail);
    const mail = (state: MessageState): Message => ({
      ...text('m', state),
      content: {
        kind: 'email',
        to: 'desk@example.org',
        mailbox: 'appointments',
        cc: [],
        bcc: [],
        subject: '',
        text: '',
        attachments: [],
        recording: { key, name: 'a.wav' },
      },
    });

    expect(erase({ attempts: [voicemail], messages: [mail('sending')] })).toBeUndefined();
    expect(erase({ attempts: [voicemail], messages: [mail('sent')] })).toMatchObject({
      attempt: { before: voicemail },
      messages: [{ after: { content: { to: '' } } }],
    });
  });

  it('comes to its end, whatever there is, with nothing left of the person', () => {
    const states: MessageState[] = ['ordered', 'sending', 'sent', 'delivered', 'failed', 'unknown'];
    const anyKept = fc.record({
      attempts: fc.array(fc.boolean(), { maxLength: 5 }),
      messages: fc.array(fc.constantFrom(...states), { maxLength: 90 }),
    });
    fc.assert(
      fc.property(anyKept, ({ attempts, messages }) => {
        let kept: Kept = {
          attempts: attempts.map((isInbound, n) =>
            call(`a${n}`, isInbound ? { inbound: { ...reception, answers: { q: '1' } } } : {}),
          ),
          messages: messages.map((state, n) => text(`m${n}`, state)),
        };
        let record = deleted;
        for (let steps = 0; record.toErase; steps++) {
          expect(steps).toBeLessThan(attempts.length + messages.length + 2);
          const change = eraseSome(record, kept, at(15 * DAYS));
          if (change === undefined) break;
          record = change.after;
          const { attempt } = change;
          const moved = new Map(change.messages?.map(({ after }) => [after.id, after]));
          kept = {
            attempts: kept.attempts.map((each) =>
              each === attempt?.before ? attempt.after : each,
            ),
            messages: kept.messages.map((each) => moved.get(each.id) ?? each),
          };
        }

        const open = kept.messages.filter(({ content }) => content.to !== '');
        expect(open.every(({ state }) => state === 'sending')).toBe(true);
        expect(record.toErase).toBe(open.length > 0 ? true : undefined);
        expect(kept.attempts.every(({ endpoint }) => endpoint === '')).toBe(true);
      }),
    );
  });
});

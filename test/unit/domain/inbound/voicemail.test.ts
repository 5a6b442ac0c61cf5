import { describe, expect, it } from 'vitest';
import {
  contactOfRecording,
  messagePosition,
  SHORTEST_MESSAGE,
  type TakenMessage,
  takeMessage,
} from '../../../../lib/domain/inbound/voicemail.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { VoicemailMark } from '../../../../lib/domain/model/inbound-call.ts';
import type { MessageContent } from '../../../../lib/domain/model/message.ts';
import type { Definitions } from '../../../../lib/language/definitions.ts';
import { type CentreInput, definitions } from '../../../support/definitions.ts';
import { anAttempt, aRecord, at } from '../../../support/records.ts';

const mark: VoicemailMark = { block: 'after', begin: at(10), end: at(16) };
const record = aRecord();
const call = (changes: Partial<Attempt> = {}) =>
  anAttempt(record, 'in-1', {
    direction: 'inbound',
    endpoint: '+48600000001',
    inbound: { ivr: 'reception', identity: 'one', voicemails: [mark] },
    ...changes,
  });

describe('where a message lies in the recording', () => {
  const open = { ...mark, end: undefined };
  it.each([
    ['from Connect’s beginning', mark, {}, at(4), 30, { from: 6, to: 12 }],
    [
      'to the end of the call',
      open,
      { timestamps: { disconnected: at(14) } },
      at(4),
      10,
      { from: 6, to: 10 },
    ],
    [
      'the whole, when nothing is known',
      open,
      { inbound: undefined },
      undefined,
      9,
      { from: 0, to: 9 },
    ],
    [
      'to the end of the recording, when only that is known',
      open,
      {},
      at(8),
      9,
      { from: 2, to: 9 },
    ],
    ['counted back from the end of the last message', mark, {}, undefined, 8, { from: 2, to: 8 }],
    ['not before its beginning', mark, {}, at(12), 9, { from: 0, to: 4 }],
  ])('is %s', (_, its, changes, begunAt, length, expected) => {
    expect(messagePosition(its, call(changes), begunAt, length)).toEqual(expected);
  });
});

describe('the contact of a recording', () => {
  it.each([
    ['CallRecordings/ivr/2026/03/02/c-1_20260302T09:00_UTC.wav', 'c-1'],
    ['c-1_now.wav', 'c-1'],
    ['c-1.wav', undefined],
    ['c-1_now.json', undefined],
    ['_now.wav', undefined],
    ['', undefined],
  ])('named %j is %s', (key, contact) => {
    expect(contactOfRecording(key)).toBe(contact);
  });
});

describe('a message of a caller, taken (IVR-23, INB-6)', () => {
  const inbound = { voicemail: { to: 'desk@example.org', mailbox: 'appointments' } };
  const files = definitions({ inbound });
  const taken: TakenMessage = { n: 0, key: 'voicemails/a-1.wav', seconds: 83.4, now: at(60) };
  const take = (more: Partial<TakenMessage> = {}, all = files, attempt = call()) =>
    takeMessage(record, attempt, { ...taken, ...more }, all);
  const mailOf = (all: Definitions, attempt = call()) => {
    const content: MessageContent | undefined = take({}, all, attempt)?.messages?.[0]?.after
      .content;
    if (content?.kind !== 'email') throw new Error('it orders an e-mail');
    return content;
  };

  it('is handled, told and ordered as an e-mail, in one change', () => {
    expect(take()).toMatchObject({
      before: record,
      after: { version: 2, updatedAt: at(60) },
      entries: [
        { type: 'voicemail.taken', key: 'voicemails/a-1.wav', seconds: 83 },
        { type: 'message.ordered', message: 'in-1.voicemail-1', kind: 'email', attempt: 'in-1' },
      ],
      attempt: { after: { version: 2, inbound: { voicemails: [{ ...mark, handled: true }] } } },
      messages: [{ before: undefined, after: { id: 'in-1.voicemail-1', state: 'ordered' } }],
    });
  });

  it('says when, from whom and how long, on the clock of the centre', () => {
    expect(mailOf(files)).toEqual({
      kind: 'email',
      to: 'desk@example.org',
      mailbox: 'appointments',
      cc: [],
      bcc: [],
      subject: 'A message from a caller: Spring',
      text: 'A caller left a message on 2026-03-02 10:00. It is attached, 1:23 long.\n\nNumber: +48600000001\n',
      attachments: [],
      recording: { key: 'voicemails/a-1.wav', name: '2026-03-02-10-00.wav' },
    });
  });

  it.each([
    ['pl', 'Wiadomość głosowa: Spring', 'numer zastrzeżony'],
    ['cs', 'Hlasová zpráva: Spring', 'skryté číslo'],
    ['en', 'A message from a caller: Spring', 'a withheld number'],
  ] as const)(
    'is written in the language of the centre: %s (NEW-15)',
    (language, subject, from) => {
      const { centre, ...others } = files;
      const spoken = { ...others, centre: { ...centre, languages: [language] } };

      const mail = mailOf(spoken, call({ endpoint: '' }));

      expect(mail.subject).toBe(subject);
      expect(mail.text).toContain(from);
    },
  );

  it('that is too short to hear anything is handled and forgotten', () => {
    const change = take({ seconds: SHORTEST_MESSAGE - 0.01 });

    expect(change).toMatchObject({
      entries: [],
      attempt: { after: { inbound: { voicemails: [{ handled: true }] } } },
    });
    expect(change?.messages).toBeUndefined();
    expect(take({ seconds: SHORTEST_MESSAGE })?.messages).toHaveLength(1);
  });

  it('is taken once, and only where there is one', () => {
    const handled = { ...mark, handled: true } as const;
    const before = { ivr: 'reception', identity: 'one', voicemails: [handled] } as const;

    expect(take({}, files, call({ inbound: before }))).toBeUndefined();
    expect(take({ n: 1 })).toBeUndefined();
    expect(take({}, files, call({ inbound: undefined }))).toBeUndefined();
  });

  it('goes where the block says, else where the campaign does, from its mailbox or the first', () => {
    const after = { kind: 'voicemail', next: 'bye' } as const;
    const to = (input: CentreInput) => {
      const { to: address, mailbox } = mailOf(definitions(input));
      return [address, mailbox];
    };

    expect(to({ inbound, blocks: { after: { ...after, to: 'night@example.org' } } })).toEqual([
      'night@example.org',
      'appointments',
    ]);
    expect(to({ inbound, blocks: { after } })[0]).toBe('desk@example.org');
    const own = { after: { ...after, to: 'night@example.org' } };
    expect(to({ inbound: {}, blocks: own })).toEqual(['night@example.org', 'appointments']);
  });

  it('that nobody is named for any more is told, and not lost', () => {
    const change = take({}, definitions({ inbound: {} }));

    expect(change?.messages).toBeUndefined();
    expect(change?.entries[1]).toEqual({
      type: 'message.not-ordered',
      at: at(60),
      kind: 'email',
      because: 'nobody is named for messages of callers',
    });
  });

  it('of a campaign that has left the files is told as well', () => {
    const gone = { ...files, campaigns: {}, ivrs: {} };

    expect(take({}, gone)?.entries).toMatchObject([
      { at: at(60) },
      { type: 'message.not-ordered' },
    ]);
  });
});

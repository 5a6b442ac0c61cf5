import { describe, expect, it } from 'vitest';
import { deliverVoicemail } from '../../../../lib/application/inbound/deliver-voicemail.ts';
import { markVoicemail } from '../../../../lib/application/inbound/mark-voicemail.ts';
import { sendEmail } from '../../../../lib/application/messaging/send-email.ts';
import { eraseContact } from '../../../../lib/application/records/erasure.ts';
import { messageId } from '../../../../lib/domain/model/ids.ts';
import type { Instant } from '../../../../lib/domain/model/instant.ts';
import { aWav, heard } from '../../../support/a-wav.ts';
import type { BlocksInput, CentreInput } from '../../../support/definitions.ts';
import { at, changed, ref } from '../../../support/records.ts';
import { dyingAfter, type Floor } from '../a-floor.ts';
import { aReception, Caller, entryOf, phoneOf, typesOf } from './a-caller.ts';

const blocks: BlocksInput = { first: { kind: 'voicemail', next: 'bye' } };
const inbound = { voicemail: { to: 'desk@example.org', mailbox: 'appointments' } };
const KEY = 'connect/ivr/2026/03/02/c-1_20260302T09:00_UTC.wav';

/** A message from 10 s to `end`; without one until the caller hangs up at 20 s. */
async function spoken(
  input: CentreInput = {},
  end?: number,
): Promise<{ floor: Floor; caller: Caller }> {
  const floor = await aReception({ blocks, inbound, records: ['ann'], ...input });
  const caller = new Caller(floor, await phoneOf(floor, 'ann'));
  await caller.call();
  floor.waitUntil(10);
  await markVoicemail({ ...caller.at('first'), phase: 'begin' }, floor.ports);
  if (end !== undefined) {
    floor.waitUntil(end);
    await markVoicemail({ ...caller.at('first'), phase: 'end' }, floor.ports);
  }
  await caller.hangsUp(20);
  return { floor, caller };
}

const recorded = (floor: Floor, seconds: number, begunAt?: Instant) =>
  floor.ports.recordings.put(KEY, aWav({ seconds }), begunAt);

const MESSAGE = 'voicemails/spring/ann/in-c-1-1.wav';
const sentTo = (floor: Floor) =>
  floor.ports.records.messagesOf(ref('spring', 'ann')).map(({ content }) => content.to);

describe('a caller’s message (IVR-23)', () => {
  it('is cut out of the recording, kept, and ordered as an e-mail (INB-6)', async () => {
    const { floor, caller } = await spoken({}, 16);
    recorded(floor, 18, at(2));

    const done = await deliverVoicemail({ key: KEY }, floor.ports);

    expect(done).toEqual({ outcome: '1 looked at' });
    const kept = floor.ports.recordings.kept(MESSAGE);
    expect(heard(kept ?? new Uint8Array())).toEqual([8, 9, 10, 11, 12, 13]);
    expect(await entryOf(floor, 'ann', 'voicemail.taken')).toEqual({
      type: 'voicemail.taken',
      at: at(20),
      attempt: 'in-c-1',
      key: MESSAGE,
      seconds: 6,
    });
    const message = await floor.ports.records.loadMessage(
      ref('spring', 'ann'),
      messageId('in-c-1.voicemail-1'),
    );
    expect(message?.content).toEqual({
      kind: 'email',
      to: 'desk@example.org',
      mailbox: 'appointments',
      cc: [],
      bcc: [],
      subject: 'A message from a caller: Spring',
      text: `A caller left a message on 2026-03-02 10:00. It is attached, 0:06 long.\n\nNumber: ${caller.from}\n`,
      attachments: [],
      recording: { key: MESSAGE, name: '2026-03-02-10-00.wav' },
    });
  });

  it('goes on until the caller hangs up', async () => {
    const { floor } = await spoken();
    recorded(floor, 18, at(2));

    await deliverVoicemail({ key: KEY }, floor.ports);

    const kept = floor.ports.recordings.kept(MESSAGE);
    expect(heard(kept ?? new Uint8Array())).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
  });

  it('is found from the end of the recording when Connect does not say when it began', async () => {
    const { floor } = await spoken({}, 16);
    recorded(floor, 7);

    await deliverVoicemail({ key: KEY }, floor.ports);

    const kept = floor.ports.recordings.kept(MESSAGE);
    expect(heard(kept ?? new Uint8Array())).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is e-mailed once, however often the recording is looked at', async () => {
    const { floor } = await spoken({}, 16);
    recorded(floor, 18, at(2));
    await deliverVoicemail({ key: KEY }, floor.ports);

    const again = await deliverVoicemail({ key: KEY }, floor.ports);
    const order = { campaign: 'spring', record: 'ann', message: 'in-c-1.voicemail-1' };
    await sendEmail(order, floor.ports);
    await sendEmail(order, floor.ports);

    expect(again).toEqual({ outcome: 'no message in it' });
    expect(floor.ports.email.sent.length).toBe(1);
  });

  it('is ordered by a second run when the first died', async () => {
    const { floor } = await spoken({}, 16);
    recorded(floor, 18, at(2));
    const dying = dyingAfter(floor.ports, () => true);
    await expect(deliverVoicemail({ key: KEY }, dying)).rejects.toThrow('killed');

    await deliverVoicemail({ key: KEY }, floor.ports);

    expect(sentTo(floor)).toEqual(['desk@example.org']);
  });

  it('goes to the address of its block, where that has one', async () => {
    const { floor } = await spoken({
      blocks: { first: { kind: 'voicemail', to: 'night@example.org', next: 'bye' } },
    });
    recorded(floor, 18, at(2));

    await deliverVoicemail({ key: KEY }, floor.ports);

    expect(sentTo(floor)).toEqual(['night@example.org']);
  });

  it('that nobody is named for is kept, and the timeline says so', async () => {
    const { floor } = await spoken({ inbound: {} });
    recorded(floor, 18, at(2));

    await deliverVoicemail({ key: KEY }, floor.ports);

    expect((await typesOf(floor, 'ann')).slice(-2)).toEqual([
      'voicemail.taken',
      'message.not-ordered',
    ]);
  });

  it('without a word in it is none', async () => {
    const { floor } = await spoken({}, 10.5);
    recorded(floor, 18, at(2));

    await deliverVoicemail({ key: KEY }, floor.ports);

    expect(floor.ports.recordings.kept(MESSAGE)).toBeUndefined();
    expect(await typesOf(floor, 'ann')).not.toContain('voicemail.taken');
    expect(await deliverVoicemail({ key: KEY }, floor.ports)).toEqual({
      outcome: 'no message in it',
    });
  });

  it('is one of several when the caller came by twice; Connect’s asking again is none', async () => {
    const floor = await aReception({ blocks, inbound, records: ['ann'] });
    const caller = new Caller(floor, await phoneOf(floor, 'ann'));
    await caller.call();
    const mark = (phase: 'begin' | 'end', seconds: number) => {
      floor.waitUntil(seconds);
      return markVoicemail({ ...caller.at('first'), phase }, floor.ports);
    };
    for (const seconds of [1, 3]) await mark('begin', seconds);
    for (const seconds of [5, 6]) await mark('end', seconds);
    await mark('begin', 8);
    await caller.hangsUp(12);
    recorded(floor, 12, at(0));

    await deliverVoicemail({ key: KEY }, floor.ports);

    const pieces = [1, 2].map((n) =>
      floor.ports.recordings.kept(`voicemails/spring/ann/in-c-1-${n}.wav`),
    );
    expect(pieces.map((wav) => heard(wav ?? new Uint8Array()))).toEqual([
      [1, 2, 3, 4],
      [8, 9, 10, 11],
    ]);
  });

  it('is told in the language of the IVR (NEW-15)', async () => {
    const { floor } = await spoken();
    const { ivrs, ...rest } = floor.ports.definitions.definitions();
    const reception = ivrs.reception;
    if (reception === undefined) throw new Error('the centre has a reception');
    floor.ports.definitions.replace({
      ...rest,
      ivrs: { reception: { ...reception, language: 'pl' } },
    });
    recorded(floor, 18, at(2));

    await deliverVoicemail({ key: KEY }, floor.ports);

    const [message] = floor.ports.records.messagesOf(ref('spring', 'ann'));
    expect(message?.content).toMatchObject({ subject: 'Wiadomość głosowa: Spring' });
  });
});

describe('a recording', () => {
  it.each([
    [
      'of a call that is not ours',
      'connect/ivr/x-9_20260302T09:00_UTC.wav',
      'ignored: no call of ours',
    ],
    ['with a strange name', 'connect/notes.txt', 'ignored: no call of ours'],
  ])('%s is left alone', async (_, key, outcome) => {
    const { floor } = await spoken();

    expect(await deliverVoicemail({ key }, floor.ports)).toEqual({ outcome });
  });

  it('that is no sound fails, so that somebody looks at it', async () => {
    const { floor } = await spoken();
    floor.ports.recordings.put(KEY, new TextEncoder().encode('no sound'));

    await expect(deliverVoicemail({ key: KEY }, floor.ports)).rejects.toMatchObject({
      name: 'BadInput',
    });
  });
});

describe('a message of a contact that is deleted (CBR-15)', () => {
  const ann = ref('spring', 'ann');
  /** As the rule leaves the record, before the rest is erased. */
  const deleted = async ({ ports }: Floor) => {
    const before = await ports.records.load(ann);
    if (before === undefined) throw new Error('no record ann');
    const after = { ...changed(before), phones: [], toErase: true as const };
    await ports.records.commit({ before, after, entries: [] });
  };

  it('is deleted once its e-mail has gone, which goes with the sound', async () => {
    const { floor } = await spoken({}, 16);
    recorded(floor, 18, at(2));
    await deliverVoicemail({ key: KEY }, floor.ports);
    await deleted(floor);

    const early = await eraseContact(ann, floor.ports);
    const meanwhile = floor.ports.recordings.kept(MESSAGE);
    const message = messageId('in-c-1.voicemail-1');
    await sendEmail({ ...ann, message }, floor.ports);
    const late = await eraseContact(ann, floor.ports);

    expect([early, late]).toEqual([false, true]);
    expect(meanwhile).toBeDefined();
    expect(floor.ports.email.sent).toHaveLength(1);
    expect(floor.ports.recordings.kept(MESSAGE)).toBeUndefined();
    expect((await floor.attempt('ann')).inbound?.voicemails).toBeUndefined();
  });

  it('is not kept when its recording comes after the deletion', async () => {
    const { floor } = await spoken({}, 16);
    recorded(floor, 18, at(2));
    await deleted(floor);
    await eraseContact(ann, floor.ports);

    const done = await deliverVoicemail({ key: KEY }, floor.ports);

    expect(done).toEqual({ outcome: 'no message in it' });
    expect(floor.ports.recordings.kept(MESSAGE)).toBeUndefined();
  });

  it('is not kept either when the deletion comes between keeping it and telling of it', async () => {
    const { floor } = await spoken({}, 16);
    recorded(floor, 18, at(2));
    const { recordings } = floor.ports;
    const keep: typeof recordings.keep = async (key, wav) => {
      await recordings.keep(key, wav);
      await deleted(floor);
      await eraseContact(ann, floor.ports);
      await recordings.keep(key, wav);
    };

    await deliverVoicemail({ key: KEY }, { ...floor.ports, recordings: { ...recordings, keep } });

    expect(recordings.kept(MESSAGE)).toBeUndefined();
    expect(sentTo(floor)).toEqual([]);
  });
});

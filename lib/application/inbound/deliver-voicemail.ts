// After a call Connect puts its recording into the bucket: each message in it is cut out, kept and
// e-mailed (INB-6). A recording may be looked at twice: the piece is written under the same key,
// and its e-mail is ordered in the change that marks the message as handled.

import {
  contactOfRecording,
  messagePosition,
  SHORTEST_MESSAGE,
  takeMessage,
} from '../../domain/inbound/voicemail.ts';
import { cutWav, secondsOf } from '../../domain/inbound/wav.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import { type VoicemailMark, voicemailKey } from '../../domain/model/inbound-call.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'deliver-voicemail'>;

export const deliverVoicemail: UseCase<'deliver-voicemail', Needs> = async ({ key }, ports) => {
  const contact = contactOfRecording(key);
  const owner = contact && (await ports.records.findByContact(contact));
  if (contact === undefined || owner === undefined) return { outcome: 'ignored: no call of ours' };
  const attempt = await ports.records.loadAttempt(owner.ref, owner.attempt);
  const marks = attempt?.inbound?.voicemails ?? [];
  const open = marks.flatMap((mark, n) => (mark.handled ? [] : [{ mark, n }]));
  if (open.length === 0) return { outcome: 'no message in it' };
  const recording = await read(key, contact, ports);
  for (const { mark, n } of open) await deliver(owner, mark, n, recording, ports);
  return { outcome: `${open.length} looked at` };
};

interface Recording {
  readonly file: Uint8Array;
  readonly length: number;
  readonly begunAt: Awaited<ReturnType<Needs['recordings']['begunAt']>>;
}

async function read(key: string, contact: ContactId, ports: Needs): Promise<Recording> {
  const [file, begunAt] = await Promise.all([
    ports.recordings.read(key),
    ports.recordings.begunAt(contact, key),
  ]);
  const length = secondsOf(file);
  if (length === undefined) throw new Fault('BadInput', `'${key}' is no WAV file`);
  return { file, length, begunAt };
}

async function deliver(
  { ref, attempt: id }: AttemptRef,
  mark: VoicemailMark,
  n: number,
  { file, length, begunAt }: Recording,
  ports: Needs,
): Promise<void> {
  await untilCommitted(`record ${ref.record}`, async () => {
    const [record, attempt] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadAttempt(ref, id),
    ]);
    if (record === undefined || attempt === undefined) return 'gone';
    const key = voicemailKey(attempt, n);
    const open = attempt.inbound?.voicemails?.[n];
    // the contact was deleted meanwhile, and an earlier try may have kept the message
    if (open === undefined) {
      await ports.voicemails.erase(key);
      return 'the contact was deleted';
    }
    if (open.handled) return 'handled before';
    const { from, to } = messagePosition(mark, attempt, begunAt, length);
    const cut = cutWav(file, from, to);
    if (cut.kind === 'no-wav') throw new Fault('BadInput', cut.because);
    if (cut.seconds >= SHORTEST_MESSAGE) await ports.recordings.keep(key, cut.wav);
    const taken = { n, key, seconds: cut.seconds, now: ports.clock.now() };
    const change = takeMessage(record, attempt, taken, ports.definitions.definitions());
    return change === undefined ? 'handled before' : ports.records.commit(change);
  });
}

// What is left of a contact that was deleted (CBR-15): the record is emptied at once, in the rule's
// transaction, and marked; its earlier attempts, its messages and the values in its journal follow
// in steps, because a transaction takes a hundred items. A step that was done finds nothing more to
// do, so whoever dies on the way is followed by the sweeper.

import type { RecordRef } from '../../domain/model/ids.ts';
import { eraseSome, voicemailsOf } from '../../domain/records/erasure.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

/** @returns whether nothing is left that names the person */
export async function eraseContact(
  ref: RecordRef,
  ports: Pick<Ports, 'clock' | 'records' | 'journal' | 'voicemails' | 'webhooks'>,
): Promise<boolean> {
  await ports.journal.forgetValues(ref);
  await ports.webhooks.forgetAnswers(ref);
  for (;;) {
    const step = await untilCommitted(`record ${ref.record}`, async () => {
      const [record, kept] = await Promise.all([ports.records.load(ref), ports.records.kept(ref)]);
      if (record?.toErase === undefined) return 'erased';
      const change = eraseSome(record, kept, ports.clock.now());
      if (change === undefined) return 'waits for a message';
      // first the sound: an attempt that names none any more would leave it to nobody
      const keys = change.attempt?.before === undefined ? [] : voicemailsOf(change.attempt.before);
      await Promise.all(keys.map((key) => ports.voicemails.erase(key)));
      return (await ports.records.commit(change)) === 'committed' ? 'one step on' : 'conflict';
    });
    if (step !== 'one step on') return step === 'erased';
  }
}

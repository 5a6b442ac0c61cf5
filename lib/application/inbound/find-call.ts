// The call a flow asks about. Contact attributes name it; where they do not, because taking it in
// failed or an attribute got lost, its contact does. A caller who was recognised as another record
// goes on there.
import { CALL_ATTRIBUTES, NOTHING } from '../../domain/calls/call-attributes.ts';
import type { OnCall } from '../../domain/inbound/call-updates.ts';
import { alongWay, wayIn } from '../../domain/inbound/ivr-way.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { Change } from '../../domain/model/change.ts';
import { attemptId, campaignId, contactId, recordId } from '../../domain/model/ids.ts';
import type { FlowCall } from '../../domain/model/inbound-call.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = Pick<Ports, 'clock' | 'records'>;

/** undefined when no record stands for the call. */
export async function loadCall(input: FlowCall, ports: Needs): Promise<OnCall | undefined> {
  const named = namedBy(input);
  const loaded = named && (await load(named, ports));
  if (loaded !== undefined && loaded.attempt.inbound?.movedTo === undefined) return loaded;
  const owner = await ports.records.findByContact(contactId(input.contact));
  return owner && load(owner, ports);
}

function namedBy({ campaign, attributes }: FlowCall): AttemptRef | undefined {
  const record = attributes[CALL_ATTRIBUTES.record] ?? NOTHING;
  const attempt = attributes[CALL_ATTRIBUTES.attempt] ?? NOTHING;
  if (record === NOTHING || attempt === NOTHING) return undefined;
  const ref = { campaign: campaignId(campaign), record: recordId(record) };
  return { ref, attempt: attemptId(attempt) };
}

async function load({ ref, attempt: id }: AttemptRef, ports: Needs): Promise<OnCall | undefined> {
  const [record, attempt] = await Promise.all([
    ports.records.load(ref),
    ports.records.loadAttempt(ref, id),
  ]);
  return record && attempt && { record, attempt, now: ports.clock.now() };
}

export type NoteOutcome = 'noted' | 'nothing to note' | 'no call';

/** Notes something with the call, on the newest state of things. */
export function noteOnCall(
  input: FlowCall,
  ports: Needs,
  note: (call: OnCall) => Change | undefined,
  load: () => Promise<OnCall | undefined> = () => loadCall(input, ports),
): Promise<NoteOutcome> {
  return untilCommitted(
    `the call ${input.contact}`,
    async (): Promise<NoteOutcome | 'conflict'> => {
      const call = await load();
      if (call === undefined) return 'no call';
      const change = note(call);
      if (change === undefined) return 'nothing to note';
      const whole = alongWay(change, wayIn(input.attributes));
      return (await ports.records.commit(whole)) === 'committed' ? 'noted' : 'conflict';
    },
  );
}

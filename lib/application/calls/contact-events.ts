// Applies Connect’s contact events. Events come late, twice, out of order and for calls
// that are not ours; only what is new changes anything. The room a call leaves is filled by the
// next beat: a tick for every call that nobody answers would double the ticks of a campaign.

import { isInbound } from '../../domain/calls/call-events.ts';
import { callSettings } from '../../domain/calls/call-settings.ts';
import { applyContactFacts } from '../../domain/calls/settlement.ts';
import { noteTransfer, type Transfer } from '../../domain/calls/transfers.ts';
import { alongWay } from '../../domain/inbound/ivr-way.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import { agentId, type ContactId, contactId } from '../../domain/model/ids.ts';
import type { IvrWay } from '../../domain/model/inbound-call.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import { loadOrCreateCall } from '../inbound/ensure-inbound-call.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { ContactNews } from '../tasks/tasks.ts';
import { tickForChange } from '../tick-soon.ts';
import { untilCommitted } from '../until-committed.ts';
import { callsSeen } from './calls-seen.ts';
import { followEndOfCall } from './ended-call.ts';
import { heardOfCalls } from './heard-of-calls.ts';

type Needs = Omit<PortsOf<'contact-events'>, 'journal' | 'voicemails' | 'webhooks'>;

export async function contactEvents(
  input: ContactNews,
  ports: Needs,
): Promise<{ readonly outcome: string }> {
  const facts = contactFacts(input);
  if (input.transfer !== undefined)
    return { outcome: await transferred(input.transfer, facts, ports) };
  if (heardOfCalls(ports.records).hasAll(facts)) return { outcome: 'nothing new' };
  const seen = callsSeen(ports.records);
  await seen.look(facts, ports.clock.now(), ports.records);
  const owner =
    seen.ownerOf(facts.contact) ??
    (await ports.records.findByContact(facts.contact)) ??
    (await ports.contacts.attemptOf(facts.contact)) ??
    (await takenInLate(facts, ports));
  if (owner === undefined) return { outcome: 'ignored: not a call of ours' };
  return { outcome: await take(owner, facts, ports) };
}

/**
 * A customer's call whose flow got no answer when it asked for it to be taken in: it has gone on
 * without a record. One that has only begun is about to ask.
 */
async function takenInLate(facts: ContactFacts, ports: Needs): Promise<AttemptRef | undefined> {
  const { contact, enqueued, connectedToAgent, disconnected } = facts;
  if ((enqueued ?? connectedToAgent ?? disconnected) === undefined) return undefined;
  const call = await ports.contacts.customerCall(contact);
  const taken = call && (await loadOrCreateCall({ ...call, contact, attributes: {} }, ports));
  if (taken === undefined) return undefined;
  const { campaign, record } = taken.record;
  return { ref: { campaign, record }, attempt: taken.attempt.id };
}

function take({ ref, attempt: id }: AttemptRef, facts: ContactFacts, ports: Needs) {
  let way: Promise<IvrWay | undefined> | undefined;
  const seen = callsSeen(ports.records);
  return untilCommitted(`record ${ref.record}`, async () => {
    const now = ports.clock.now();
    const known = seen.as(facts, now);
    seen.forget(facts.contact);
    const [record, attempt] = known
      ? [known.record, known.attempt]
      : await Promise.all([ports.records.load(ref), ports.records.loadAttempt(ref, id)]);
    if (record === undefined || attempt === undefined) return 'ignored: no such attempt';
    const definitions = ports.definitions.definitions();
    const settings = callSettings(definitions, ref.campaign, now, attempt);
    const applied = applyContactFacts(record, attempt, facts, settings);
    const hear = () => isInbound(attempt) || heardOfCalls(ports.records).note(facts);
    if (applied === undefined) {
      if (known) return 'conflict'; // by what was seen: others may have changed it
      hear();
      return 'nothing new';
    }
    if (endsUnspoken(applied.attempt?.after, facts)) way ??= wayOf(facts.contact, ports);
    const change = alongWay(applied, await way);
    await followEndOfCall(change, ports);
    if ((await ports.records.commit(change)) !== 'committed') {
      if (known) seen.refused();
      return 'conflict';
    }
    seen.stored(change, now);
    await tickForChange(change, ports);
    hear();
    return 'taken in';
  });
}

/** The flow went on after it had last asked a function: only Connect knows how far. */
function endsUnspoken(attempt: Attempt | undefined, { disconnected }: ContactFacts): boolean {
  if (attempt === undefined || disconnected === undefined || !isInbound(attempt)) return false;
  return attempt.timestamps.connectedToAgent === undefined;
}

/** A call that nobody can ask about is taken in all the same. */
async function wayOf(contact: ContactId, { contacts }: Needs): Promise<IvrWay | undefined> {
  try {
    return await contacts.wayOf(contact);
  } catch (cause) {
    if (cause instanceof Fault) return undefined;
    throw cause;
  }
}

async function transferred(
  { of, to }: NonNullable<ContactNews['transfer']>,
  { contact, queue, agent }: ContactFacts,
  ports: Needs,
): Promise<string> {
  const from = contactId(of);
  const owner = (await ports.records.findByContact(from)) ?? (await ports.contacts.attemptOf(from));
  if (owner === undefined) return 'ignored: not a call of ours';
  const transfer: Transfer = { contact, to, queue, agent };
  const { ref, attempt: id } = owner;
  return untilCommitted(`record ${ref.record}`, async () => {
    const [record, attempt] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadAttempt(ref, id),
    ]);
    if (record === undefined || attempt === undefined) return 'ignored: no such attempt';
    const change = noteTransfer(record, attempt, transfer, ports.clock.now());
    if (change === undefined) return 'nothing new';
    return (await ports.records.commit(change)) === 'committed' ? 'taken in' : 'conflict';
  });
}

const MOMENTS = [
  'initiated',
  'connectedToSystem',
  'enqueued',
  'connectedToAgent',
  'disconnected',
  'wrapUpEnded',
] as const;

function contactFacts(input: ContactNews): ContactFacts {
  const marks: { [M in (typeof MOMENTS)[number]]?: Instant } = {};
  for (const name of MOMENTS) {
    const at = input[name];
    if (at !== undefined) marks[name] = instant(at);
  }
  const { disconnectReason, machineDetection, agent, queue } = input;
  return {
    contact: contactId(input.contact),
    ...marks,
    disconnectReason,
    machineDetection,
    agent: agent === undefined ? undefined : agentId(agent),
    queue,
  };
}

// What becomes of an attempt past its deadline, by phase.

import { isInbound } from '../../domain/calls/call-events.ts';
import { callSettings } from '../../domain/calls/call-settings.ts';
import { awaitConnectsWord, goesOn } from '../../domain/calls/open-call.ts';
import {
  applyContactFacts,
  type CallSettings,
  classifiedCallLost,
  failedCall,
  remind,
  wrapUpRanOut,
} from '../../domain/calls/settlement.ts';
import { withdraw } from '../../domain/dialing/orders.ts';
import { letGo } from '../../domain/inbound/inbound-attempt.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { Change, Committed } from '../../domain/model/change.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import { isPast } from '../../domain/model/instant.ts';
import type { CampaignRecord, CurrentAttempt } from '../../domain/model/record.ts';
import { isConversation, leftUnhandled } from '../../domain/texting/replies.ts';
import { followEndOfCall } from '../calls/ended-call.ts';
import type { PortsOf } from '../tasks/task-ports.ts';

type Needs = PortsOf<'sweeper'>;

const UNKNOWN = 'whether Connect placed the call is not known';

interface Late {
  readonly record: CampaignRecord;
  readonly current: CurrentAttempt;
  readonly attempt: Attempt;
  readonly settings: CallSettings;
}

/**
 * Whether the record was changed; one that somebody else changes meanwhile is left to the next run.
 */
export async function sweepRecord(listed: CampaignRecord, ports: Needs): Promise<boolean> {
  const record = await ports.records.load(listed);
  const current = record?.current;
  const now = ports.clock.now();
  if (record === undefined || current === undefined) return false;
  if (!isPast(current.deadline, now)) return false;
  const attempt = await ports.records.loadAttempt(record, current.attempt);
  if (attempt === undefined) return false;
  if (attempt.channel !== 'voice') return sweepText(record, attempt, ports);
  const settings = callSettings(ports.definitions.definitions(), record.campaign, now, attempt);
  const change = await decide({ record, current, attempt, settings }, ports);
  await followEndOfCall(change, ports);
  return (await commit(change, ports)) === 'committed';
}

/** A text that has not left is the business of its message, which is swept by itself. */
async function sweepText(record: CampaignRecord, attempt: Attempt, ports: Needs): Promise<boolean> {
  if (!isConversation(attempt)) return false;
  const change = leftUnhandled(record, attempt, ports.clock.now());
  return (await ports.records.commit(change)) === 'committed';
}

/** A lock that ran out while nobody looked may be another attempt's by now, and stays theirs. */
async function commit(change: Change, { records }: Needs): Promise<Committed> {
  const committed = await records.commit(change);
  if (committed !== 'number-taken') return committed;
  return records.commit({ ...change, takeNumber: undefined });
}

async function decide(late: Late, ports: Needs): Promise<Change> {
  const { record, attempt, settings } = late;
  switch (late.current.phase) {
    case 'ordered':
    case 'unclear': {
      if (attempt.askedAt !== undefined) {
        return awaitConnectsWord(asOpen(late)) ?? failedCall(record, attempt, UNKNOWN, settings);
      }
      const saw = 'the order got lost';
      return withdraw(record, attempt, [{ gate: 'call-placed', passed: false, saw }], settings.now);
    }
    case 'wrap-up':
      return wrapUpRanOut(record, attempt, settings);
    case 'ended':
      return remind(record, attempt, settings);
    case 'started':
    case 'connected':
    case 'with-agent':
      return (await moved(late, ports)) ?? asConnectSays(late, await askConnect(attempt, ports));
  }
}

/** An inbound call that another record took over, and this one never let go of. */
async function moved(
  { record, attempt, settings }: Late,
  ports: Needs,
): Promise<Change | undefined> {
  if (!isInbound(attempt) || attempt.contact === undefined) return undefined;
  const owner = await ports.records.findByContact(attempt.contact);
  if (owner === undefined || owner.ref.record === record.record) return undefined;
  const to = { record: owner.ref.record, because: 'the caller was recognised' };
  return letGo(record, attempt, to, settings.now);
}

async function askConnect(attempt: Attempt, ports: Needs): Promise<ContactFacts | undefined> {
  return attempt.contact === undefined ? undefined : ports.contacts.describe(attempt.contact);
}

function asConnectSays(late: Late, facts: ContactFacts | undefined): Change {
  const { record, attempt, settings } = late;
  if (facts === undefined && attempt.classifier !== undefined) {
    return classifiedCallLost(record, attempt, settings);
  }
  if (facts === undefined) {
    return failedCall(record, attempt, 'Connect knows nothing of the call', settings);
  }
  return applyContactFacts(record, attempt, facts, settings) ?? goesOn(asOpen(late));
}

const asOpen = ({ record, current, attempt, settings: { times, now } }: Late) => ({
  record,
  current,
  attempt,
  times,
  now,
});

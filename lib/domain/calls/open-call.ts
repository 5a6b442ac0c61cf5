// A call whose end nobody has reported yet: the attempt gets another deadline, and the number stays
// locked until Connect has said what became of the call (DIA-7). The lock is renewed at every look,
// because a conversation may outlast it.

import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import { type Instant, isPast, plus } from '../model/instant.ts';
import type { CampaignRecord, CurrentAttempt } from '../model/record.ts';
import { deadlineOf, NUMBER_LOCKED, type PhaseTimes } from '../records/deadlines.ts';
import { changed } from '../records/record-changes.ts';
import { isInbound } from './call-events.ts';

interface OpenCall {
  readonly record: CampaignRecord;
  readonly current: CurrentAttempt;
  readonly attempt: Attempt;
  readonly times: PhaseTimes;
  readonly now: Instant;
}

/**
 * Connect was asked for the call and has not answered. Undefined once no call could last any
 * longer.
 */
export function awaitConnectsWord(call: OpenCall): Change | undefined {
  const { current, attempt, times, now } = call;
  const deadline = deadlineOf('unclear', attempt, times, now);
  if (isPast(deadline, now)) return undefined;
  const { attempt: id, offeredTo } = current;
  const unclear = { attempt: id, phase: 'unclear', since: now, deadline } as const;
  const entry = { type: 'call.unclear', at: now, attempt: id, until: deadline } as const;
  return {
    ...keptOpen(call, offeredTo === undefined ? unclear : { ...unclear, offeredTo }),
    entries: current.phase === 'unclear' ? [] : [entry],
  };
}

/** The call is still under way: it is looked at again after another while. */
export function goesOn(call: OpenCall): Change {
  const { current, attempt, times, now } = call;
  const deadline = deadlineOf(current.phase, attempt, times, now);
  return keptOpen(call, { ...current, deadline });
}

function keptOpen({ record, attempt, now }: OpenCall, current: CurrentAttempt): Change {
  const { id, endpoint: phone } = attempt;
  // '' once the contact was deleted; a caller's number is locked by nobody
  const locks = phone !== '' && !isInbound(attempt);
  const until = plus(now, NUMBER_LOCKED);
  return {
    before: record,
    after: { ...changed(record, now), current },
    entries: [],
    takeNumber: locks ? { phone, attempt: id, now, until } : undefined,
  };
}

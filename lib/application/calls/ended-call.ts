// What an inbound call that has ended gives back and sets off, beside the change of its record: its
// places in overflow paths (IVR-18) and the survey by calling back (INB-9). Done before the change
// is committed: done twice does no harm, left out would.

import { isInbound } from '../../domain/calls/call-events.ts';
import { surveyAfter } from '../../domain/inbound/survey.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { Change } from '../../domain/model/change.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'definitions' | 'slots' | 'surveyQueue'>;

export async function followEndOfCall({ attempt }: Change, ports: Needs): Promise<void> {
  if (attempt === undefined || !isInbound(attempt.after)) return;
  const { before, after } = attempt;
  if (before === undefined || !hasEnded(before, after)) return;
  const definitions = ports.definitions.definitions();
  await Promise.all([freeSlots(after, definitions, ports), orderSurvey(after, definitions, ports)]);
}

/**
 * Connect says so, or nobody knows any more and the call counts as ended; a classification while
 * talking ends nothing.
 */
function hasEnded(before: Attempt, after: Attempt): boolean {
  const isReported =
    before.timestamps.disconnected === undefined && after.timestamps.disconnected !== undefined;
  return isReported || (before.status === undefined && after.status !== undefined);
}

async function freeSlots(
  { campaign, contact, inbound }: Attempt,
  { ivrs }: Definitions,
  { slots }: Needs,
): Promise<void> {
  const ivr = inbound?.ivr ?? '';
  if (contact === undefined) return;
  const limited = Object.entries(ivrs[ivr]?.blocks ?? {}).filter(
    ([, { kind }]) => kind === 'overflow',
  );
  await Promise.all(limited.map(([block]) => slots.free({ campaign, ivr, block }, contact)));
}

async function orderSurvey(
  attempt: Attempt,
  { campaigns }: Definitions,
  { surveyQueue }: Needs,
): Promise<void> {
  const decision = surveyAfter(attempt, campaigns[attempt.campaign]?.channels.inbound);
  if (decision.kind === 'none') return;
  const ref = { campaign: attempt.campaign, record: attempt.record };
  await surveyQueue.send({ ref, attempt: attempt.id }, decision.after);
}

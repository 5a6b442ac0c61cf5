// Agent states and contacts of Connect in the terms of the desk.
import type { PhoneCall, StateKind } from './phone.ts';

/** The page may not use the telephone: the instance does not know it, or the person. */
export const CONNECT_REFUSES = 'connect-refuses';

/** @param type routable, not_routable, offline, error, system … */
export function stateKindOf(type: string, name: string): StateKind {
  if (type === 'offline') return 'offline';
  if (type === 'error' || /^(Missed|Failed|Rejected)/.test(name)) return 'missed';
  // Busy, AfterCallWork and the like are of the system: the agent is there for calls
  return type === 'not_routable' ? 'break' : 'available';
}

/** States that agents choose: breaks of the centre. */
export const isBreak = ({
  type,
  name,
}: {
  readonly type: string;
  readonly name: string;
}): boolean => type === 'not_routable' && !isHeldUp(name);

/**
 * The state of agents who have left too many records unhandled, which nobody chooses
 * (lib/domain/campaigns/held-up.ts); the deployment's name may stand before it.
 */
export const isHeldUp = (state = ''): boolean => /(^| )Unhandled records$/.test(state);

/** What our flows and the dialer note on a contact (lib/domain/calls/call-attributes.ts). */
export function ofAttributes(
  attributes: Readonly<Record<string, string | undefined>>,
): Pick<PhoneCall, 'campaign' | 'record' | 'attempt'> {
  const { campaign, record, attempt } = attributes;
  const known = (value: string | undefined) =>
    value === '' || value === NOTHING ? undefined : value;
  return { campaign: known(campaign), record: known(record), attempt: known(attempt) };
}

/** Connect keeps no empty attributes. */
const NOTHING = 'none';

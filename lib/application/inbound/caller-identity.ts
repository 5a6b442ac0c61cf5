// What a flow learns about the caller: ids only, and none of them empty.

import { NOTHING } from '../../domain/calls/call-attributes.ts';
import { agentIds } from '../../domain/inbound/reservation.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { Identity } from '../../domain/model/inbound-call.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Ports } from '../ports/ports.ts';

export interface CallerIdentity {
  readonly identity: Identity;
  readonly record: string;
  readonly attempt: string;
  readonly lastAgent: string;
  readonly privateAgent: string;
}

export const NOBODY: CallerIdentity = {
  identity: 'none',
  record: NOTHING,
  attempt: NOTHING,
  lastAgent: NOTHING,
  privateAgent: NOTHING,
};

export async function callerIdentity(
  record: CampaignRecord,
  attempt: Attempt,
  definitions: Definitions,
  { agents }: Pick<Ports, 'agents'>,
): Promise<CallerIdentity> {
  const wanted = [record.privateTo, record.lastAgent].filter((agent) => agent !== undefined);
  const groups = Object.entries(definitions.groups)
    .filter(([, group]) => wanted.some((agent) => group.agents.includes(agent)))
    .map(([id]) => id);
  const present = groups.length === 0 ? [] : await agents.ofGroups(groups);
  return {
    identity: attempt.inbound?.identity ?? 'none',
    record: record.record,
    attempt: attempt.id,
    ...agentIds(record, present),
  };
}

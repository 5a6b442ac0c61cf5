// The further wrap-up time an agent can take when the first is too short, once per call (INB-4).

import type { Inbound } from '../../language/schema/inbound.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { AgentId } from '../model/ids.ts';
import { type Instant, isPast, plus } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import { changed, nextVersion } from '../records/record-changes.ts';

export interface WrapUpWish {
  readonly inbound: Inbound | undefined;
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly agent: AgentId;
  readonly now: Instant;
}

export type Extended =
  | { readonly kind: 'extended'; readonly until: Instant; readonly change?: Change }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export function extendWrapUp(wish: WrapUpWish): Extended {
  const { record, attempt, agent, now } = wish;
  const extra = wish.inbound?.extraWrapUp ?? 0;
  const { current } = record;
  const own = current?.attempt === attempt.id ? current : undefined;
  if (attempt.inbound?.extraWrapUp !== undefined && attempt.agent === agent && own !== undefined) {
    return { kind: 'extended', until: own.deadline };
  }
  const reasons = against(wish, extra);
  if (own === undefined || attempt.inbound === undefined || reasons.length > 0) {
    return { kind: 'refused', reasons };
  }
  const until = plus(own.deadline, extra);
  const about = { attempt: attempt.id, agent, until };
  return {
    kind: 'extended',
    until,
    change: {
      before: record,
      after: changed({ ...record, current: { ...own, deadline: until } }, now),
      entries: [{ type: 'wrap-up.extended', at: now, ...about }],
      attempt: {
        before: attempt,
        after: nextVersion({ ...attempt, inbound: { ...attempt.inbound, extraWrapUp: extra } }),
      },
    },
  };
}

function against({ record, attempt, agent, now }: WrapUpWish, extra: number): readonly string[] {
  const { current } = record;
  const reasons: string[] = [];
  if (extra === 0) reasons.push('the campaign has no further wrap-up time');
  if (attempt.inbound === undefined) reasons.push('only inbound calls have further wrap-up time');
  if (attempt.agent !== agent) reasons.push('another agent had the call');
  const inWrapUp = current?.attempt === attempt.id && current.phase === 'wrap-up';
  if (!inWrapUp) reasons.push('the call is not in its wrap-up');
  else if (isPast(current.deadline, now)) reasons.push('the wrap-up is over');
  return reasons;
}

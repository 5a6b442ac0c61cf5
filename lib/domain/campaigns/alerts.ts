// What a supervisor has to know of a campaign, from what its journal says: what happened, who was
// told, and whether it is over. Nothing is stored for it: an alert is over when its cause is.
import type { CampaignEntry } from '../model/journal.ts';
import type { CampaignState } from './campaign-state.ts';

type Of<T extends CampaignEntry['type']> = Extract<CampaignEntry, { readonly type: T }>;
type Cause = Of<
  'campaign.pool-low' | 'campaign.exhausted' | 'webhook.disabled' | 'import.finished'
>;

export interface Alert {
  readonly kind: 'pool-low' | 'exhausted' | 'webhook-disabled' | 'import-failed';
  readonly cause: Cause;
  /** When its cause was gone, as far as that is known; missing while it lasts. */
  readonly over: boolean;
  /** Supervisors who were written to. */
  readonly told: readonly Of<'supervisor.alerted' | 'supervisor.not-alerted'>[];
}

const KINDS: Readonly<Partial<Record<CampaignEntry['type'], Alert['kind']>>> = {
  'campaign.pool-low': 'pool-low',
  'campaign.exhausted': 'exhausted',
  'webhook.disabled': 'webhook-disabled',
  'import.finished': 'import-failed',
};

/** @param newest entries of the campaign, the newest first @returns the newest first */
export function alertsIn(
  newest: readonly CampaignEntry[],
  state: Pick<CampaignState, 'poolAlerted' | 'state'>,
): readonly Alert[] {
  return newest.flatMap((cause, n) => {
    const kind = KINDS[cause.type];
    if (kind === undefined || !isCause(cause)) return [];
    const later = newest.slice(0, n);
    return [{ kind, cause, over: isOver(cause, later, state), told: toldOf(cause, later) }];
  });
}

/** An import is told only when its file could not be read. */
const isCause = (entry: CampaignEntry): entry is Cause =>
  entry.type !== 'import.finished' || entry.problem !== undefined;

function isOver(
  cause: Cause,
  later: readonly CampaignEntry[],
  { poolAlerted, state }: Pick<CampaignState, 'poolAlerted' | 'state'>,
): boolean {
  switch (cause.type) {
    case 'campaign.pool-low':
      return !poolAlerted || state === 'ended' || later.some(({ type }) => type === cause.type);
    case 'campaign.exhausted':
      return state !== 'ended' || later.some(({ type }) => type === cause.type);
    case 'webhook.disabled':
      return later.some(
        (entry) => entry.type === 'webhook.enabled' && entry.webhook === cause.webhook,
      );
    case 'import.finished':
      return later.some(
        (entry) =>
          entry.type === 'import.finished' &&
          entry.file === cause.file &&
          entry.problem === undefined,
      );
  }
}

/** E-mails go out for the pool alone, and those up to the next alert belong to this one. */
function toldOf(cause: Cause, later: readonly CampaignEntry[]): Alert['told'] {
  if (cause.type !== 'campaign.pool-low') return [];
  const next = later.findLastIndex(({ type }) => type === cause.type);
  return later
    .slice(next + 1)
    .filter(
      (entry) => entry.type === 'supervisor.alerted' || entry.type === 'supervisor.not-alerted',
    )
    .toReversed();
}

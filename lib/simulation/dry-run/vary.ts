// A variant of a campaign: the same files with another mode, cap or rule. What makes no sense
// together is said, because a comparison of a thing with itself looks like a result.
import { agentsStartCalls } from '../../domain/dialing/offers.ts';
import type { PacingMode } from '../../domain/pacing/settings.ts';
import type { Definitions } from '../../language/definitions.ts';
import { didYouMean } from '../../language/nearest.ts';
import type { Outbound } from '../../language/schema/campaign.ts';

export interface Variation {
  readonly mode?: PacingMode;
  /** Shares, 0 to 1. */
  readonly pickup?: number;
  readonly cap?: number;
  readonly rule?: string;
}

export type Varied =
  | { readonly kind: 'varied'; readonly definitions: Definitions }
  | { readonly kind: 'impossible'; readonly because: string };

const impossible = (because: string): Varied => ({ kind: 'impossible', because });

export function vary(definitions: Definitions, campaign: string, change: Variation): Varied {
  const found = definitions.campaigns[campaign];
  const outbound = found?.channels.outbound;
  if (!found || !outbound) return impossible(`there is no outbound campaign '${campaign}'`);
  const { rule, cap, pickup } = change;
  if (rule !== undefined && !(rule in definitions.rules)) {
    const remedy = didYouMean(rule, Object.keys(definitions.rules)) ?? '';
    return impossible(`there is no rule '${rule}'. ${remedy}`.trim());
  }
  const mode = change.mode ?? outbound.mode;
  if (mode === 'ratio' && pickup === undefined && outbound.pickupRate === undefined)
    return impossible('mode ratio needs a pickup rate; add pickup:40%');
  if (mode !== 'ratio' && pickup !== undefined)
    return impossible(`a pickup rate has no meaning in mode ${mode}; add mode:ratio`);
  if (agentsStartCalls(found) && mode !== 'preview')
    return impossible(
      `agents start the calls of '${campaign}', which only mode preview offers them`,
    );
  if (mode !== 'predictive' && cap !== undefined)
    return impossible(`a cap has no meaning in mode ${mode}; add mode:predictive`);
  const changed = inMode(outbound, mode, change);
  const campaigns = {
    ...definitions.campaigns,
    [campaign]: { ...found, channels: { ...found.channels, outbound: changed } },
  };
  return { kind: 'varied', definitions: { ...definitions, campaigns } };
}

function inMode(outbound: Outbound, mode: PacingMode, change: Variation): Outbound {
  const { pickupRate, per, beforeCallWork, pacing, ...rest } = outbound;
  const { cap, rule } = change;
  const pickup = change.pickup ?? pickupRate;
  return {
    ...rest,
    mode,
    pickupRate: mode === 'ratio' && pickup !== undefined ? pickup : undefined,
    per: mode === 'ratio' ? per : undefined,
    beforeCallWork: mode === 'preview' && beforeCallWork !== undefined ? beforeCallWork : undefined,
    pacing: mode === 'predictive' && pacing ? pacing : undefined,
    ...(cap !== undefined && { pacing: { window: 'day', ...pacing, cap } }),
    ...(rule !== undefined && { rule }),
  };
}

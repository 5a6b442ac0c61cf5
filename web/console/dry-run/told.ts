// What the form offers, from the definitions of the campaign. Pure.
import { MODES, type Mode, type Setting } from './form.ts';

export interface Told extends Setting {
  /** Modes a variant may have; agents who start calls have preview and no other. */
  readonly modes: readonly Mode[];
  readonly rules: readonly string[];
  readonly rule: string | undefined;
  /** Those who take its calls. */
  readonly agents: number;
}

interface Known {
  readonly campaigns: Readonly<Record<string, unknown>>;
  readonly rules: Readonly<Record<string, unknown>>;
  readonly queues: Readonly<Record<string, { readonly groups: readonly string[] }>>;
  readonly groups: Readonly<Record<string, { readonly agents: readonly string[] }>>;
}
interface OfCampaign {
  readonly handling?: string;
  readonly channels?: {
    readonly outbound?: {
      readonly mode?: string;
      readonly pickupRate?: number;
      readonly rule?: string;
      readonly queue?: string;
    };
  };
}

/** undefined: the campaign calls nobody. */
export function toldBy(definitions: object, campaign: string): Told | undefined {
  const { campaigns, rules, queues, groups } = definitions as Known;
  const { handling, channels } = (campaigns[campaign] ?? {}) as OfCampaign;
  const outbound = channels?.outbound;
  if (outbound === undefined) return undefined;
  const mode = MODES.find((one) => one === outbound.mode);
  return {
    mode,
    pickup: outbound.pickupRate,
    rule: outbound.rule,
    modes: handling === 'automatic' ? MODES : MODES.filter((one) => one === 'preview'),
    rules: Object.keys(rules),
    agents: new Set(
      queues[outbound.queue ?? '']?.groups.flatMap((group) => groups[group]?.agents ?? []),
    ).size,
  };
}

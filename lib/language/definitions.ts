// The content of a folder of files once loaded: every part typed, with ids as keys.
import type { Campaign } from './schema/campaign.ts';
import type { Centre, Group, Queue } from './schema/centre.ts';
import type { Hours } from './schema/hours.ts';
import type { Ivr } from './schema/ivr.ts';
import type { Rule } from './schema/rule.ts';
import type { Script } from './schema/script.ts';

/** A contact centre as its authors describe it (NEW-1). Plain data: it survives JSON. */
export interface Definitions {
  readonly centre: Centre;
  readonly hours: Readonly<Record<string, Hours>>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly queues: Readonly<Record<string, Queue>>;
  readonly campaigns: Readonly<Record<string, Campaign>>;
  /** The directory of people, as a campaign that contacts nobody. */
  readonly directory?: Campaign;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly ivrs: Readonly<Record<string, Ivr>>;
  readonly scripts: Readonly<Record<string, Script>>;
}

// What somebody who watches a page may be told of: the campaigns they may see, and what is at their
// own desk.
export interface Watch {
  readonly campaigns: 'all' | readonly string[];
  /** Whose desk it is. */
  readonly agent?: string | undefined;
}

/** A page that is connected. */
export interface Watcher {
  /** As the gateway names it. */
  readonly connection: string;
  /** Epoch ms. */
  readonly since: number;
  readonly watch: Watch;
}

export const mayHear = ({ campaigns }: Watch, campaign: string): boolean =>
  campaigns === 'all' || campaigns.includes(campaign);

/** Agents hear of their own desk alone. */
export const mayHearOfAgents = ({ campaigns }: Watch): boolean =>
  campaigns === 'all' || campaigns.length > 0;

/**
 * ms for which a ticket may wait for its connection: as long as the token lives that it was given
 * for.
 */
export const TICKET_LIVES = 3_600_000;

/**
 * ms for which whoever tells of changes goes on believing that nobody is connected. A page that has
 * just connected looks by itself for longer (web/kit/live/live-provider.tsx).
 */
export const NOBODY_FOR = 300_000;

/** ms after which the gateway ends every connection. */
export const CONNECTION_LIVES = 7_200_000;

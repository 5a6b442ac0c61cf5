// One simulated agent: what they do, since when, and how their time was spent.
import { UNHANDLED_STATUS } from '../../domain/campaigns/held-up.ts';
import type { AgentActivity, AgentPresence } from '../../domain/model/agent.ts';
import { agentId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Random } from '../random.ts';
import type { Cancel } from '../virtual-clock.ts';
import type { Call } from './call.ts';

export interface AgentIdentity {
  /** User name in Connect. */
  readonly id: string;
  readonly group: string;
  readonly arn: string;
  readonly skills?: readonly string[];
}

/**
 * What an agent really does; shown to the product as an activity, 'leaving' when a break or log-out
 * follows.
 */
export type SimulatedActivity = 'free' | 'ringing' | 'talking' | 'wrap-up' | 'break' | 'offline';

/** What is shown of an agent, with what only a telephone tells. */
export interface ShownPresence extends AgentPresence {
  /** Name of the break they are on, or that follows the contact. */
  readonly breakName?: string | undefined;
  /** The customer is on hold. */
  readonly onHold?: boolean;
}

/** Milliseconds spent. */
export interface AgentTime {
  readonly staffed: number;
  readonly talking: number;
  readonly wrapUp: number;
  readonly breaks: number;
}

export class Agent {
  readonly identity: AgentIdentity;
  readonly random: Random;
  doing: SimulatedActivity = 'offline';
  /** A person decides for them; chance does while nobody is there. */
  isPerson = false;
  breakName: string | undefined;
  isOnHold = false;
  /** What follows the current contact. */
  requested: 'break' | 'offline' | undefined;
  call: Call | undefined;
  /** Ends what the agent does now: ringing, wrap-up or a break. */
  cancelNext: Cancel = () => {};
  cancelBreak: Cancel = () => {};
  since: Instant;
  private eventAt: Instant;
  private shown: AgentActivity = 'offline';
  private shownAs = 'offline//';
  private shownSince: Instant;
  private readonly spent = new Map<SimulatedActivity, number>();

  constructor(identity: AgentIdentity, random: Random, now: Instant) {
    this.identity = identity;
    this.random = random;
    this.since = now;
    this.shownSince = now;
    this.eventAt = now;
  }

  /** @returns the presence to publish; undefined if nothing visible changed */
  turn(doing: SimulatedActivity, now: Instant): ShownPresence | undefined {
    this.spend(now);
    this.doing = doing;
    this.isOnHold = false;
    if (doing !== 'break' && this.requested === undefined) this.breakName = undefined;
    return this.show(now);
  }

  requestAfterContact(state: 'break' | 'offline', now: Instant): ShownPresence | undefined {
    if (this.requested !== 'offline') this.requested = state;
    return this.show(now);
  }

  /** Cancels a requested break or log-out. */
  cancelRequest(now: Instant): ShownPresence | undefined {
    this.requested = undefined;
    this.breakName = undefined;
    return this.show(now);
  }

  hold(isOnHold: boolean, now: Instant): ShownPresence | undefined {
    this.isOnHold = isOnHold;
    return this.show(now);
  }

  isBusy(): boolean {
    return this.doing === 'ringing' || this.doing === 'talking' || this.doing === 'wrap-up';
  }

  presence(): ShownPresence {
    const { id, group, arn } = this.identity;
    const agent = agentId(id);
    const presence = {
      agent,
      group,
      arn,
      activity: this.shown,
      since: this.shownSince,
      eventAt: this.eventAt,
    };
    const named =
      this.breakName === undefined ? presence : { ...presence, breakName: this.breakName };
    return this.isOnHold ? { ...named, onHold: true } : named;
  }

  time(now: Instant): AgentTime {
    const spent = (doing: SimulatedActivity) =>
      (this.spent.get(doing) ?? 0) + (this.doing === doing ? now - this.since : 0);
    const [talking, wrapUp, breaks] = [spent('talking'), spent('wrap-up'), spent('break')];
    return {
      staffed: spent('free') + spent('ringing') + talking + wrapUp,
      talking,
      wrapUp,
      breaks,
    };
  }

  private spend(now: Instant): void {
    this.spent.set(this.doing, (this.spent.get(this.doing) ?? 0) + now - this.since);
    this.since = now;
  }

  private show(now: Instant): ShownPresence | undefined {
    const activity = this.requested !== undefined && this.isBusy() ? 'leaving' : this.doing;
    const as = [activity, this.breakName ?? '', this.isOnHold ? 'on hold' : ''].join('/');
    if (as === this.shownAs) return undefined;
    // a call that is put on hold is the same call
    if (activity !== this.shown || activity === 'break') this.shownSince = now;
    this.shown = activity;
    this.shownAs = as;
    // Two changes within a millisecond are still two events, and the later one must win.
    this.eventAt = instant(Math.max(now, this.eventAt + 1));
    return this.presence();
  }
}

/** As agent events tell it: in the status for unhandled records, or in it after the contact. */
export function withHold(presence: ShownPresence): AgentPresence {
  const { activity, breakName } = presence;
  if (breakName !== UNHANDLED_STATUS) return presence;
  return { ...presence, held: activity === 'break' ? 'now' : 'next' };
}

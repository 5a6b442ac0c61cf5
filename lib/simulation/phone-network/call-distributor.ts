// The agents' side: who takes which waiting contact, talks, wraps up, takes breaks. The longest
// idle agent of the queue's groups gets the next contact.
import { agentId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import { between, type Random } from '../random.ts';
import type { Scheduler } from '../virtual-clock.ts';
import { acceptance } from './acceptance.ts';
import {
  Agent,
  type AgentIdentity,
  type AgentTime,
  type ShownPresence,
  type SimulatedActivity,
} from './agent.ts';
import type { AgentBehaviour } from './behaviour.ts';
import type { Call } from './call.ts';
import { drawDuration } from './callee.ts';
import { isFor, WaitingContacts } from './waiting-contacts.ts';

export interface QueueSetup {
  readonly groups: readonly string[];
  /** Seconds an answered callee is kept waiting; without end when missing (a flow decides then). */
  readonly longestWait?: number;
}

export interface CallDistributorEvents {
  presence(presence: ShownPresence): void;
  /** The agent took the call. */
  connected(call: Call): void;
  /** The agent, still in wrap-up, decided on a classifier. */
  classified(call: Call, roll: number): void;
  wrapUpEnded(call: Call): void;
}

/** The state in which Connect leaves an agent who did not take a call. */
export const MISSED = 'MissedCallAgent';

export class CallDistributor {
  private readonly agents: ReadonlyMap<string, Agent>;
  private readonly waiting = new WaitingContacts();
  private readonly clock: Scheduler;
  private readonly queues: Readonly<Record<string, QueueSetup>>;
  private readonly behaviour: AgentBehaviour;
  private readonly events: CallDistributorEvents;
  private readonly byHand: (agentArn: string) => boolean;
  private readonly wrapUpOf: (agentArn: string) => number;

  constructor(
    agents: readonly AgentIdentity[],
    setup: {
      readonly clock: Scheduler;
      readonly random: Random;
      readonly queues: Readonly<Record<string, QueueSetup>>;
      readonly behaviour: AgentBehaviour;
      readonly events: CallDistributorEvents;
      /** Whether the agent answers calls by hand (CAM-3). */
      readonly byHand: (agentArn: string) => boolean;
      /** Seconds after which a person's wrap-up ends by itself; 0: never. */
      readonly wrapUpOf: (agentArn: string) => number;
    },
  ) {
    this.clock = setup.clock;
    this.queues = setup.queues;
    this.behaviour = setup.behaviour;
    this.events = setup.events;
    this.byHand = setup.byHand;
    this.wrapUpOf = setup.wrapUpOf;
    this.agents = new Map(
      agents.map((each) => [
        each.id,
        new Agent(each, setup.random.fork(`agent/${each.id}`), instant(setup.clock.now())),
      ]),
    );
  }

  presences(): readonly ShownPresence[] {
    return [...this.agents.values()].map((agent) => agent.presence());
  }

  times(): Readonly<Record<string, AgentTime>> {
    const now = this.now();
    return Object.fromEntries([...this.agents].map(([id, agent]) => [id, agent.time(now)]));
  }

  /** The agent as somebody at their desk sees them. */
  agent(id: string): Agent | undefined {
    return this.agents.get(id);
  }

  /** A person decides for the agent from now on: what chance had in store does not happen. */
  seat(agent: Agent): void {
    agent.isPerson = true;
    agent.cancelBreak();
    if (agent.requested !== undefined) this.publish(agent.cancelRequest(this.now()));
    if (agent.doing === 'break') agent.cancelNext();
    this.again(agent);
  }

  /** Chance takes over where the person stopped. */
  unseat(agent: Agent): void {
    const { breaks } = this.behaviour;
    agent.isPerson = false;
    if (agent.doing === 'offline') return;
    if (agent.doing === 'break') this.takeBreak(agent, breaks?.last ?? 0);
    else this.planBreak(agent);
    this.again(agent);
  }

  /** What rings or is wrapped up goes on as the one who decides now would have it. */
  private again(agent: Agent): void {
    const { call, doing } = agent;
    if (call === undefined) return;
    if (doing !== 'talking') agent.cancelNext();
    if (doing === 'ringing') this.letRing(agent, call);
    if (doing === 'wrap-up') this.wrapUp(agent, call);
  }

  /** A person says what they are; busy, they are it after the contact. */
  become(agent: Agent, wanted: 'free' | 'break' | 'offline', breakName?: string): void {
    agent.requested = undefined;
    agent.breakName = breakName;
    if (agent.isBusy()) {
      const now = this.now();
      const isFree = wanted === 'free';
      this.publish(isFree ? agent.cancelRequest(now) : agent.requestAfterContact(wanted, now));
      return;
    }
    if (wanted !== 'free') this.turn(agent, wanted);
    else if (agent.doing !== 'free') this.becomeFree(agent);
  }

  /** Somebody else says what the agent is: in that status, or there for calls. */
  setStatus(agentArn: string, status: string | undefined): boolean {
    const agent = [...this.agents.values()].find(({ identity }) => identity.arn === agentArn);
    if (agent === undefined) return false;
    if (agent.doing === 'offline' || agent.requested === 'offline') return true;
    if (status === undefined) {
      this.become(agent, 'free');
      this.planBreak(agent);
    } else {
      agent.cancelBreak();
      this.become(agent, 'break', status);
    }
    return true;
  }

  /** A person takes the call that rings. */
  accept(agent: Agent): boolean {
    const { call } = agent;
    if (agent.doing !== 'ringing' || call === undefined) return false;
    agent.cancelNext();
    this.answered(agent, call);
    return true;
  }

  /** Or does not. */
  reject(agent: Agent): boolean {
    const { call } = agent;
    if (agent.doing !== 'ringing' || call === undefined) return false;
    agent.cancelNext();
    this.notTaken(agent, call);
    return true;
  }

  hold(agent: Agent, isOnHold: boolean): boolean {
    if (agent.doing !== 'talking') return false;
    this.publish(agent.hold(isOnHold, this.now()));
    return true;
  }

  /** A person has done what there was to do after the call. */
  finishWrapUp(agent: Agent): boolean {
    const { call } = agent;
    if (agent.doing !== 'wrap-up' || call === undefined) return false;
    agent.cancelNext();
    this.events.wrapUpEnded(call);
    this.finish(agent);
    return true;
  }

  /** The named agents (all if none are named) log in, one after the other. */
  startShift(ids: readonly string[] = [...this.agents.keys()]): void {
    for (const agent of this.named(ids)) {
      const delay = between(agent.random, 0, this.behaviour.logInWithin * 1000);
      this.clock.at(this.now() + Math.round(delay), () => this.logIn(agent));
    }
  }

  /** The named agents log out, after the contact they are busy with. */
  logOut(ids: readonly string[] = [...this.agents.keys()]): void {
    for (const agent of this.named(ids)) {
      if (agent.isPerson) continue;
      agent.cancelBreak();
      if (agent.isBusy()) this.publish(agent.requestAfterContact('offline', this.now()));
      else this.turn(agent, 'offline');
    }
  }

  /** A contact waits for an agent. */
  offer(call: Call): void {
    const agent = this.longestIdle(call);
    if (agent) this.ring(agent, call);
    else this.waiting.add(call, call.queue ?? '');
  }

  /** Other agents than before may take the contact now. */
  reconsider(call: Call): void {
    this.waiting.remove(call);
    this.offer(call);
  }

  /** It waits no longer. */
  withdraw(call: Call): void {
    this.waiting.remove(call);
  }

  waitingIn(queue: string): number {
    return this.waiting.count(queue);
  }

  /** What the agent is busy with. */
  callOf(agent: string): Call | undefined {
    return this.agents.get(agent)?.call;
  }

  /** The contact has ended: a ringing agent becomes free, a talking agent wraps up. */
  ended(call: Call): void {
    this.waiting.remove(call);
    const agent = call.agent === undefined ? undefined : this.agents.get(call.agent);
    if (!agent || agent.call !== call) return;
    agent.cancelNext();
    if (agent.doing === 'talking') this.wrapUp(agent, call);
    else this.finish(agent);
  }

  private logIn(agent: Agent): void {
    if (agent.isPerson) return;
    if (agent.doing !== 'offline') {
      if (agent.requested === 'offline') this.publish(agent.cancelRequest(this.now()));
      return;
    }
    agent.requested = undefined;
    this.planBreak(agent);
    this.becomeFree(agent);
  }

  private planBreak(agent: Agent): void {
    const { breaks } = this.behaviour;
    agent.cancelBreak();
    if (!breaks || agent.isPerson) return;
    const after = between(agent.random, 0.5, 1.5) * breaks.every * 1000;
    agent.cancelBreak = this.clock.at(this.now() + Math.round(after), () => {
      if (agent.isBusy()) this.publish(agent.requestAfterContact('break', this.now()));
      else this.takeBreak(agent, breaks.last);
    });
  }

  private takeBreak(agent: Agent, seconds: number): void {
    agent.requested = undefined;
    this.turn(agent, 'break');
    // a break with a name is somebody's choice, and ends by it
    if (agent.isPerson || agent.breakName !== undefined) return;
    agent.cancelNext = this.clock.at(this.now() + seconds * 1000, () => {
      this.planBreak(agent);
      this.becomeFree(agent);
    });
  }

  private becomeFree(agent: Agent): void {
    this.turn(agent, 'free');
    const next = this.waiting.nextFor(agent.identity, this.queuesOf(agent));
    if (!next) return;
    this.waiting.remove(next);
    this.ring(agent, next);
  }

  private ring(agent: Agent, call: Call): void {
    call.phase = 'offered';
    call.agent = agentId(agent.identity.id);
    agent.call = call;
    this.turn(agent, 'ringing');
    this.letRing(agent, call);
  }

  private letRing(agent: Agent, call: Call): void {
    const byHand = this.byHand(agent.identity.arn);
    const ringing = { takes: false, after: this.behaviour.byHand.ringsFor * 1000 };
    const { takes, after } =
      agent.isPerson && byHand ? ringing : acceptance(agent.random, this.behaviour, byHand);
    agent.cancelNext = this.clock.at(this.now() + after, () => {
      if (takes) this.answered(agent, call);
      else this.notTaken(agent, call);
    });
  }

  private answered(agent: Agent, call: Call): void {
    this.turn(agent, 'talking');
    this.events.connected(call);
  }

  /**
   * Connect gives the agent no further call until they say they are there again; the call goes to
   * another.
   */
  private notTaken(agent: Agent, call: Call): void {
    call.phase = 'queued';
    delete call.agent;
    if (agent.requested === undefined) {
      agent.call = undefined;
      if (agent.isPerson) agent.breakName = MISSED;
      this.turn(agent, 'break');
      if (!agent.isPerson) this.clearLater(agent);
    } else {
      this.finish(agent);
    }
    this.offer(call);
  }

  private clearLater(agent: Agent): void {
    const clears = this.now() + this.behaviour.byHand.clears * 1000;
    agent.cancelNext = this.clock.at(clears, () => this.becomeFree(agent));
  }

  private wrapUp(agent: Agent, call: Call): void {
    if (agent.isPerson) {
      this.wrapUpOfPerson(agent);
      return;
    }
    const { wrapUp, wrapUpLimit, forgets } = this.behaviour;
    const needed = drawDuration(agent.random, wrapUp);
    const inTime = agent.random.next() >= forgets && needed < wrapUpLimit * 1000;
    const roll = agent.random.next();
    this.turn(agent, 'wrap-up');
    const ends = this.now() + (inTime ? needed : wrapUpLimit * 1000);
    agent.cancelNext = this.clock.at(ends, () => {
      if (inTime) this.events.classified(call, roll);
      this.events.wrapUpEnded(call);
      this.finish(agent);
    });
  }

  /** Until they say that it is over, or Connect does. */
  private wrapUpOfPerson(agent: Agent): void {
    const limit = this.wrapUpOf(agent.identity.arn);
    if (agent.doing !== 'wrap-up') this.turn(agent, 'wrap-up');
    if (limit === 0) return;
    const ends = agent.since + limit * 1000;
    agent.cancelNext = this.clock.at(ends, () => void this.finishWrapUp(agent));
  }

  /**
   * The agent is done with the contact: the requested break or log-out follows, or the next
   * contact.
   */
  private finish(agent: Agent): void {
    const { requested } = agent;
    agent.call = undefined;
    agent.requested = undefined;
    if (requested === 'offline') this.turn(agent, 'offline');
    else if (requested === 'break') this.takeBreak(agent, this.behaviour.breaks?.last ?? 0);
    else this.becomeFree(agent);
  }

  turn(agent: Agent, doing: SimulatedActivity): void {
    if (doing === 'offline' || doing === 'break') agent.cancelNext();
    this.publish(agent.turn(doing, this.now()));
  }

  private publish(presence: ShownPresence | undefined): void {
    if (presence) this.events.presence(presence);
  }

  private longestIdle(call: Call): Agent | undefined {
    const groups = this.queues[call.queue ?? '']?.groups ?? [];
    let best: Agent | undefined;
    for (const agent of this.agents.values()) {
      const serves = call.only !== undefined || groups.includes(agent.identity.group);
      if (agent.doing !== 'free' || !serves) continue;
      if (isFor(call, agent.identity) && (!best || agent.since < best.since)) best = agent;
    }
    return best;
  }

  /** The queues of the agent's group, and the agent's own. */
  private queuesOf({ identity }: Agent): readonly string[] {
    const served = Object.keys(this.queues).filter((queue) =>
      this.queues[queue]?.groups.includes(identity.group),
    );
    return [...served, identity.arn];
  }

  private named(ids: readonly string[]): readonly Agent[] {
    return ids.flatMap((id) => this.agents.get(id) ?? []);
  }

  private now(): Instant {
    return instant(this.clock.now());
  }
}

// Contacts that wait: how they get into a queue, out of it and into another, and what happens to
// them there as time passes.

import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import { instant } from '../../domain/model/instant.ts';
import type { Scheduler } from '../virtual-clock.ts';
import type { Call, ContactEventType, QueueWait } from './call.ts';
import { stopWaiting } from './call.ts';
import type { CallDistributor, QueueSetup } from './call-distributor.ts';

interface Parts {
  readonly clock: Scheduler;
  readonly distributor: CallDistributor;
  readonly queues: Readonly<Record<string, QueueSetup>>;
  readonly publish: (call: Call, type: ContactEventType, facts: Partial<ContactFacts>) => void;
  readonly end: (call: Call, reason: string) => void;
}

export class Queueing {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  enqueue(call: Call, queue: string, wait: QueueWait): void {
    if (call.phase !== 'with-system') return;
    call.phase = 'queued';
    this.waits(call, queue, wait);
  }

  requeue(call: Call, queue: string, wait: QueueWait): boolean {
    if (call.phase !== 'queued') return false;
    this.parts.distributor.withdraw(call);
    stopWaiting(call);
    this.waits(call, queue, wait);
    return true;
  }

  /** Its place among those who wait, now and in queues to come. */
  reorder(
    call: Call,
    { priority, ageSeconds = 0 }: Pick<QueueWait, 'priority' | 'ageSeconds'>,
  ): void {
    call.priority = priority ?? call.priority;
    call.waitsSince -= ageSeconds * 1000;
    if (call.phase === 'queued') this.parts.distributor.reconsider(call);
  }

  withdraw(call: Call): boolean {
    if (call.phase !== 'queued') return call.phase === 'with-system';
    this.parts.distributor.withdraw(call);
    stopWaiting(call);
    call.phase = 'with-system';
    return true;
  }

  private waits(call: Call, queue: string, wait: QueueWait): void {
    const { distributor, queues, publish, end } = this.parts;
    const { steps = [], ageSeconds = 0, agent } = wait;
    const now = instant(this.parts.clock.now());
    call.queue = queue;
    call.priority = wait.priority ?? call.priority;
    call.steps = steps;
    call.waitsSince = now - ageSeconds * 1000;
    if (agent === undefined) delete call.only;
    else call.only = agent;
    this.losePatience(call);
    publish(call, 'QUEUED', { enqueued: now, queue });
    // callers wait as long as their flow lets them
    const longest = call.command.longestWait ?? queues[queue]?.longestWait;
    if (longest !== undefined && call.direction === 'outbound')
      this.inQueue(call, longest, () => end(call, 'CONTACT_FLOW_DISCONNECT'));
    this.expireSteps(call);
    distributor.offer(call);
  }

  /** A callee's patience began when they picked up; a caller's begins with the wait. */
  private losePatience(call: Call): void {
    const { clock, end } = this.parts;
    if (call.direction === 'outbound' || call.reply.kind !== 'picks-up' || call.losesPatience)
      return;
    const at = clock.now() + call.reply.patience;
    call.losesPatience = clock.at(at, () => end(call, 'CUSTOMER_DISCONNECT'));
  }

  private expireSteps(call: Call): void {
    const [step, ...others] = call.steps;
    if (step?.seconds === undefined) return;
    this.inQueue(call, step.seconds, () => {
      call.steps = others;
      this.expireSteps(call);
      if (call.phase === 'queued') this.parts.distributor.reconsider(call);
    });
  }

  private inQueue(call: Call, seconds: number, run: () => void): void {
    const { clock } = this.parts;
    call.queueTimers.push(clock.at(clock.now() + seconds * 1000, run));
  }
}

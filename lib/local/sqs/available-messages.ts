// Message groups take turns, so that one busy campaign cannot starve the others: this is what fair
// queues do on AWS for standard queues with a MessageGroupId.
import type { SqsMessage } from './sqs-message.ts';

/** Messages that can be received now. */
export class AvailableMessages {
  private readonly groups = new Map<string, SqsMessage[]>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  enqueue(message: SqsMessage): void {
    const group = message.group ?? '';
    const waiting = this.groups.get(group);
    if (waiting) waiting.push(message);
    else this.groups.set(group, [message]);
    this.count++;
  }

  /** The oldest message of the next group, which then moves to the back. */
  dequeue(): SqsMessage | undefined {
    const next = this.groups.entries().next();
    if (next.done) return undefined;
    const [group, waiting] = next.value;
    const message = waiting.shift();
    this.groups.delete(group);
    if (waiting.length > 0) this.groups.set(group, waiting);
    this.count--;
    return message;
  }

  all(): readonly SqsMessage[] {
    return [...this.groups.values()].flat();
  }

  clear(): void {
    this.groups.clear();
    this.count = 0;
  }
}

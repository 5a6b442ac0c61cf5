import type { QueueMessage } from './queue-message.ts';

/**
 * Messages that may be received now. Groups take turns, so one busy campaign cannot starve the others:
 * what fair queues do on AWS for standard queues with a MessageGroupId.
 */
export class AvailableMessages {
  private readonly groups = new Map<string, QueueMessage[]>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(message: QueueMessage): void {
    const group = message.group ?? '';
    const waiting = this.groups.get(group);
    if (waiting) waiting.push(message);
    else this.groups.set(group, [message]);
    this.count++;
  }

  /** The next group's oldest message; the group then goes to the end of the line. */
  take(): QueueMessage | undefined {
    const next = this.groups.entries().next();
    if (next.done) return undefined;
    const [group, waiting] = next.value;
    const message = waiting.shift();
    this.groups.delete(group);
    if (waiting.length > 0) this.groups.set(group, waiting);
    this.count--;
    return message;
  }

  /** Removes one message wherever it waits. */
  remove(message: QueueMessage): void {
    const group = message.group ?? '';
    const waiting = this.groups.get(group);
    const index = waiting?.indexOf(message) ?? -1;
    if (!waiting || index < 0) return;
    waiting.splice(index, 1);
    if (waiting.length === 0) this.groups.delete(group);
    this.count--;
  }

  all(): readonly QueueMessage[] {
    return [...this.groups.values()].flat();
  }

  clear(): void {
    this.groups.clear();
    this.count = 0;
  }
}

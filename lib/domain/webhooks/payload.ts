// What a receiver is sent: the event as it is on the bus, in the frame of Standard Webhooks.
import type { PublishedEvent } from '../events/event.ts';

export const bodyOf = ({ type, detail }: PublishedEvent): string =>
  JSON.stringify({ type, timestamp: detail.at, data: detail });

// As much of Connect as the order of waiting contacts asks for.
import type { Answer, Asked } from './answering-aws.ts';

/** @param over contacts that have ended */
export function answeringRouting(over: readonly string[]) {
  const levels = new Map<string, number>();
  const answer = ({ method, path, body }: Asked): Answer => {
    const [, contact = ''] = /^\/contacts\/i\/([^/]+)\/routing-data$/.exec(path) ?? [];
    if (method !== 'POST' || contact === '' || over.includes(contact))
      return { error: 'ResourceNotFoundException', status: 404 };
    levels.set(contact, Number(body.QueuePriority));
    return { body: {} };
  };
  return { answer, levelOf: (contact: string) => levels.get(contact) };
}

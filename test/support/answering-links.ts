// As much of Connect as links ask for: numbers with their flows, queues with their quick connects.
import type { Answer, Asked } from './answering-aws.ts';

export function answeringLinks(own: { readonly number: string; readonly id: string }) {
  const flows = new Map<string, string>();
  const quickConnects = new Map<string, Set<string>>();
  const missing: Answer = { error: 'ResourceNotFoundException', status: 404 };
  const answer = ({ method, path, body }: Asked): Answer => {
    const number = /^\/phone-number\/([^/]+)\/contact-flow$/.exec(path)?.[1];
    if (number !== undefined) {
      if (number !== own.id) return missing;
      if (method === 'PUT') flows.set(number, String(body.ContactFlowId));
      else if (!flows.delete(number)) return missing;
      return { body: {} };
    }
    if (path === '/phone-number/list')
      return {
        body: {
          ListPhoneNumbersSummaryList: [{ PhoneNumber: own.number, PhoneNumberId: own.id }],
        },
      };
    const [, queue = '', verb] =
      /^\/queues\/[^/]+\/([^/]+)\/(associate|disassociate)-quick-connects$/.exec(path) ?? [];
    if (verb === undefined) return missing;
    const ids = body.QuickConnectIds as readonly string[];
    if (ids.length > 50) return { error: 'InvalidParameterException', status: 400 };
    const has = quickConnects.get(queue) ?? new Set();
    quickConnects.set(queue, has);
    for (const id of ids) verb === 'associate' ? has.add(id) : has.delete(id);
    return { body: {} };
  };
  return { answer, flows, quickConnects };
}

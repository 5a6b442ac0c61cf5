// As much of Connect as telephony asks for: a call for each ClientToken, what it was placed with, and 404 for strangers.
import type { Answer, Asked } from './answering-aws.ts';

export function answeringConnect(): (asked: Asked) => Answer {
  const byToken = new Map<string, string>();
  const attributes = new Map<string, unknown>();
  const stranger: Answer = { error: 'ResourceNotFoundException', status: 404 };
  const start = ({ ClientToken, Attributes }: Asked['body']): Answer => {
    const token = String(ClientToken);
    const ContactId = byToken.get(token) ?? `contact-${byToken.size + 1}`;
    byToken.set(token, ContactId);
    if (!attributes.has(ContactId)) attributes.set(ContactId, Attributes);
    return { body: { ContactId } };
  };
  return ({ method, path, body }) => {
    if (method === 'PUT' && path === '/contact/outbound-voice') return start(body);
    const contact = path.slice(path.lastIndexOf('/') + 1);
    if (!attributes.has(contact)) return stranger;
    if (path.startsWith('/contact/attributes/')) {
      return { body: { Attributes: attributes.get(contact) } };
    }
    return { body: { Contact: { Id: contact, InitiationTimestamp: 1_772_442_000 } } };
  };
}

// As much of Connect as telephony asks for: a call for each ClientToken, what it was placed with,
// and 404 for strangers.
import type { CustomerCall } from '../../lib/application/ports/contact-reader.ts';
import type { IvrWay } from '../../lib/domain/model/inbound-call.ts';
import type { Answer, Asked } from './answering-aws.ts';

/** A call, and how far its flow has noted it. */
export type CameIn = CustomerCall & { readonly way?: IvrWay | undefined };

/** @param received calls that came in, by their contact */
export function answeringConnect(
  received: ReadonlyMap<string, CameIn> = new Map(),
): (asked: Asked) => Answer {
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
    const call = received.get(contact);
    if (call) return cameIn(contact, call, path);
    if (!attributes.has(contact)) return stranger;
    if (path.startsWith('/contact/attributes/')) {
      return { body: { Attributes: attributes.get(contact) } };
    }
    return { body: { Contact: { Id: contact, InitiationTimestamp: 1_772_442_000 } } };
  };
}

/** What its flow noted before anybody took the call in, and what Connect knows by itself. */
function cameIn(Id: string, { campaign, ivr, from, to, way }: CameIn, path: string): Answer {
  const nothing = { record: 'none', attempt: 'none' };
  if (path.startsWith('/contact/attributes/'))
    return { body: { Attributes: { campaign, ivr, ...nothing, ...(way && asAttribute(way)) } } };
  const end = (Address: string | undefined) => Address && { Type: 'TELEPHONE_NUMBER', Address };
  const ends = { CustomerEndpoint: end(from), SystemEndpoint: end(to) };
  return { body: { Contact: { Id, InitiationMethod: 'INBOUND', ...ends } } };
}

const asAttribute = ({ version, path }: IvrWay) => ({ way: [version, ...path].join(' ') });

// The event a Connect flow hands to a function → what our tasks take of it. Parameters come as
// texts and may be empty, for a flow can name what is not there; the campaign stands in the
// contact's attributes. docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html

import * as z from 'zod';
import { CALL_ATTRIBUTES, NOTHING } from '../../domain/calls/call-attributes.ts';
import { callerNumber } from '../connect/caller-number.ts';

const Endpoint = z.object({ Address: z.string().nullish() }).nullish();
const Texts = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((all) =>
    Object.fromEntries(
      Object.entries(all ?? {}).flatMap(([name, value]) =>
        typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
      ),
    ),
  );

const FlowEvent = z.object({
  Details: z.object({
    ContactData: z.object({
      ContactId: z.string().min(1),
      CustomerEndpoint: Endpoint,
      SystemEndpoint: Endpoint,
      Attributes: Texts,
    }),
    Parameters: Texts,
  }),
});

/** What a parameter may not say. */
const KNOWN = ['campaign', 'contact', 'from', 'to', 'attributes'];

/** The input of a task, still to be held against the catalogue's schema. */
export function readFlowCall(event: unknown): Readonly<Record<string, unknown>> {
  const { ContactData, Parameters } = FlowEvent.parse(event).Details;
  const { Attributes, ContactId, CustomerEndpoint, SystemEndpoint } = ContactData;
  const parameters = Object.entries(Parameters).filter(
    ([name, value]) => !KNOWN.includes(name) && value !== NOTHING,
  );
  const [from, to] = [CustomerEndpoint, SystemEndpoint].map((end) => callerNumber(end?.Address));
  return {
    ...Object.fromEntries(parameters),
    campaign: Attributes[CALL_ATTRIBUTES.campaign] ?? '',
    contact: ContactId,
    ...(from && { from }),
    ...(to && { to }),
    attributes: Attributes,
  };
}

// The event a Connect flow hands to a function → what our tasks take of it. Parameters come as
// texts and may be empty, for a flow can name what is not there; the campaign stands in the
// contact's attributes. docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html

import { Fault } from '../../application/tasks/faults.ts';
import { readFlowParameters } from '../../application/tasks/flow-parameters.ts';
import type { FlowTaskName } from '../../application/tasks/inbound-tasks.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { CALL_ATTRIBUTES, NOTHING } from '../../domain/calls/call-attributes.ts';
import { callerNumber } from '../connect/caller-number.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The input of the task; a wrong shape is a BadInput that names the place in the event. */
export function readFlowCall<T extends FlowTaskName>(task: T, event: unknown): TaskInput<T> {
  const details = fieldsIn(fieldsIn(event, 'event').Details, 'event.Details');
  const contact = fieldsIn(details.ContactData, 'event.Details.ContactData');
  const { ContactId } = contact;
  if (typeof ContactId !== 'string' || ContactId === '')
    throw new Fault('BadInput', 'event.Details.ContactData.ContactId: is no text');
  const attributes = textsIn(contact.Attributes, 'event.Details.ContactData.Attributes');
  const parameters = textsIn(details.Parameters, 'event.Details.Parameters');
  const [from, to] = (['CustomerEndpoint', 'SystemEndpoint'] as const).map((end) =>
    addressIn(contact[end], `event.Details.ContactData.${end}`),
  );
  const given = Object.entries(parameters).filter(([, value]) => value !== NOTHING);
  return readFlowParameters(
    task,
    {
      campaign: attributes[CALL_ATTRIBUTES.campaign] ?? '',
      contact: ContactId,
      ...(from && { from }),
      ...(to && { to }),
      attributes,
    },
    Object.fromEntries(given),
  );
}

function fieldsIn(value: unknown, at: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Fault('BadInput', `${at}: is no object`);
}

/** Those that say something. */
function textsIn(value: unknown, at: string): Readonly<Record<string, string>> {
  const texts = Object.entries(fieldsIn(value ?? {}, at)).flatMap(([name, text]) =>
    typeof text === 'string' && text !== '' ? [[name, text] as const] : [],
  );
  return Object.fromEntries(texts);
}

function addressIn(value: unknown, at: string): string | undefined {
  const { Address } = fieldsIn(value ?? {}, at);
  if (Address === undefined || Address === null) return undefined;
  if (typeof Address === 'string') return callerNumber(Address);
  throw new Fault('BadInput', `${at}.Address: is no text`);
}

// The event a flow passes to a Lambda function, and the answer it accepts. Source: administrator
// guide, "Invoke AWS Lambda functions": a flat object of scalars for STRING_MAP, anything for JSON,
// at most 32 KB.

import type { JsonObject, JsonValue } from '../../compiler/json.ts';
import { isObject } from '../../compiler/json.ts';
import type { FlowContact } from './contact.ts';
import { mapValues } from './values.ts';

const LARGEST_RESPONSE_BYTES = 32 * 1024;

export function lambdaEvent(contact: FlowContact, parameters: JsonObject): JsonObject {
  const { facts, target } = contact;
  return {
    Details: {
      ContactData: {
        Attributes: Object.fromEntries(contact.attributes),
        AwsRegion: facts.region,
        Channel: 'VOICE',
        ContactId: facts.contactId,
        CustomerEndpoint: endpoint(facts.customerNumber),
        CustomerId: contact.customerId ?? null,
        Description: contact.description ?? null,
        InitialContactId: facts.initialContactId ?? facts.contactId,
        InitiationMethod: facts.initiationMethod,
        InstanceARN: facts.instanceArn,
        LanguageCode: contact.languageCode ?? 'en-US',
        MediaStreams: { Customer: { Audio: null } },
        Name: contact.name ?? null,
        PreviousContactId: facts.previousContactId ?? facts.contactId,
        Queue: target ? { ARN: target.arn, Name: target.name, OutboundCallerId: null } : null,
        References: {},
        SystemEndpoint: endpoint(facts.systemNumber),
        Tags: Object.fromEntries(contact.tags),
      },
      Parameters: parameters,
    },
    Name: 'ContactFlowEvent',
  };
}

/** The `$.External` that follows; undefined when the answer makes the action fail. */
export function readResponse(
  payload: JsonValue,
  responseType: 'STRING_MAP' | 'JSON',
): JsonObject | undefined {
  if (!isObject(payload)) return undefined;
  if (Buffer.byteLength(JSON.stringify(payload)) > LARGEST_RESPONSE_BYTES) return undefined;
  if (responseType === 'JSON') return payload;
  const scalars = Object.values(payload).every(
    (value) => value !== null && typeof value !== 'object',
  );
  return scalars ? mapValues(payload, String) : undefined;
}

function endpoint(number: string | undefined): JsonValue {
  return number === undefined ? null : { Address: number, Type: 'TELEPHONE_NUMBER' };
}

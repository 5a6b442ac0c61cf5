// Actions that change the contact and nothing else.

import type { JsonObject } from '../../../compiler/json.ts';
import { isObject } from '../../../compiler/json.ts';
import { NotEmulated } from '../not-emulated.ts';
import { asText, readValue } from '../values.ts';
import {
  type ActionAt,
  type ActionExit,
  type ActionRun,
  FAILED,
  failed,
  type Handler,
  integerOf,
  NEXT,
  perform,
  refuse,
  textOf,
  textsOf,
} from './handler.ts';

/** All attributes of a contact, keys and values. */
const MOST_ATTRIBUTE_BYTES = 32_768;

function logging({ contact, parameters }: ActionAt): ActionExit {
  contact.logging = parameters.FlowLoggingBehavior === 'Enabled';
  return NEXT;
}

function flowAttributes(at: ActionAt): ActionExit {
  for (const [key, item] of Object.entries(mapOf(at, 'FlowAttributes'))) {
    const text = isObject(item) ? item.Value : undefined;
    at.scope.flowAttributes.set(key, asText(readValue(text ?? '', at)));
  }
  return NEXT;
}

/** All or nothing: beyond the limit no attribute is set. */
function contactAttributes(at: ActionAt): ActionExit {
  refuseRelated(at);
  const after = new Map([...at.contact.attributes, ...textsOf(at, mapOf(at, 'Attributes'))]);
  const bytes = [...after].reduce((sum, [key, item]) => sum + Buffer.byteLength(key + item), 0);
  if (bytes > MOST_ATTRIBUTE_BYTES) return FAILED;
  for (const [key, item] of after) at.contact.attributes.set(key, item);
  return NEXT;
}

function contactData(at: ActionAt): ActionExit {
  refuseRelated(at);
  refuse(at, 'WisdomSessionArn', 'IsVoiceIdStreamingEnabled', 'IsVoiceAuthenticationEnabled');
  refuse(at, 'IsFraudDetectionEnabled', 'VoiceAuthenticationThreshold', 'FraudDetectionThreshold');
  const { contact } = at;
  contact.name = textOf(at, 'Name') ?? contact.name;
  contact.description = textOf(at, 'Description') ?? contact.description;
  contact.languageCode = textOf(at, 'LanguageCode') ?? contact.languageCode;
  contact.customerId = textOf(at, 'CustomerId') ?? contact.customerId;
  return NEXT;
}

/** Connect's default engine is the standard one, whatever the voice. */
function voice(at: ActionAt): ActionExit {
  const id = textOf(at, 'TextToSpeechVoice');
  if (!id) return FAILED;
  const engine = textOf(at, 'TextToSpeechEngine') ?? 'Standard';
  at.contact.voice = { id, engine, style: textOf(at, 'TextToSpeechStyle') ?? 'None' };
  return NEXT;
}

function recording({ contact, parameters }: ActionAt): ActionExit {
  contact.recording = parameters;
  return NEXT;
}

/** A missing flow is not reported here: Connect notices it only when the event occurs. */
function eventHooks(at: ActionAt): ActionExit {
  const hooks = textsOf(at, mapOf(at, 'EventHooks'));
  if (hooks.some(([, flowId]) => flowId === '')) return FAILED;
  for (const [event, flowId] of hooks) at.contact.hooks.set(event, flowId);
  return NEXT;
}

function routingBehavior(at: ActionAt): ActionExit {
  at.contact.priority = integerOf(at, 'QueuePriority') ?? at.contact.priority;
  at.contact.ageSeconds = integerOf(at, 'QueueTimeAdjustmentSeconds') ?? at.contact.ageSeconds;
  return NEXT;
}

function routingCriteria(at: ActionAt): ActionExit {
  const criteria = readValue(at.parameters.RoutingCriteria ?? '', at);
  if (!isObject(criteria)) return FAILED;
  at.contact.routingCriteria = criteria;
  return NEXT;
}

function* callbackNumber(at: ActionAt): ActionRun {
  const number = textOf(at, 'CallbackNumber') ?? '';
  if (!/^\+[1-9]\d{1,14}$/.test(number)) return failed('InvalidCallbackNumber');
  const { dialable } = yield* perform({ kind: 'check-number', number });
  if (!dialable) return failed('CallbackNumberNotDialable');
  at.contact.callbackNumber = number;
  return NEXT;
}

function tag(at: ActionAt): ActionExit {
  for (const [key, item] of textsOf(at, mapOf(at, 'Tags'))) at.contact.tags.set(key, item);
  return NEXT;
}

function untag(at: ActionAt): ActionExit {
  const { TagKeys } = at.parameters;
  for (const key of Array.isArray(TagKeys) ? TagKeys : []) {
    at.contact.tags.delete(asText(readValue(key, at)));
  }
  return NEXT;
}

function mapOf(at: ActionAt, name: string): JsonObject {
  const given = at.parameters[name];
  return isObject(given) ? given : {};
}

function refuseRelated(at: ActionAt): void {
  if (at.parameters.TargetContact !== 'Related') return;
  throw new NotEmulated(`TargetContact Related of action '${at.action.Identifier}'`);
}

export const UPDATING: Readonly<Record<string, Handler>> = {
  UpdateFlowLoggingBehavior: logging,
  UpdateFlowAttributes: flowAttributes,
  UpdateContactAttributes: contactAttributes,
  UpdateContactData: contactData,
  UpdateContactTextToSpeechVoice: voice,
  UpdateContactRecordingBehavior: recording,
  UpdateContactEventHooks: eventHooks,
  UpdateContactRoutingBehavior: routingBehavior,
  UpdateContactRoutingCriteria: routingCriteria,
  UpdateContactCallbackNumber: callbackNumber,
  TagContact: tag,
  UntagContact: untag,
};

// A contact as its flows see and change it. One mutable object per contact, as in Connect: an
// attribute set in one flow is there in the next, and the flows of one contact never run at the
// same time.

import type { JsonObject, JsonValue } from '../../compiler/json.ts';
import type { QueueTarget } from './effects.ts';

/** What answered an outbound call placed with answering-machine detection. */
export type OutboundCallStatus =
  | 'CallAnswered'
  | 'VoicemailBeep'
  | 'VoicemailNoBeep'
  | 'NotDetected';

/** What is known of a contact when its first flow starts. */
export interface FlowContactFacts {
  readonly contactId: string;
  readonly initiationMethod:
    | 'INBOUND'
    | 'API'
    | 'TRANSFER'
    | 'DISCONNECT'
    | 'CALLBACK'
    | 'OUTBOUND';
  readonly instanceArn: string;
  readonly region: string;
  /** E.164; undefined for a withheld number. */
  readonly customerNumber: string | undefined;
  /** E.164: the number dialled, or the caller id of an outbound call. */
  readonly systemNumber: string | undefined;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Absent when no detection ran. */
  readonly outboundCallStatus?: OutboundCallStatus;
  readonly initialContactId?: string;
  readonly previousContactId?: string;
}

export interface FlowContact {
  readonly facts: FlowContactFacts;
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
  /** Flow ids by event, e.g. `CustomerQueue`. */
  readonly hooks: Map<string, string>;
  /** Rounds so far, by flow and action. */
  readonly loops: Map<string, number>;
  name: string | undefined;
  description: string | undefined;
  customerId: string | undefined;
  languageCode: string | undefined;
  voice: { readonly id: string; readonly engine: string; readonly style: string } | undefined;
  logging: boolean;
  /** Parameters of UpdateContactRecordingBehavior as last set. */
  recording: JsonObject | undefined;
  target: QueueTarget | undefined;
  /** 1 is served first; Connect's default is 5. */
  priority: number;
  ageSeconds: number;
  routingCriteria: JsonObject | undefined;
  callbackNumber: string | undefined;
  storedInput: string | undefined;
  /** What `$.Metrics` holds. */
  metrics: JsonObject;
}

/** `$.FlowAttributes`, `$.External` and the module's values: they belong to one run of one flow. */
export interface FlowScope {
  readonly flowAttributes: Map<string, string>;
  external: JsonValue;
  modules: JsonObject;
}

export function newContact(facts: FlowContactFacts): FlowContact {
  return {
    facts,
    attributes: new Map(Object.entries(facts.attributes ?? {})),
    tags: new Map(),
    hooks: new Map(),
    loops: new Map(),
    name: undefined,
    description: undefined,
    customerId: undefined,
    languageCode: undefined,
    voice: undefined,
    logging: false,
    recording: undefined,
    target: undefined,
    priority: 5,
    ageSeconds: 0,
    routingCriteria: undefined,
    callbackNumber: undefined,
    storedInput: undefined,
    metrics: {},
  };
}

export function newScope(modules: JsonObject = {}): FlowScope {
  return { flowAttributes: new Map(), external: {}, modules };
}

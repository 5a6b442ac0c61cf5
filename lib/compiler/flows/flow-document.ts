// The forms in which flows are stored in files: bare, in the answer of DescribeContactFlow, as an
// object with `Name`, `Type` and `Content`, or as a resource of a CloudFormation template. The
// content is an object or its JSON text. A flow does not hold its own type: the wrapper does,
// modules have settings, and exports of the console name it in their metadata.

import { isList, isObject, type JsonObject } from '../json.ts';
import { FLOW_TYPES, type FlowType } from './flow.ts';

export interface FlowDocument {
  readonly content: unknown;
  /** The type stated by the wrapper. */
  readonly type?: FlowType;
}

/** The type stated by the wrapper, else by the content; undefined where neither does. */
export function flowTypeOf(value: unknown): FlowType | undefined {
  const { content, type } = flowDocument(value);
  return type ?? typeIn(content);
}

/** @returns the flow within its wrapper; the value itself when it has none */
export function flowDocument(value: unknown): FlowDocument {
  const parsed = parsedText(value);
  if (!isObject(parsed) || isFlow(parsed)) return { content: parsed };
  if (isObject(parsed.ContactFlow)) return flowDocument(parsed.ContactFlow);
  if (isObject(parsed.ContactFlowModule)) return asModule(parsed.ContactFlowModule);
  const resource = /^AWS::Connect::ContactFlow(Module)?$/.exec(String(parsed.Type));
  if (resource && isObject(parsed.Properties)) {
    return resource[1] ? asModule(parsed.Properties) : flowDocument(parsed.Properties);
  }
  const wrapped = parsed.Content ?? parsed.content;
  if (wrapped === undefined) return { content: parsed };
  const content = parsedText(substituted(wrapped));
  const type = typeNamed(parsed.Type ?? parsed.ContactFlowType ?? parsed.type) ?? typeIn(content);
  return { content, type };
}

function asModule(wrapper: JsonObject): FlowDocument {
  return { content: flowDocument(wrapper).content, type: 'MODULE' };
}

/** A flow, or what looks more like one than like a wrapper. */
function isFlow(value: JsonObject): boolean {
  return value.Actions !== undefined || value.StartAction !== undefined || isList(value.modules);
}

/** JSON within JSON; any other text stays what it is. */
function parsedText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return value;
  }
}

/** CloudFormation's `Fn::Sub` around the text of a flow. */
function substituted(value: unknown): unknown {
  const sub = isObject(value) ? value['Fn::Sub'] : undefined;
  return isList(sub) ? sub[0] : (sub ?? value);
}

function typeIn(content: unknown): FlowType | undefined {
  if (!isObject(content)) return undefined;
  if (content.Settings !== undefined) return 'MODULE';
  return isObject(content.Metadata) ? typeNamed(content.Metadata.type) : undefined;
}

/** `CUSTOMER_QUEUE`, or `customerQueue` as the console writes it. */
function typeNamed(name: unknown): FlowType | undefined {
  if (typeof name !== 'string') return undefined;
  const upper = name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  return FLOW_TYPES.find((type) => type === upper);
}

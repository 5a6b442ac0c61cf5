// The rules of the document around the actions: version, size, top-level keys, identifiers.

import { isObject, type JsonObject, type JsonValue } from '../json.ts';
import { FLOW_VERSION, type FlowType } from './flow.ts';
import {
  type FlowFinding,
  invalidFormat,
  invalidValue,
  missingProperty,
  unknownProperty,
} from './flow-problem.ts';

const MOST_ACTIONS = 250;
const MOST_CHARACTERS = 256_000;
const LONGEST_IDENTIFIER = 50;
const FORBIDDEN_IN_IDENTIFIER = /[%:(\\/)=$,;[\]{}]/;
/** Names a JavaScript object already has; the service stores actions in one. */
const FORBIDDEN_IDENTIFIERS = new Set([
  '__proto__',
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'toString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'valueOf',
]);

/** An export of the old designer: another language, which only the console reads. */
export function isConsoleExport(content: unknown): boolean {
  return isObject(content) && Array.isArray(content.modules) && content.Actions === undefined;
}

export function checkEnvelope(flow: JsonObject, flowType: FlowType): readonly FlowFinding[] {
  const known = ['Version', 'StartAction', 'Actions', 'Metadata'];
  if (flowType === 'MODULE') known.push('Settings');
  const size = JSON.stringify(flow).length;
  const count = Array.isArray(flow.Actions) ? flow.Actions.length : 0;
  return [
    ...Object.keys(flow)
      .filter((key) => !known.includes(key))
      .map((key) => invalidFormat(`remove the key ${key}`)),
    ...(flow.Version === FLOW_VERSION ? [] : [invalidFormat(`"Version": "${FLOW_VERSION}"`)]),
    ...(size > MOST_CHARACTERS ? [invalidFormat(`at most ${MOST_CHARACTERS} characters`)] : []),
    ...(count > MOST_ACTIONS ? [invalidFormat(`at most ${MOST_ACTIONS} actions`)] : []),
    ...(flow.Metadata === undefined || isObject(flow.Metadata)
      ? []
      : [invalidFormat('"Metadata" is an object')]),
  ];
}

/** StartAction names one of the actions. */
export function checkStart(
  start: JsonValue | undefined,
  targets: ReadonlySet<string>,
): readonly FlowFinding[] {
  if (typeof start === 'string' && targets.has(start)) return [];
  return [invalidValue('StartAction', 'the Identifier of an action of this flow')];
}

/** The keys of an action and its identifier. @param seen identifiers of the actions before it */
export function checkAction(
  action: JsonObject,
  index: number,
  seen: ReadonlySet<string>,
): readonly FlowFinding[] {
  const path = `Actions[${index}]`;
  return [
    ...Object.keys(action)
      .filter((key) => !['Identifier', 'Type', 'Parameters', 'Transitions'].includes(key))
      .map((key) => unknownProperty(`${path}.${key}`)),
    ...checkIdentifier(action.Identifier, `${path}.Identifier`, seen),
  ];
}

function checkIdentifier(
  id: JsonValue | undefined,
  path: string,
  seen: ReadonlySet<string>,
): readonly FlowFinding[] {
  if (id === undefined) return [missingProperty(path)];
  if (typeof id !== 'string' || id.length < 1 || id.length > LONGEST_IDENTIFIER) {
    return [invalidValue(path, `1 to ${LONGEST_IDENTIFIER} characters`)];
  }
  if (FORBIDDEN_IN_IDENTIFIER.test(id))
    return [invalidValue(path, 'none of % : ( \\ / ) = $ , ; [ ] { }')];
  if (FORBIDDEN_IDENTIFIERS.has(id))
    return [invalidValue(path, 'another name: this one is reserved')];
  return seen.has(id) ? [invalidValue(path, 'a name no other action has')] : [];
}

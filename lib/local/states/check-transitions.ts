// Checks transitions when a state machine is created, as Step Functions does.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';

const TYPES = new Set(['Task', 'Parallel', 'Map', 'Pass', 'Wait', 'Choice', 'Succeed', 'Fail']);

/**
 * Step Functions refuses a definition whose transitions lead nowhere. The interpreter's own
 * validator would find more, but needs a second per machine; the compiler's output has been
 * validated by then.
 */
export function checkStateTransitions(machine: JsonObject): void {
  const states = isObject(machine.States) ? machine.States : {};
  const checkTarget = (name: Json | undefined, from: string) => {
    if (typeof name !== 'string' || !Object.hasOwn(states, name))
      throw new Error(`${from} leads to '${String(name)}', which is not a state`);
  };
  checkTarget(machine.StartAt, 'StartAt');
  for (const [name, state] of Object.entries(states)) {
    if (!isObject(state)) throw new Error(`state '${name}' is not an object`);
    if (!TYPES.has(String(state.Type)))
      throw new NotEmulated(`state type '${String(state.Type)}' of '${name}'`);
    for (const target of targetsOf(state)) checkTarget(target, `state '${name}'`);
  }
}

function targetsOf(state: JsonObject): readonly (Json | undefined)[] {
  const inList = (list: Json | undefined) =>
    isList(list) ? list.map((item) => (isObject(item) ? item.Next : undefined)) : [];
  const targets = [...inList(state.Choices), ...inList(state.Catch)];
  if (state.Default !== undefined) targets.push(state.Default);
  if (['Succeed', 'Fail', 'Choice'].includes(String(state.Type)) || state.End === true)
    return targets;
  return [...targets, state.Next];
}

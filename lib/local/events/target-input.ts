// The input of a rule's target. Paths and templates are checked when the rule is created, not on
// its first event.
import type { Json, JsonObject } from '../json.ts';
import { fillTemplate } from './input-template.ts';
import { type JsonPath, parsePath, valueAtPath } from './json-path.ts';

/** What of an event a rule hands to a target; checked when the rule is read. */
export type TargetInput = (
  event: JsonObject,
  rule: { readonly arn: string; readonly name: string },
) => string;

export interface InputSettings {
  readonly Input?: string | undefined;
  readonly InputPath?: string | undefined;
  readonly InputTransformer?:
    | {
        readonly InputTemplate: string;
        readonly InputPathsMap?: Readonly<Record<string, string>> | undefined;
      }
    | undefined;
}

export function targetInput({ Input, InputPath, InputTransformer }: InputSettings): TargetInput {
  if (Input !== undefined) return () => Input;
  if (InputPath !== undefined) {
    const path = parsePath(InputPath);
    return (event) => JSON.stringify(valueAtPath(path, event) ?? null);
  }
  if (InputTransformer === undefined) return (event) => JSON.stringify(event);
  const paths = new Map<string, JsonPath>();
  for (const [name, path] of Object.entries(InputTransformer.InputPathsMap ?? {}))
    paths.set(name, parsePath(path));
  return (event, rule) =>
    fillTemplate(InputTransformer.InputTemplate, (name): Json | undefined => {
      if (name === 'aws.events.rule-arn') return rule.arn;
      if (name === 'aws.events.rule-name') return rule.name;
      if (name === 'aws.events.event.ingestion-time') return event.time;
      if (name === 'aws.events.event' || name === 'aws.events.event.json') return event;
      const path = paths.get(name);
      return path && valueAtPath(path, event);
    });
}

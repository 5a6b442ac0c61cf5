// What a condition asks of a record, for begin-rule to answer: a table over the kinds of condition.
import type { ConditionNeed } from '../../domain/rules/rule-schema.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { TileOf } from '../../language/schema/rule.ts';
import type { ConditionKind } from './conditions.ts';

type NeedOf = {
  readonly [K in ConditionKind]: (tile: TileOf<K>, definitions: Definitions) => ConditionNeed;
};

export const NEEDS: NeedOf = {
  'call-status': () => ({ kind: 'call-status' }),
  passes: () => ({ kind: 'passes' }),
  'calls-with-status': (tile) => ({ kind: 'calls-with-status', statuses: tile.statuses }),
  attempts: () => ({ kind: 'attempts' }),
  connected: () => ({ kind: 'connected' }),
  result: () => ({ kind: 'result' }),
  availability: (tile, definitions) => availability(tile.hours, definitions),
  privacy: () => ({ kind: 'privacy' }),
};

/** The hours go into the machine, so that a run decides by the hours its rule was deployed with. */
function availability(id: string, { hours, centre }: Definitions): ConditionNeed {
  const named = hours[id];
  if (!named) throw new Error(`bug: hours '${id}' were not checked`);
  const { timeZone = centre.timeZone, week, exceptions } = named;
  return {
    kind: 'availability',
    hours: { timeZone, week: copied(week), exceptions: copied(exceptions) },
  };
}

type Spans = readonly { readonly from: number; readonly to: number }[];

const copied = (spans: Readonly<Record<string, Spans>>) =>
  Object.fromEntries(Object.entries(spans).map(([key, list]) => [key, [...list]]));

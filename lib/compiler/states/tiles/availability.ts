// Whether it is within opening hours now (CBR-4). The hours are part of the machine, so that a run
// decides by the hours its rule was deployed with.
import type { ConditionNeed } from '../../../domain/rules/rule-schema.ts';
import type { Definitions } from '../../../language/definitions.ts';
import type { ConditionTile } from '../tile.ts';
import { choice, foundText } from '../tile-choices.ts';
import { exit } from '../tile-exits.ts';

export const availabilityTile: ConditionTile<'availability'> = {
  role: 'condition',
  exits: ({ open, closed }) => [exit('open', open), exit('closed', closed)],
  need: ({ hours }, definitions) => hoursNeed(hours, definitions),
  choice: (id, { open, closed }) => choice([{ ...foundText(id, 'open'), Next: open }], closed),
};

function hoursNeed(id: string, { hours, centre }: Definitions): ConditionNeed {
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

import type { Diagnostic } from '../../../language/diagnostic.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  inboundCampaigns,
  inboundPath,
  outboundCampaigns,
  outboundPath,
  ownNumbers,
  unlessKnown,
} from '../check-facts.ts';

/**
 * The numbers named by campaigns and IVRs are numbers of the centre (DIA-4, INB-1, IVR-8, IVR-11).
 */
export const unknownNumber: Check = function* (facts) {
  const known = ownNumbers(facts);
  for (const { number, at } of uses(facts)) {
    yield* unlessKnown(number, known, at, `the centre has no number '${number}'`);
  }
};

interface Use {
  readonly number: string;
  readonly at: Diagnostic['at'];
}

function uses({ definitions, places }: CheckFacts): readonly Use[] {
  const list = (numbers: readonly string[], path: readonly string[]) =>
    numbers.map((number, index) => ({ number, at: places.valueAt([...path, index]) }));
  return [
    ...outboundCampaigns(definitions).flatMap(([id, { callerIds }]) =>
      list(callerIds, [...outboundPath(id), 'callerIds']),
    ),
    ...inboundCampaigns(definitions).flatMap(([id, { numbers }]) =>
      list(numbers, [...inboundPath(id), 'numbers']),
    ),
    ...blocksOfKind(definitions, 'dial').flatMap(([ivr, id, { callerId }]) =>
      callerId === undefined
        ? []
        : [{ number: callerId, at: places.valueAt([...blockPath(ivr, id), 'callerId']) }],
    ),
    ...blocksOfKind(definitions, 'route-by-destination').flatMap(([ivr, id, { paths }]) =>
      Object.keys(paths).map((number) => ({
        number,
        at: places.keyAt([...blockPath(ivr, id), 'paths', number]),
      })),
    ),
  ];
}

import type { Path } from '../../language/read-yaml.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  inboundCampaigns,
  inboundPath,
  outboundCampaigns,
  ownNumbers,
  unlessKnown,
} from './check-facts.ts';

/** The numbers that campaigns and IVRs name are own numbers (DIA-4, INB-1, IVR-8). */
export const knownNumber: Check = function* (facts) {
  const known = ownNumbers(facts);
  for (const { number, path } of uses(facts)) {
    const at = facts.places.valueAt(path);
    yield* unlessKnown('unknown-number', number, known, at, `there is no own number '${number}'`);
  }
};

function uses({ definitions }: CheckFacts): readonly { number: string; path: Path }[] {
  const list = (numbers: readonly string[], path: Path) =>
    numbers.map((number, index) => ({ number, path: [...path, index] }));
  return [
    ...outboundCampaigns(definitions).flatMap(([id, { callerIds }]) =>
      list(callerIds, ['campaigns', id, 'channels', 'outbound', 'callerIds']),
    ),
    ...inboundCampaigns(definitions).flatMap(([id, { numbers }]) =>
      list(numbers, [...inboundPath(id), 'numbers']),
    ),
    ...blocksOfKind(definitions, 'dial').flatMap(([ivr, id, { callerId }]) =>
      callerId === undefined
        ? []
        : [{ number: callerId, path: [...blockPath(ivr, id), 'callerId'] }],
    ),
  ];
}

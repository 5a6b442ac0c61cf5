// The people of a centre nobody said anything about: they live in its time zone, and wrap-up ends
// when the campaigns say so.
import type { Definitions } from '../../language/definitions.ts';
import { type Behaviour, behaviour } from '../phone-network/behaviour.ts';

export function usualBehaviour({ centre, campaigns }: Definitions): Behaviour {
  const wrapUps = Object.values(campaigns).flatMap(
    ({ channels }) => channels.outbound?.wrapUp ?? [],
  );
  const agents = wrapUps.length > 0 ? { wrapUpLimit: Math.max(...wrapUps) } : {};
  return behaviour({ timeZone: centre.timeZone, agents });
}

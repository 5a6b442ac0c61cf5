// Whether an agent takes a call that rings, and after how long: for some it is answered, others
// answer by hand (CAM-3).
import type { Random } from '../random.ts';
import type { AgentBehaviour } from './behaviour.ts';
import { drawDuration } from './callee.ts';

interface Acceptance {
  readonly takes: boolean;
  /** Milliseconds. */
  readonly after: number;
}

export function acceptance(
  random: Random,
  { accept, byHand }: AgentBehaviour,
  isByHand: boolean,
): Acceptance {
  if (!isByHand) return { takes: true, after: drawDuration(random, accept) };
  const chance = random.next();
  const after = drawDuration(random, byHand.accept);
  const ringing = byHand.ringsFor * 1000;
  if (chance < byHand.rejects) return { takes: false, after: Math.min(after, ringing) };
  const isMissed = chance < byHand.rejects + byHand.misses || after >= ringing;
  return isMissed ? { takes: false, after: ringing } : { takes: true, after };
}

// What every implementation of holding agents promises (lib/application/ports/agent-holds.ts).
import { expect, it } from 'vitest';
import type { AgentHolds } from '../../lib/application/ports/agent-holds.ts';

export interface HoldsUnderTest {
  readonly holds: AgentHolds;
  readonly isHeld: (agentArn: string) => boolean;
}

const EVA = 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/eva';

export function agentHoldsContract(name: string, make: () => Promise<HoldsUnderTest>): void {
  it(`agent holds (${name}): keep an agent from calls until they are released, once or twice (CAM-6, CAM-7)`, async () => {
    const { holds, isHeld } = await make();

    const told = [await holds.hold(EVA), await holds.hold(EVA)];
    const held = isHeld(EVA);
    told.push(await holds.release(EVA), await holds.release(EVA));

    expect(told).toEqual(['done', 'done', 'done', 'done']);
    expect([held, isHeld(EVA)]).toEqual([true, false]);
  });
}

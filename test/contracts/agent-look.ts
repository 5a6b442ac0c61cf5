// What every implementation of the look at agents promises (lib/application/ports/agent-look.ts).
import { expect, it } from 'vitest';
import type { AgentLook } from '../../lib/application/ports/agent-look.ts';
import type { AgentPresence } from '../../lib/domain/model/agent.ts';
import { agentId } from '../../lib/domain/model/ids.ts';
import { instant } from '../../lib/domain/model/instant.ts';

export type Seen = Omit<AgentPresence, 'eventAt'>;

const ARN = 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent';
const present = (name: string, group: string, activity: Seen['activity']): Seen => ({
  agent: agentId(name),
  arn: `${ARN}/${name}`,
  group,
  activity,
  since: instant(Date.UTC(2026, 2, 2, 8)),
});

/** @param make of those who are logged in; undefined: their events tell it */
export function agentLookContract(
  name: string,
  make: (agents: readonly Seen[] | undefined) => Promise<AgentLook>,
): void {
  it(`agent look (${name}): shows who of the groups is logged in and what they do`, async () => {
    const eva = present('eva', 'sales', 'free');
    const tom = present('tom', 'sales', 'talking');
    const look = await make([
      eva,
      tom,
      present('kim', 'service', 'break'),
      present('jan', 'sales', 'wrap-up'),
    ]);

    expect(await look.now(['sales'])).toEqual([eva, tom, present('jan', 'sales', 'wrap-up')]);
    expect(await look.now(['service'])).toEqual([present('kim', 'service', 'break')]);
  });

  it(`agent look (${name}): shows nothing where events tell it`, async () => {
    const look = await make(undefined);

    expect(await look.now(['sales'])).toBeUndefined();
  });
}

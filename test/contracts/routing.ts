// What every implementation of the order of waiting contacts promises
// (lib/application/ports/ports.ts, Routing).
import { expect, it } from 'vitest';
import type { Routing } from '../../lib/application/ports/routing.ts';
import { contactId } from '../../lib/domain/model/ids.ts';

export interface RoutingUnderTest {
  readonly routing: Routing;
  /** Connect's queue priority of the contact. */
  readonly levelOf: (contact: string) => number | undefined;
}

const WAITING = contactId('waiting');

export function routingContract(
  name: string,
  make: (over: readonly string[]) => Promise<RoutingUnderTest>,
): void {
  it(`routing (${name}): a waiting contact is raised, as often as it is asked (PRI-5)`, async () => {
    const { routing, levelOf } = await make([]);

    const told = [
      await routing.prioritise(WAITING, 3),
      await routing.prioritise(WAITING, 1),
      await routing.prioritise(WAITING, 1),
    ];

    expect(told).toEqual(['set', 'set', 'set']);
    expect(levelOf(WAITING)).toBe(1);
  });

  it(`routing (${name}): a contact that is over is gone`, async () => {
    const { routing, levelOf } = await make([WAITING]);

    expect(await routing.prioritise(WAITING, 1)).toBe('gone');
    expect(levelOf(WAITING)).toBeUndefined();
  });
}

// What every agent board promises (lib/domain/ports.ts, AgentBoard).
import { describe, expect, it } from 'vitest';
import type { AgentPresence } from '../../lib/domain/agent.ts';
import { agentId } from '../../lib/domain/ids.ts';
import type { AgentBoard } from '../../lib/domain/ports.ts';
import { at, NOW } from '../support/records.ts';

const eva: AgentPresence = {
  agent: agentId('eva'),
  arn: 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/eva',
  group: 'sales',
  activity: 'free',
  since: NOW,
  eventAt: NOW,
};
const tom: AgentPresence = { ...eva, agent: agentId('tom'), group: 'care', activity: 'break' };

export function agentBoardContract(name: string, make: () => Promise<AgentBoard>): void {
  describe(`agent board: ${name}`, () => {
    it('shows the agents of the groups asked for', async () => {
      const board = await make();
      await board.put(eva);
      await board.put(tom);

      expect(await board.ofGroups(['sales'])).toEqual([eva]);
      expect((await board.ofGroups(['sales', 'care'])).toSorted(byAgent)).toEqual([eva, tom]);
      expect(await board.ofGroups(['night'])).toEqual([]);
      expect(await board.ofGroups([])).toEqual([]);
    });

    it('takes a later event for news', async () => {
      const board = await make();
      const talking: AgentPresence = { ...eva, activity: 'talking', since: at(5), eventAt: at(5) };

      expect(await board.put(eva)).toBe(true);
      expect(await board.put(talking)).toBe(true);
      expect(await board.ofGroups(['sales'])).toEqual([talking]);
    });

    it('ignores an event that comes late', async () => {
      const board = await make();
      const talking: AgentPresence = { ...eva, activity: 'talking', since: at(5), eventAt: at(5) };
      await board.put(talking);

      expect(await board.put(eva)).toBe(false);
      expect(await board.ofGroups(['sales'])).toEqual([talking]);
    });

    it('does not take the same event for news twice', async () => {
      const board = await make();
      await board.put(eva);

      expect(await board.put(eva)).toBe(false);
    });

    it('lets the later of two events win, in whatever order they arrive together', async () => {
      const board = await make();
      const later: AgentPresence = { ...eva, activity: 'break', since: at(9), eventAt: at(9) };

      await Promise.all([board.put(later), board.put(eva)]);

      expect(await board.ofGroups(['sales'])).toEqual([later]);
    });
  });
}

const byAgent = (a: AgentPresence, b: AgentPresence) => (a.agent < b.agent ? -1 : 1);

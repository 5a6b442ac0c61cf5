// What every agent board promises (lib/application/ports/ports.ts, AgentBoard).
import { describe, expect, it } from 'vitest';
import type { AgentBoard } from '../../lib/application/ports/agent-board.ts';
import type { AgentPresence } from '../../lib/domain/model/agent.ts';
import { agentId } from '../../lib/domain/model/ids.ts';
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

      expect((await board.put(eva)).news).toBe(true);
      expect((await board.put(talking)).news).toBe(true);
      expect(await board.ofGroups(['sales'])).toEqual([talking]);
    });

    it('says what the agent did before, once the group knows them', async () => {
      const board = await make();
      const talking: AgentPresence = { ...eva, activity: 'talking', since: at(5), eventAt: at(5) };
      const moved: AgentPresence = { ...talking, group: 'care', eventAt: at(6) };

      expect(await board.put(eva)).toEqual({ news: true });
      expect(await board.put(talking)).toEqual({ news: true, formerly: 'free' });
      expect(await board.put({ ...eva, activity: 'break' })).toEqual({ news: false });
      expect(await board.put(moved)).toEqual({ news: true });
      expect(await board.ofGroups(['care'])).toEqual([moved]);
    });

    it('ignores an event that comes late', async () => {
      const board = await make();
      const talking: AgentPresence = { ...eva, activity: 'talking', since: at(5), eventAt: at(5) };
      await board.put(talking);

      expect((await board.put(eva)).news).toBe(false);
      expect(await board.ofGroups(['sales'])).toEqual([talking]);
    });

    it('does not take the same event for news twice', async () => {
      const board = await make();
      await board.put(eva);

      expect((await board.put(eva)).news).toBe(false);
    });

    it('moves an agent whose group changed', async () => {
      const board = await make();
      const moved: AgentPresence = { ...eva, group: 'care', eventAt: at(1) };
      await board.put(eva);

      expect((await board.put(moved)).news).toBe(true);

      expect(await board.ofGroups(['sales', 'care'])).toEqual([moved]);
    });

    it('moves an agent back and forth', async () => {
      const board = await make();
      const back: AgentPresence = { ...eva, eventAt: at(2) };
      await board.put(eva);
      await board.put({ ...eva, group: 'care', eventAt: at(1) });

      expect((await board.put(back)).news).toBe(true);

      expect(await board.ofGroups(['sales', 'care'])).toEqual([back]);
    });

    it('moves nobody for an event that comes late', async () => {
      const board = await make();
      const moved: AgentPresence = { ...eva, group: 'care', eventAt: at(5) };
      const later: AgentPresence = { ...moved, activity: 'talking', eventAt: at(9) };
      await board.put(eva);
      await board.put(moved);
      await board.put(later);

      expect((await board.put({ ...eva, eventAt: at(3) })).news).toBe(false);
      expect((await board.put({ ...eva, eventAt: at(7) })).news).toBe(false);

      expect(await board.ofGroups(['sales', 'care'])).toEqual([later]);
    });

    it('shows an agent in one group, in whatever order a change of group arrives', async () => {
      const board = await make();
      const events: readonly AgentPresence[] = [
        { ...eva, eventAt: at(1) },
        { ...eva, activity: 'talking', eventAt: at(2) },
        { ...eva, group: 'care', eventAt: at(3) },
        { ...eva, group: 'care', activity: 'break', eventAt: at(4) },
      ];

      await Promise.all(events.toReversed().map((event) => board.put(event)));

      expect(await board.ofGroups(['sales', 'care'])).toEqual([events[3]]);
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

// What the dialer starts for whom: before-call work of agents who accept records (DIA-1), and the
// pickup rate (DIA-2).
import { describe, expect, it } from 'vitest';
import { callee, journey } from '../support/journey.ts';

describe('agents', () => {
  it('have the before-call work after they accept a record, whatever they took to accept (DIA-1)', async () => {
    const people = Array.from({ length: 12 }, (_, i) => callee(`r${i}`).answers());
    const story = await journey({
      campaign: { handling: 'manual-web' },
      outbound: { mode: 'preview', beforeCallWork: '40 s' },
      people,
      agentBehaviour: { offers: { reads: { mean: 30, variation: 0.5 }, skips: 0, ignores: 0 } },
    });

    await story.untilQuiet(1);

    for (const { name } of people) {
      const [call] = story.centre.network.callsTo(story.phoneOf(name));
      const entries = await story.centre.ports.journal.ofRecord(story.refOf(name));
      const taken = entries.find(({ type }) => type === 'offer.taken');
      expect(taken).toMatchObject({ agent: call?.agent, seconds: 40 });
      const after = ((call?.start ?? 0) - (taken?.at ?? 0)) / 1000;
      expect(after).toBeGreaterThanOrEqual(40);
      expect(after).toBeLessThan(43);
    }
    expect(await story.discrepancies()).toEqual([]);
  });

  it('are dialed for while they talk, unless only free ones count (DIA-2)', async () => {
    const people = Array.from({ length: 60 }, (_, i) => callee(`r${i}`).answers());
    const dialed = async (per: 'online' | 'free') => {
      const outbound = { mode: 'ratio', pickupRate: '50%', per } as const;
      const story = await journey({ outbound, agents: ['eva', 'tom', 'ida'], people });
      await story.pass(120);
      expect(await story.discrepancies()).toEqual([]);
      return story.centre.network.stats().calls;
    };

    const [online, free] = [await dialed('online'), await dialed('free')];

    expect(online).toBeGreaterThan(1.5 * free);
  });
});

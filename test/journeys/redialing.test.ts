// Nobody is rung again within the shortest pause, whoever rings: two records, or two campaigns.
import { describe, expect, it } from 'vitest';
import { addRecord } from '../../lib/simulation/simulate-campaign.ts';
import type { RuleInput } from '../support/definitions.ts';
import { callee, type Given, journey } from '../support/journey.ts';
import { ref } from '../support/records.ts';

const PHONE = '+48600000001';

const closing: RuleInput = {
  name: 'Close',
  start: 'close',
  tiles: { close: { kind: 'close-record' } },
};

/** Ann, and somebody with her number: in the same campaign, or in `autumn`. */
async function twice(campaign: string, given: Given = {}) {
  const story = await journey({
    rule: closing,
    people: [callee('ann').ringsOut(5)],
    agents: ['eva', 'tom', 'ida'],
    also: { autumn: { name: 'Autumn' } },
    ...given,
  });
  await addRecord(story.centre, { id: 'her-again', phone: PHONE }, campaign);
  if (campaign !== 'spring') await story.switchTo('running', campaign);
  return story;
}

/** Seconds from the end of each call to the beginning of the next. */
function pauses(story: Awaited<ReturnType<typeof twice>>): readonly number[] {
  const calls = story.centre.network.callsTo(PHONE);
  return calls.slice(1).map(({ start }, n) => (start - (calls[n]?.end ?? 0)) / 1000);
}

describe('a number that two records have', () => {
  it.each(['spring', 'autumn'])('rests between their calls, the other in %s', async (campaign) => {
    const story = await twice(campaign);

    await story.pass(1800);

    const [pause = 0, ...more] = pauses(story);
    expect(more).toEqual([]);
    expect(pause).toBeGreaterThanOrEqual(120);
    expect(pause).toBeLessThan(300);
    const records = [ref('spring', 'ann'), ref(campaign, 'her-again')];
    const entries = (
      await Promise.all(records.map((each) => story.centre.ports.journal.ofRecord(each)))
    ).flat();
    const postponed = entries.flatMap((entry) =>
      entry.type === 'record.postponed' ? entry.gates.filter(({ passed }) => !passed) : [],
    );
    expect(postponed).toContainEqual({
      gate: 'number-free',
      passed: false,
      saw: '…001 is in another call, or was a moment ago',
      wanted: 'free for 120 s',
    });
    expect(await story.discrepancies()).toEqual([]);
  });

  it('rests for as long as the campaign says that would call it', async () => {
    const story = await twice('spring', { outbound: { minimumRedialInterval: '10 min' } });

    await story.pass(3600);

    const [pause = 0] = pauses(story);
    expect(pause).toBeGreaterThanOrEqual(600);
    expect(pause).toBeLessThan(800);
  });

  it('is called again at once after an abandoned call, which the rule alone decides about', async () => {
    const story = await twice('spring', {
      people: [callee('ann').hangsUpWaiting().ringsOut()],
      agents: ['eva'],
      outbound: { minimumRedialInterval: '10 min' },
    });

    await story.pass(600);

    expect(pauses(story).length).toBeGreaterThan(0);
  });
});

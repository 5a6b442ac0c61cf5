import { describe, expect, it } from 'vitest';
import { answerText } from '../../../../lib/application/texting/answer-text.ts';
import { contended, EVA, TOM } from '../a-floor.ts';
import { answer, aTextFloor, conversationOf, reply, wordsOf, write } from './a-text-floor.ts';

async function aConversation(setup: Parameters<typeof aTextFloor>[0] = {}) {
  const floor = await aTextFloor(setup);
  await write(floor);
  await reply(floor, 'Yes');
  return floor;
}

const REFUSED = (reason: string) => ({ kind: 'refused', reasons: [reason] });

describe('what an agent writes back', () => {
  it('is ordered as a message of the conversation (SMS-3)', async () => {
    const floor = await aConversation();

    expect(await answer(floor)).toEqual({ kind: 'ordered' });
    expect(wordsOf(floor)).toContain('At nine?');
    expect(await floor.entries('ann')).toContain('message.ordered');
  });

  it('is sent once, however often the agent presses', async () => {
    const floor = await aConversation();
    await answer(floor);

    expect(await answer(floor)).toEqual({ kind: 'ordered' });
    expect(wordsOf(floor).filter((text) => text === 'At nine?')).toHaveLength(1);
  });

  it('gives the agent the wrap-up time again', async () => {
    const floor = await aConversation();
    const before = (await floor.record('ann')).current?.deadline ?? 0;
    floor.waitUntil(60);

    await answer(floor);

    expect((await floor.record('ann')).current?.deadline).toBeGreaterThan(before);
  });

  it('is in plain letters where the campaign asks for it', async () => {
    const floor = await aConversation({ texts: { transliterate: true } });

    await answer(floor, { text: 'Do zobaczenia, dziękuję' });

    expect(wordsOf(floor)).toContain('Do zobaczenia, dziekuje');
  });

  it('is not lost to another writer', async () => {
    const floor = await aConversation();
    const attempt = await conversationOf(floor);
    const given = { campaign: 'spring', record: 'ann', attempt, agent: EVA, id: 'a-1' };

    const answered = await answerText({ ...given, text: 'Fine' }, contended(floor.ports, 2));

    expect(answered).toEqual({ kind: 'ordered' });
    expect(wordsOf(floor)).toContain('Fine');
  });

  it('is refused of somebody who is no agent of the queue', async () => {
    const floor = await aConversation();

    expect(await answer(floor, { agent: 'olga' })).toEqual(
      REFUSED("'olga' is no agent of the queue 'sales'"),
    );
  });

  it('may come from another agent of the queue', async () => {
    const floor = await aConversation();

    expect(await answer(floor, { agent: TOM })).toEqual({ kind: 'ordered' });
  });

  it.each([
    ['campaign', { campaign: 'winter' }, "nobody can write to a campaign 'winter'"],
    ['record', { record: 'nobody' }, 'there is no such conversation'],
    ['conversation', { attempt: 'in.none' }, 'there is no such conversation'],
  ] as const)('is refused without such a %s', async (_, given, reason) => {
    const floor = await aConversation();

    expect(await answer(floor, given)).toEqual(REFUSED(reason));
  });

  it('is refused once the person wants no more', async () => {
    const floor = await aConversation();
    const attempt = await conversationOf(floor);
    await reply(floor, 'STOP');

    const { kind } = await answer(floor, { attempt });

    expect(kind).toBe('refused');
    expect(wordsOf(floor)).not.toContain('At nine?');
  });
});

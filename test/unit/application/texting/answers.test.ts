import { describe, expect, it } from 'vitest';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { NOBODY, type Story, sent, texting, writes } from './a-text-campaign.ts';

describe('an answer of an agent', () => {
  const answer = (story: Story, more: Partial<TaskInput<'answer-text'>> = {}) =>
    story.centre.perform('answer-text', {
      campaign: 'spring',
      record: 'ann',
      attempt: 'in.m1',
      agent: 'eva',
      text: 'See you then',
      id: 'a1',
      ...more,
    });

  it('is sent once, however often it is sent in', async () => {
    const story = await texting({ centre: NOBODY });
    await story.pass(120);
    await writes(story, 'Yes');

    const outcomes = [await answer(story), await answer(story)];
    await story.pass(60);

    expect(outcomes).toEqual([{ kind: 'ordered' }, { kind: 'ordered' }]);
    expect(sent(story).slice(1)).toEqual(['See you then']);
  });

  it('is refused to who is no agent of the queue, without a conversation, and after STOP', async () => {
    const story = await texting({ centre: NOBODY });
    await story.pass(120);
    const early = await answer(story);
    await writes(story, 'Yes');
    const stranger = await answer(story, { agent: 'zoe' });
    await writes(story, 'STOP', { id: 'm2' });

    expect([early, stranger, await answer(story)]).toEqual([
      { kind: 'refused', reasons: ['there is no such conversation'] },
      { kind: 'refused', reasons: ["'zoe' is no agent of the queue 'sales'"] },
      { kind: 'refused', reasons: ['the person wants no more text messages'] },
    ]);
  });
});

// Call scripts over the API: what the program on an agent's desk asks (DIA-5, INB-2).
import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../lib/application/calls/contact-events.ts';
import { eraseContact } from '../../../lib/application/records/erasure.ts';
import { commitRule } from '../../../lib/application/rules/commit-rule.ts';
import { contactId } from '../../../lib/domain/model/ids.ts';
import { apiOver, tokenOf } from '../../support/api.ts';
import { ref } from '../../support/records.ts';
import { aFloor, EVA, type Floor, rangOut, type Setup } from '../application/a-floor.ts';

const renewal: NonNullable<Setup['scripts']>[string] = {
  name: 'Renewal',
  start: 'greeting',
  pages: {
    offer: { questions: { words: { kind: 'text', label: 'In their words', required: true } } },
    greeting: {
      text: 'Am I speaking with {{ name }}?',
      questions: {
        identified: { kind: 'checkbox', label: 'They are who we called' },
        reason: { kind: 'choice', label: 'Why do they leave?', options: ['price', 'other'] },
      },
      jumps: [{ if: 'reason', is: 'price', to: 'offer' }],
    },
  },
};

async function aCall(setup: Setup = {}) {
  const floor = await aFloor({
    outbound: { script: 'renewal' },
    scripts: { renewal },
    ...setup,
  });
  await floor.add('ann', { fields: { name: 'Ann' }, privateTo: EVA });
  await floor.tick();
  await floor.placeAll();
  const { id } = await floor.attempt('ann');
  const params = { campaign: 'spring', record: 'ann', attempt: id };
  const api = apiOver(floor.ports);
  const eva = tokenOf.agent('eva');
  return {
    floor,
    api,
    params,
    read: () => api.ask(eva, 'readScript', { params }),
    answer: (answers: Readonly<Record<string, string>>) =>
      api.ask(eva, 'answerScript', { params, body: { answers } }),
  };
}

const entriesOf = (floor: Floor) => floor.ports.journal.ofRecord(ref('spring', 'ann'));

describe('the script of a call', () => {
  it('has the values of the record in its text, begins with its first page, and says where it goes on', async () => {
    const { read } = await aCall();

    const { body } = await read();

    expect(body).toMatchObject({
      script: 'renewal',
      name: 'Renewal',
      pages: [
        {
          page: 'greeting',
          text: 'Am I speaking with Ann?',
          questions: [
            { question: 'identified', kind: 'checkbox', options: [], required: false },
            { question: 'reason', kind: 'choice', options: ['price', 'other'] },
          ],
          jumps: [{ question: 'reason', is: ['price'], to: 'offer' }],
        },
        { page: 'offer', questions: [{ question: 'words', kind: 'text', required: true }] },
      ],
    });
  });

  it('is not there where nobody names one, nor for a call that never was', async () => {
    const { read } = await aCall({ outbound: {} });
    const { api, params } = await aCall();
    const of = { ...params, attempt: 'a-none' };

    expect((await read()).status).toBe(404);
    expect((await api.ask(tokenOf.administrator, 'readScript', { params: of })).status).toBe(404);
  });

  it('keeps answers with the call, shows them again, and puts them on the timeline once', async () => {
    const { floor, read, answer } = await aCall();

    const first = await answer({ identified: 'yes', reason: 'price' });
    await answer({ reason: 'price' });
    const second = await answer({ identified: '', words: 'Too dear' });

    expect([first.status, second.body]).toEqual([
      200,
      { script: 'renewal', answers: { reason: 'price', words: 'Too dear' } },
    ]);
    expect((await floor.attempt('ann')).script).toEqual({
      id: 'renewal',
      answers: { reason: 'price', words: 'Too dear' },
    });
    const answered = (await entriesOf(floor)).filter(({ type }) => type === 'script.answered');
    expect(answered).toMatchObject([
      { by: 'eva', script: 'renewal', answers: { identified: 'yes', reason: 'price' } },
      { answers: { identified: '', words: 'Too dear' } },
    ]);
    expect((await read()).body).toMatchObject({
      pages: [{ questions: [{}, { answer: 'price' }] }, { questions: [{ answer: 'Too dear' }] }],
    });
  });

  it('takes no answer that cannot be, and says each reason', async () => {
    const { floor, answer } = await aCall();

    const { status, body } = await answer({
      identified: 'maybe',
      reason: 'dear',
      shoe: '43',
      words: 'x'.repeat(2001),
    });

    expect(status).toBe(409);
    expect((body as { detail: string }).detail).toBe(
      "'identified' is answered with yes or no; 'reason' is answered with one of price, other; 'shoe' is no question of the script; 'words' takes 2000 characters at most",
    );
    expect((await floor.attempt('ann')).script).toBeUndefined();
  });

  it('is kept although two save at the same moment, and while the campaign is paused', async () => {
    const { floor, answer } = await aCall();
    await floor.switchTo('paused');

    await Promise.all([answer({ identified: 'yes' }), answer({ reason: 'other' })]);

    expect((await floor.attempt('ann')).script?.answers).toEqual({
      identified: 'yes',
      reason: 'other',
    });
  });

  it('is a row of the campaign with a column for each question, and found by an answer', async () => {
    const { api, params, answer } = await aCall();
    await answer({ reason: 'price' });
    const list = async (query: Readonly<Record<string, string>>) =>
      (await api.ask(tokenOf.administrator, 'listScriptAnswers', { params, query })).body;

    const row = { record: 'ann', attempt: params.attempt, answers: { reason: 'price' } };
    expect(await list({})).toMatchObject({
      columns: [
        { question: 'words', label: 'In their words' },
        { question: 'identified', label: 'They are who we called' },
        { question: 'reason', label: 'Why do they leave?' },
      ],
      items: [row],
    });
    expect(await list({ question: 'reason', answer: 'price' })).toMatchObject({ items: [row] });
    expect(await list({ question: 'reason', answer: 'other' })).toMatchObject({ items: [] });
    expect(await list({ question: 'words' })).toMatchObject({ items: [] });
  });

  it('is explained by why, without what was answered', async () => {
    const { api, params, answer } = await aCall();
    await answer({ words: 'Too dear' });

    const { body, text } = await api.ask(tokenOf.administrator, 'readTimeline', { params });

    expect((body as { items: { says: string }[] }).items.map(({ says }) => says)).toContain(
      'eva answered words of script renewal',
    );
    expect(text).not.toContain('Too dear');
  });

  it('is forgotten with the person, on the call and on the timeline', async () => {
    const { floor, params, answer } = await aCall();
    await answer({ words: 'Too dear' });
    const forget = { forget: { kind: 'delete-contact' } } as const;
    const { contact = contactId('') } = await floor.attempt('ann');
    await contactEvents(rangOut({ contact }), floor.ports);
    const run = { rule: 'rule', version: 'v1', path: '/forget', restarted: '', values: {} };
    await commitRule({ ...params, ...run, actions: forget }, floor.ports);
    await eraseContact(ref('spring', 'ann'), floor.ports);

    expect((await floor.attempt('ann')).script).toBeUndefined();
    expect(JSON.stringify(await entriesOf(floor))).not.toContain('Too dear');
    expect((await answer({ words: 'again' })).status).not.toBe(200);
  });
});

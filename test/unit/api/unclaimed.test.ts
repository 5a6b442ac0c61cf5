// Conversations by text that nobody has, as agents see and take them over the API.
import { describe, expect, it } from 'vitest';
import { apiOver, tokenOf } from '../../support/api.ts';
import { aTextFloor, conversationOf, reply, write } from '../application/texting/a-text-floor.ts';

const eva = tokenOf.agent('eva');
const stranger = tokenOf.agent('nobody-here');

async function waiting() {
  const floor = await aTextFloor({ free: [] });
  await write(floor);
  await reply(floor, 'Yes, at nine.');
  const params = { campaign: 'spring', record: 'ann', attempt: await conversationOf(floor) };
  return { api: apiOver(floor.ports), params };
}

describe('conversations that nobody has', () => {
  it('are listed to the agents of the queue until one of them takes it', async () => {
    const { api, params } = await waiting();

    const { body } = await api.ask(eva, 'listUnclaimed');
    expect(body).toMatchObject({ items: [{ ...params, name: '' }] });
    expect((await api.ask(eva, 'readDesk')).body).toMatchObject({
      campaigns: [{ campaign: 'spring', conversations: true }],
      contacts: [],
    });
    const taken = await api.ask(eva, 'takeText', { params, body: { press: 'accept' } });

    expect(taken.body).toEqual({ outcome: 'accepted' });
    expect((await api.ask(eva, 'listUnclaimed')).body).toEqual({ items: [] });
    expect((await api.ask(eva, 'readDesk')).body).toMatchObject({
      contacts: [{ ...params, phase: 'wrap-up', rings: false }],
    });
  });

  it('are nobody’s to look into before they are taken, and no stranger’s to take', async () => {
    const { api, params } = await waiting();

    expect((await api.ask(eva, 'readWindow', { params })).status).toBe(403);
    expect((await api.ask(stranger, 'listUnclaimed')).status).toBe(403);
    const press = { params, body: { press: 'accept' } } as const;
    expect((await api.ask(stranger, 'takeText', press)).status).toBe(403);
  });
});

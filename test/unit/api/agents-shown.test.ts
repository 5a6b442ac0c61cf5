// Who has taken a call that rang is not written to the board; pages know it from the call.
import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../lib/application/calls/contact-events.ts';
import { contactId } from '../../../lib/domain/model/ids.ts';
import { apiOver, tokenOf } from '../../support/api.ts';
import { at } from '../../support/records.ts';
import { aFloor, EVA, type Floor } from '../application/a-floor.ts';

async function ringing(): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'] });
  await floor.tick();
  await floor.placeAll();
  floor.waitUntil(10);
  await floor.agent(EVA, 'ringing');
  return floor;
}

const picksUp = (floor: Floor) =>
  contactEvents(
    {
      contact: contactId('contact-1'),
      initiated: at(1),
      connectedToSystem: at(9),
      enqueued: at(10),
      connectedToAgent: at(12),
      agent: EVA,
    },
    floor.ports,
  );

/** What the console's page of agents, the live view and the desk of the agent tell. */
async function shown(floor: Floor) {
  const api = apiOver(floor.ports);
  const admin = tokenOf.administrator;
  const groups = await api.ask(admin, 'listGroups', {});
  const live = await api.ask(admin, 'readLive', { params: { campaign: 'spring' } });
  const desk = await api.ask(tokenOf.agent('eva'), 'readDesk', {});
  const { items } = groups.body as {
    items: { agents: { agent: string; activity: string; since: string }[] }[];
  };
  const [eva] = items.flatMap(({ agents }) => agents).filter(({ agent }) => agent === EVA);
  return [
    eva?.activity,
    (live.body as { agents: Record<string, number> }).agents,
    (desk.body as { activity?: string }).activity,
  ];
}

describe('an agent whose phone rings', () => {
  it('is shown so', async () => {
    const floor = await ringing();

    expect(await shown(floor)).toEqual([
      'ringing',
      expect.objectContaining({ ringing: 1 }),
      'ringing',
    ]);
  });

  it('is shown talking once they have the call, though the board still says that it rings', async () => {
    const floor = await ringing();
    floor.waitUntil(12);
    await picksUp(floor);

    const [board] = await floor.ports.agents.ofGroups(['team']);
    expect(board?.activity).toBe('ringing');
    expect(await shown(floor)).toEqual([
      'talking',
      expect.objectContaining({ talking: 1 }),
      'talking',
    ]);
  });

  it('is taken to talk when it has rung for longer than Connect rings', async () => {
    const floor = await ringing();
    floor.waitUntil(31);

    expect((await shown(floor)).slice(0, 2)).toEqual([
      'talking',
      expect.objectContaining({ talking: 1 }),
    ]);
  });
});

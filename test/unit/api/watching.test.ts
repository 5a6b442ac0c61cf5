// Who may be told of changes, and how they connect.
import { describe, expect, it } from 'vitest';
import { apiLive } from '../../../lib/api/api-live.ts';
import { apiOver, tokenOf } from '../../support/api.ts';
import { NOW } from '../../support/records.ts';
import { aFloor } from '../application/a-floor.ts';

const SETUP = {
  campaign: { supervisors: ['ewa'] },
  supervisors: { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } },
  also: { autumn: { supervisors: ['jan'] } },
};

async function watching() {
  const { ports } = await aFloor(SETUP);
  const api = apiOver(ports);
  const ticketOf = async (claims: Parameters<typeof api.ask>[0]) => {
    const { body } = await api.ask(claims, 'watchChanges');
    return (body as { readonly ticket: string }).ticket;
  };
  const ask = (route: '$connect' | '$disconnect', connection: string, protocols?: string) =>
    apiLive(
      {
        route,
        params: { connection },
        query: {},
        headers: protocols === undefined ? {} : { 'sec-websocket-protocol': protocols },
        request: 'r-1',
      },
      ports,
    );
  return { ports, ticketOf, ask };
}

describe('a page that wants to be told', () => {
  it('connects with a ticket, once, and is known until it leaves', async () => {
    const { ports, ticketOf, ask } = await watching();
    const ticket = await ticketOf(tokenOf.supervisor('ewa'));

    const first = await ask('$connect', 'c-1', `ringback, ticket.${ticket}`);
    const second = await ask('$connect', 'c-2', `ringback, ticket.${ticket}`);

    expect([first.status, second.status]).toEqual([200, 401]);
    expect(first.headers).toEqual({ 'Sec-WebSocket-Protocol': 'ringback' });
    expect((await ports.watchers.all(NOW)).map(({ connection }) => connection)).toEqual(['c-1']);
    await ask('$disconnect', 'c-1');
    expect(await ports.watchers.all(NOW)).toEqual([]);
  });

  it.each([undefined, 'ringback', 'ringback, ticket.', 'ringback, ticket.x'])(
    'is not let in with %s',
    async (protocols) => {
      const { ports, ask } = await watching();

      expect((await ask('$connect', 'c-1', protocols)).status).toBe(401);
      expect(await ports.watchers.all(NOW)).toEqual([]);
    },
  );

  it('hears of the campaigns that its person may see, and of their own desk', async () => {
    const { ports, ticketOf, ask } = await watching();
    for (const [connection, claims] of [
      ['ewa', tokenOf.supervisor('ewa')],
      ['jan', tokenOf.supervisor('jan')],
      ['tom', tokenOf.agent('tom')],
      ['admin', tokenOf.administrator],
    ] as const)
      await ask('$connect', connection, `ringback, ticket.${await ticketOf(claims)}`);

    const all = await ports.watchers.all(NOW);

    expect(all.map(({ connection, watch }) => [connection, watch.campaigns, watch.agent])).toEqual([
      ['ewa', ['spring'], undefined],
      ['jan', ['autumn'], undefined],
      ['tom', [], 'tom'],
      ['admin', 'all', undefined],
    ]);
  });
});

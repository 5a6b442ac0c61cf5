// Pages that are told of changes, on the local cloud with its roles: a ticket over HTTP, the
// connection, the journal's stream, the function that tells.
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { localToken } from '../../../lib/cli/local-token.ts';
import { type Running, runningApi } from '../../../lib/cli/running.ts';
import { type Story, story } from './story.ts';

const MARIA = '600700801';
const JAN = '600700802';
const MINUTE = 60_000;

let clinic: Story;
let running: Running;
beforeAll(async () => {
  clinic = await story({
    people: { [MARIA]: ['answers'], [JAN]: ['rings-out'] },
    agents: [{ id: 'anna.nowak', group: 'recall-team' }],
  });
  const found = runningApi(clinic.centre.cloud);
  if (!found) throw new Error('the assembly has no API');
  running = found;
}, 20 * MINUTE);
afterAll(() => clinic?.end());

async function ticketOf(as: Parameters<typeof localToken>[1], user?: string): Promise<string> {
  const got = await localToken(running, as, user);
  if ('wrong' in got) throw new Error(got.wrong);
  const headers = { authorization: `Bearer ${got.token}` };
  const answer = await fetch(`${running.url}/v1/live`, { method: 'POST', headers });
  const { ticket } = (await answer.json()) as { readonly ticket: string };
  return ticket;
}

interface Page {
  readonly heard: readonly string[];
  readonly socket: WebSocket;
}

function connect(
  protocols: readonly string[],
  origin = clinic.centre.cloud.endpoint,
): Promise<Page | number> {
  const address = `${clinic.centre.cloud.endpoint.replace('http', 'ws')}/live`;
  const socket = new WebSocket(address, [...protocols], { origin });
  const heard: string[] = [];
  socket.on('message', (text) => heard.push(String(text)));
  return new Promise((resolve) => {
    socket.on('open', () => resolve({ heard, socket }));
    socket.on('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode));
    socket.on('error', () => {});
  });
}

async function pageOf(as: Parameters<typeof localToken>[1], user?: string): Promise<Page> {
  const page = await connect(['ringback', `ticket.${await ticketOf(as, user)}`]);
  if (typeof page === 'number') throw new Error(`refused: ${page}`);
  return page;
}

const notices = ({ heard }: Page) =>
  heard.map((text) => JSON.parse(text) as { changed: { campaign: string }[]; desk?: true });

/** Whoever found nobody connected has asked again. */
const known = () => clinic.minutes(6);

/** What was sent has arrived. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('a page of a running centre', () => {
  it('is let in with a ticket, once, from our own pages', async () => {
    const ticket = await ticketOf('supervisor', 'ewa');

    const none = await connect(['ringback']);
    const guessed = await connect(['ringback', 'ticket.guessed']);
    const foreign = await connect(['ringback', `ticket.${ticket}`], 'https://evil.example');
    const page = await connect(['ringback', `ticket.${ticket}`]);
    const again = await connect(['ringback', `ticket.${ticket}`]);

    expect([none, guessed, foreign, again]).toEqual([401, 401, 403, 401]);
    expect(page).toMatchObject({ socket: { protocol: 'ringback' } });
    (page as Page).socket.terminate();
  });

  it('gets no ticket without a token', async () => {
    const answer = await fetch(`${running.url}/v1/live`, { method: 'POST' });

    expect(answer.status).toBe(401);
  });

  it('is told what its person may see, and no personal data', async () => {
    const ewa = await pageOf('supervisor', 'ewa');
    const anna = await pageOf('agent', 'anna.nowak');
    const other = await pageOf('agent', 'piotr.wisniewski');
    await known();
    await clinic.import();
    await clinic.switchTo('running');

    await clinic.until(() => clinic.callsTo(JAN) > 0);
    await clinic.until(() => clinic.events.some(({ type }) => type === 'record.classified'));
    await clinic.minutes(1);
    await settled();

    expect(notices(ewa).length).toBeGreaterThan(3);
    expect(notices(ewa).every(({ desk }) => desk === undefined)).toBe(true);
    expect(ewa.heard.join(' ')).not.toMatch(/600700|Osoba|anna|801|802/);
    expect(notices(anna).length).toBeGreaterThan(0);
    expect(notices(anna).every(({ changed, desk }) => changed.length === 0 && desk)).toBe(true);
    for (const page of [ewa, anna, other]) page.socket.terminate();
  });

  it('is told many changes as one', async () => {
    const ewa = await pageOf('supervisor', 'ewa');
    await known();
    const people = Array.from({ length: 300 }, (_, n) => ({
      phones: [`+48601${String(n).padStart(6, '0')}`],
    }));
    const token = await localToken(running, 'administrator', undefined);
    if ('wrong' in token) throw new Error(token.wrong);
    const added = await fetch(`${running.url}/v1/campaigns/spring-recall/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ records: people }),
    });
    await clinic.minutes(1);
    await settled();

    expect(added.status).toBe(200);
    const about = notices(ewa);
    expect(about.some(({ changed }) => changed.some((one) => 'more' in one))).toBe(true);
    expect(about.length).toBeLessThan(40);
    ewa.socket.terminate();
  });

  it('is forgotten when it goes, and also when nobody hears of its end', async () => {
    const [api] = clinic.centre.cloud.webSockets.all();
    const [goes, vanishes] = [await pageOf('supervisor', 'ewa'), await pageOf('supervisor', 'ewa')];
    expect(await stored()).toBe(2);

    goes.socket.terminate();
    await expect.poll(stored).toBe(1);
    api?.stop();
    await known();
    await clinic.switchTo('paused');
    await clinic.minutes(1);

    expect(await stored()).toBe(0);
    vanishes.socket.terminate();
  });
});

/** Connections that the functions know of. */
async function stored(): Promise<number> {
  const { cloud } = clinic.centre;
  const db = new DynamoDBClient(cloud.clientConfig());
  const tables = cloud.resources.filter(({ type }) => type.startsWith('AWS::DynamoDB::'));
  const runtime = tables.find(({ logicalId }) => logicalId.startsWith('Runtime'));
  const { Count = 0 } = await db.send(
    new QueryCommand({
      TableName: runtime?.ref ?? '',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'live' } },
    }),
  );
  return Count;
}

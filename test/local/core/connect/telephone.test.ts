// The local telephone as a page in a browser uses it: over HTTP, with a person's token.
import { ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { describe, expect, it, onTestFinished } from 'vitest';
import { localConnect } from '../../../../lib/local/connect/local-connect.ts';
import type { LocalCloud } from '../../../../lib/local/local-cloud.ts';
import { behaviour } from '../../../../lib/simulation/phone-network/behaviour.ts';
import { seededRandom } from '../../../../lib/simulation/random.ts';
import { startCloud } from '../support/assembly.ts';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const ANN = '+48601100200';

const moves = (NextAction: string) => ({
  NextAction,
  Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }],
});

/** To the queue that the call names. */
const TO_QUEUE = {
  Version: '2019-10-30',
  StartAction: 'name',
  Actions: [
    {
      Identifier: 'name',
      Type: 'UpdateContactTargetQueue',
      Parameters: { QueueId: '$.Attributes.queueArn' },
      Transitions: moves('queue'),
    },
    {
      Identifier: 'queue',
      Type: 'TransferContactToQueue',
      Parameters: {},
      Transitions: {
        NextAction: 'bye',
        Errors: [
          { ErrorType: 'NoMatchingError', NextAction: 'bye' },
          { ErrorType: 'QueueAtCapacity', NextAction: 'bye' },
        ],
      },
    },
    { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
};

async function centre() {
  const phone = localConnect({ callsPerSecond: 2, burst: 5 });
  const team = { InstanceArn: arnOf('Instance') };
  const cloud = await startCloud(
    {
      stacks: {
        connect: {
          Resources: {
            Instance: {
              Type: 'AWS::Connect::Instance',
              Properties: { IdentityManagementType: 'CONNECT_MANAGED', Attributes: {} },
            },
            Hours: {
              Type: 'AWS::Connect::HoursOfOperation',
              // never open: nobody comes to work by themselves
              Properties: { ...team, Name: 'never', TimeZone: 'UTC', Config: [] },
            },
            Queue: {
              Type: 'AWS::Connect::Queue',
              Properties: {
                ...team,
                Name: 'ringback sales',
                HoursOfOperationArn: { 'Fn::GetAtt': ['Hours', 'HoursOfOperationArn'] },
              },
            },
            Group: {
              Type: 'AWS::Connect::RoutingProfile',
              Properties: {
                ...team,
                Name: 'ringback team',
                Description: 'the team',
                DefaultOutboundQueueArn: { 'Fn::GetAtt': ['Queue', 'QueueArn'] },
                MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
                QueueConfigs: [
                  {
                    Priority: 1,
                    Delay: 0,
                    QueueReference: {
                      Channel: 'VOICE',
                      QueueArn: { 'Fn::GetAtt': ['Queue', 'QueueArn'] },
                    },
                  },
                ],
              },
            },
            Flow: {
              Type: 'AWS::Connect::ContactFlow',
              Properties: {
                ...team,
                Name: 'outbound',
                Type: 'CONTACT_FLOW',
                Content: JSON.stringify(TO_QUEUE),
              },
            },
            Lunch: {
              Type: 'AWS::Connect::AgentStatus',
              Properties: { ...team, Name: 'Lunch', State: 'ENABLED', Type: 'CUSTOM' },
            },
          },
        },
      },
    },
    { extensions: [phone.extension] },
  );
  const people = behaviour({
    callees: { scripts: { [ANN]: ['answers'] }, hangsUp: 0 },
    agents: { accept: { mean: 1, variation: 0.01 } },
  });
  phone.open({
    agents: [
      { id: 'eva', profile: 'team' },
      { id: 'tom', profile: 'team' },
    ],
    behaviour: people,
    random: seededRandom('1'),
    classify: () => {},
  });
  const pool = cloud.userPools.create();
  const client = {
    id: 'console',
    name: 'console',
    secret: undefined,
    flows: ['code'],
    scopes: [],
    callbacks: [],
    accessFor: 3600,
  };
  pool.clients.set('console', client);
  const tokenOf = async (username: string, groups: readonly string[] = ['agent']) =>
    (await pool.tokensFor({ username, groups }, client)).access_token;
  const queue = String(cloud.resource('Queue').ref);
  const dial = () =>
    new ConnectClient(cloud.clientConfig()).send(
      new StartOutboundVoiceContactCommand({
        InstanceId: cloud.resource('Instance').ref.split('/').at(-1),
        ContactFlowId: cloud.resource('Flow').ref.split('/').at(-1),
        DestinationPhoneNumber: ANN,
        QueueId: queue.split('/').at(-1),
        Attributes: { campaign: 'spring', record: 'r1', attempt: 'a1', queueArn: queue },
      }),
    );
  return { cloud, tokenOf, queue, dial };
}

interface Shown {
  readonly state: { readonly kind: string; readonly name?: string };
  readonly next?: object;
  readonly breaks: readonly string[];
  readonly destinations: readonly object[];
  readonly call?: Readonly<Record<string, unknown>>;
}

/** Reads the stream, and sends commands; what was shown last is in `shown`. */
async function sitDown(cloud: LocalCloud, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const going = new AbortController();
  onTestFinished(() => going.abort());
  const events = await fetch(`${cloud.endpoint}/telephone/events`, {
    headers,
    signal: going.signal,
  });
  const all: { event: string; data: unknown }[] = [];
  const waiting = new Set<() => void>();
  const reading = async () => {
    let text = '';
    for await (const chunk of events.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        all.push({ event, data: JSON.parse(data) });
      }
      for (const look of waiting) look();
    }
  };
  reading().catch(() => {});
  const last = (kind: string) => all.findLast(({ event }) => event === kind)?.data;
  const shown = () => last('telephone') as Shown | undefined;
  const until = (is: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!is()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return {
    status: events.status,
    type: events.headers.get('content-type'),
    shown,
    clock: () => last('clock'),
    until,
    untilShown: (is: (view: Shown) => boolean) =>
      until(() => {
        const view = shown();
        return view !== undefined && is(view);
      }),
    send: async (path: string, body: object) => {
      const answer = await fetch(`${cloud.endpoint}/telephone/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      const said = (await answer.json()) as { message?: string };
      return `${answer.status}${said.message === undefined ? '' : ` ${said.message}`}`;
    },
    close: () => going.abort(),
  };
}

describe('the local telephone', () => {
  it('lets a person take a call: it is there, is held, handed on and finished', async () => {
    const { cloud, tokenOf, dial, queue } = await centre();
    const desk = await sitDown(cloud, await tokenOf('eva'));
    await desk.untilShown(({ state }) => state.kind === 'offline');
    const before = desk.shown();

    await desk.send('commands', { do: 'become', state: 'available' });
    cloud.people.choose(60);
    await dial();
    cloud.time.resume();
    await desk.untilShown(({ call }) => call?.phase === 'talking');
    const talking = desk.shown()?.call;
    await desk.send('commands', { do: 'hold', on: true });
    await desk.send('commands', { do: 'mute', on: true });
    await desk.untilShown(({ call }) => call?.muted === true);
    const held = desk.shown()?.call;
    const handedOn = await desk.send('commands', { do: 'transfer', to: queue });
    await desk.untilShown(({ call }) => call?.phase === 'wrap-up');
    await desk.send('commands', { do: 'become', state: 'break', name: 'Lunch' });
    await desk.untilShown(({ next }) => next !== undefined);
    const leaving = desk.shown();
    await desk.send('commands', { do: 'finish' });
    await desk.untilShown(({ state }) => state.kind === 'break');
    cloud.time.pause();

    expect([desk.status, desk.type]).toEqual([200, 'text/event-stream']);
    expect(before?.breaks).toEqual(['Lunch']);
    expect(before?.destinations).toEqual([{ kind: 'queue', arn: queue, name: 'sales' }]);
    expect(talking).toMatchObject({
      direction: 'outbound',
      byHand: false,
      onHold: false,
      campaign: 'spring',
      record: 'r1',
      attempt: 'a1',
    });
    expect(held).toMatchObject({ onHold: true, muted: true });
    expect(handedOn).toBe('200');
    expect(leaving).toMatchObject({ next: { kind: 'break', name: 'Lunch' } });
    expect(desk.shown()?.state).toMatchObject({ kind: 'break', name: 'Lunch' });
  });

  it('tells what time it is and how fast it passes, and holds the clock while somebody reads', async () => {
    const { cloud, tokenOf } = await centre();
    const desk = await sitDown(cloud, await tokenOf('eva'));
    await desk.until(() => desk.clock() !== undefined);
    const first = desk.clock();

    const answers = [
      await desk.send('pace', { speed: 10 }),
      await desk.send('pace', { speed: 7 }),
      await desk.send('pace', {}),
    ];
    await desk.until(() => JSON.stringify(desk.clock()).includes('"speed":10'));
    const during = cloud.time.pace;
    await desk.send('leave', {});

    expect(first).toEqual({
      now: cloud.time.iso(),
      outside: expect.any(String),
      speed: 1,
      speeds: [1, 2, 5, 10, 30, 60],
      people: ['eva'],
      pace: 1,
    });
    expect(answers).toEqual([
      '200',
      '400 speed is one of 1, 2, 5, 10, 30, 60',
      '400 speed is one of 1, 2, 5, 10, 30, 60',
    ]);
    expect([during, cloud.time.pace]).toEqual([10, Number.POSITIVE_INFINITY]);
    expect(await desk.send('commands', { do: 'finish' })).toBe(
      '409 open the telephone first: read its events',
    );
  });

  it('tells supervisors both clocks, who is there and who chose the speed, and holds no time for them', async () => {
    const { cloud, tokenOf } = await centre();
    const anna = await tokenOf('anna', ['supervisor']);
    const clock = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${cloud.endpoint}/telephone/clock`, { headers });
      return [answer.status, (await answer.json()) as { outside: string }] as const;
    };
    const alone = await clock(anna);
    const desk = await sitDown(cloud, await tokenOf('eva'));
    await desk.send('pace', { speed: 5 });
    const [, watched] = await clock(anna);

    // no pace: it jumps
    const known = { now: cloud.time.iso(), outside: expect.any(String), speeds: expect.any(Array) };
    expect(alone).toEqual([200, { ...known, speed: 1, people: [] }]);
    expect(watched).toEqual({ ...known, speed: 5, people: ['eva'], chosenBy: 'eva', pace: 5 });
    expect(Math.abs(Date.parse(watched.outside) - Date.now())).toBeLessThan(60_000);
    expect((await clock('none'))[0]).toBe(401);
  });

  it('refuses who has no token, is no agent, does not work here, or asks for what is not there', async () => {
    const { cloud, tokenOf } = await centre();
    const statusOf = async (token: string) => (await sitDown(cloud, token)).status;
    const desk = await sitDown(cloud, await tokenOf('eva'));
    await desk.until(() => desk.shown() !== undefined);

    expect(await statusOf('none')).toBe(401);
    expect(await statusOf(await tokenOf('anna', ['supervisor']))).toBe(403);
    expect(await statusOf(await tokenOf('nobody'))).toBe(409);
    expect(await desk.send('commands', { do: 'accept' })).toBe('409 no call rings any more');
    expect(await desk.send('commands', { do: 'transfer', to: 'arn' })).toBe(
      '409 there is no such destination, or the agent has left',
    );
    expect(await desk.send('commands', { do: 'become', state: 'break', name: 'Siesta' })).toBe(
      "409 there is no break 'Siesta'; there are: Lunch",
    );
    expect(await desk.send('commands', { do: 'dance' })).toMatch(/^400 /);
    expect(await desk.send('elsewhere', {})).toBe('404 there is no such thing');
  });
});

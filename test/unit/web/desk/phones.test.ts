// Every telephone tells the same of the same call, and passes on what the agent wants.
import { describe, expect, it, onTestFinished } from 'vitest';
import { localPhone } from '../../../../web/desk/phone/local-phone.ts';
import type { Phone, PhoneStatus } from '../../../../web/desk/phone/phone.ts';
import { phoneOver, type Streams } from '../../../../web/desk/phone/softphone.ts';
import { phoneIn, type Workspace } from '../../../../web/desk/phone/workspace-phone.ts';

interface Fake {
  readonly phone: Phone;
  /** What the telephone was told to do. */
  readonly told: readonly string[];
  /** The call rings, was accepted, is on hold, in its wrap-up. */
  turn(to: 'ringing' | 'talking' | 'held' | 'wrap-up'): void | Promise<void>;
}

const VIEW = {
  state: { kind: 'available' },
  breaks: ['Lunch'],
  destinations: [{ kind: 'queue', arn: 'arn:sales', name: 'sales' }],
};
const CALL = {
  contact: 'c1',
  direction: 'inbound',
  byHand: true,
  muted: false,
  phone: '+48601100200',
  campaign: 'spring',
  record: 'ann',
  attempt: 'a1',
};

const rest = () => new Promise<void>(() => {});
const counter = () => 0;

/** The local cloud's, over HTTP. */
function local(): Fake {
  const told: string[] = [];
  const opened = Promise.withResolvers<(text: string) => void>();
  const send = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (String(url).endsWith('/events'))
      return new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) =>
            opened.resolve((text) => controller.enqueue(new TextEncoder().encode(text))),
        }),
      );
    const { do: what, ...more } = JSON.parse(String(init?.body));
    if (what === 'finish') return Response.json({ message: 'nothing to finish' }, { status: 409 });
    told.push([what, ...Object.values(more)].join(' '));
    return Response.json({});
  };
  const show = async (call: object) => {
    // nobody hears what is told before the stream is open
    const write = await opened.promise;
    write(`event: telephone\ndata: ${JSON.stringify({ ...VIEW, call: { ...CALL, ...call } })}\n\n`);
  };
  return {
    phone: localPhone(
      'http://here/telephone',
      { token: async () => 'token' },
      { send, rest, counter },
    ),
    told,
    turn: (to) => show({ phase: to === 'held' ? 'talking' : to, onHold: to === 'held' }),
  };
}

/** The agent workspace's, by its SDK. */
function workspace(): Fake {
  const told: string[] = [];
  const on = new Map<string, (event: { contactId: string }) => unknown>();
  const listening = new Proxy(
    {},
    { get: (_, name: string) => (run: never) => void on.set(name, run) },
  ) as Record<string, never>;
  const note = (what: string) => async (of?: unknown) => void told.push(`${what} ${String(of)}`);
  const states = [
    { name: 'Available', type: 'routable', agentStateARN: 'arn:available' },
    { name: 'Lunch', type: 'not_routable', agentStateARN: 'arn:lunch' },
  ];
  const parts = {
    agent: {
      getAvailabilityState: async () => states[0],
      listAvailabilityStates: async () => states,
      setAvailabilityState: note('become'),
      setOffline: note('offline'),
      getRoutingProfileQueues: async () => [{ queueARN: 'arn:q' }],
      listQuickConnects: async () => ({
        quickConnects: [{ type: 'queue', endpointARN: 'arn:sales', name: 'sales' }],
      }),
      onAvailabilityStateChanged: () => {},
      onNextAvailabilityStateChanged: () => {},
    },
    contacts: {
      listContacts: async () => [],
      getAttributes: async () => ({ campaign: 'spring', record: 'ann', attempt: 'a1' }),
      getInitialContactId: async () => 'c1',
      isAutoAcceptEnabled: async () => false,
      accept: note('accept'),
      reject: note('reject'),
      disconnectSelf: note('hang-up'),
      clear: async () => Promise.reject(new Error('nothing to finish')),
      transfer: async (_: string, to: { name: string }) => void told.push(`transfer ${to.name}`),
      ...Object.fromEntries(
        ['onIncoming', 'onConnecting', 'onConnected', 'onStartingAcw', 'onCleared', 'onMissed'].map(
          (name) => [name, listening[name]],
        ),
      ),
    },
    voice: {
      createOutboundCall: async (number: string) => {
        told.push(`call ${number}`);
        return { contactId: 'c1' };
      },
      getInitialCustomerPhoneNumber: async () => '+48601100200',
      holdSelf: note('hold'),
      resumeSelf: note('resume'),
      onSelfHold: listening.onSelfHold,
      onSelfResume: listening.onSelfResume,
    },
  };
  const events = {
    ringing: 'onIncoming',
    talking: 'onConnected',
    held: 'onSelfHold',
    'wrap-up': 'onStartingAcw',
  } as const;
  return {
    phone: phoneIn(parts as unknown as Workspace),
    told,
    turn: (to) => on.get(events[to])?.({ contactId: 'c1' }) as Promise<void>,
  };
}

/** Connect's softphone, by amazon-connect-streams. */
function streams(): Fake {
  const told: string[] = [];
  let state = 'incoming';
  let isHeld = false;
  let refresh = () => {};
  type Done = { success?: (data?: unknown) => void; failure?: (why: unknown) => void };
  const note =
    (what: string) =>
    ({ success }: Done) => {
      told.push(what);
      success?.();
    };
  const connection = {
    destroy: note('hang-up'),
    hold: note('hold'),
    resume: note('resume'),
    isOnHold: () => isHeld,
    getEndpoint: () => ({ phoneNumber: '+48601100200' }),
  };
  const value = (text: string) => ({ value: text });
  const contact = {
    contactId: 'c1',
    getState: () => ({ type: state }),
    getType: () => 'voice',
    getAttributes: () => ({
      campaign: value('spring'),
      record: value('ann'),
      attempt: value('a1'),
    }),
    isInbound: () => true,
    getOriginalContactId: () => 'c1',
    getInitialConnection: () => connection,
    getAgentConnection: () => connection,
    accept: note('accept'),
    reject: note('reject'),
    clear: ({ failure }: Done) => failure?.('nothing to finish'),
    addConnection: (to: { name: string }, { success }: Done) => {
      told.push(`transfer ${to.name}`);
      success?.();
    },
  };
  const states = [
    { name: 'Available', type: 'routable' },
    { name: 'Lunch', type: 'not_routable' },
  ];
  const agent = {
    getState: () => states[0],
    getAgentStates: () => states,
    setState: (to: { name: string }, { success }: Done) => {
      told.push(`become ${to.name}`);
      success?.();
    },
    getContacts: () => [contact],
    connect: ({ name }: { name: string }, { success }: Done) => {
      told.push(`call ${name}`);
      success?.();
    },
    getAllQueueARNs: () => ['arn:q'],
    getEndpoints: (_: unknown, { success }: Done) =>
      success?.({ endpoints: [{ type: 'queue', endpointARN: 'arn:sales', name: 'sales' }] }),
    mute: () => void told.push('mute'),
    unmute: () => void told.push('unmute'),
    onRefresh: (run: () => void) => {
      refresh = run;
    },
    onMuteToggle: () => {},
  };
  const library = {
    core: { initCCP: () => {}, terminate: () => {} },
    Endpoint: { byPhoneNumber: (name: string) => ({ name }) },
    agent: (run: (known: unknown) => void) => run(agent),
  };
  const phases = {
    ringing: 'incoming',
    talking: 'connected',
    held: 'connected',
    'wrap-up': 'ended',
  };
  return {
    phone: phoneOver(library as unknown as Streams, () => {}),
    told,
    turn(to) {
      state = phases[to];
      isHeld = to === 'held';
      refresh();
    },
  };
}

/** What is shown, once it is so. */
function shownBy(phone: Phone) {
  const seen: PhoneStatus[] = [];
  const waiting = new Set<() => void>();
  const end = phone.open({
    status: (status) => {
      seen.push(status);
      for (const look of waiting) look();
    },
    pace: () => {},
  });
  onTestFinished(end);
  return (is: (view: Extract<PhoneStatus, { kind: 'there' }>['view']) => boolean) =>
    new Promise<Extract<PhoneStatus, { kind: 'there' }>['view']>((resolve) => {
      const look = () => {
        const last = seen.at(-1);
        if (last?.kind !== 'there' || !is(last.view)) return;
        waiting.delete(look);
        resolve(last.view);
      };
      waiting.add(look);
      look();
    });
}

describe.each([
  ['of the local cloud', local],
  ['of the agent workspace', workspace],
  ['of the softphone', streams],
])('the telephone %s', (_, make) => {
  it('tells of a call as it goes on', async () => {
    const fake = make();
    const shown = shownBy(fake.phone);

    await fake.turn('ringing');
    const ringing = await shown(
      ({ call, destinations }) => call?.phase === 'ringing' && destinations.length > 0,
    );
    await fake.turn('talking');
    const talking = await shown(({ call }) => call?.phase === 'talking');
    await fake.turn('held');
    const held = await shown(({ call }) => call?.onHold === true);
    await fake.turn('wrap-up');
    const wrapUp = await shown(({ call }) => call?.phase === 'wrap-up');

    expect(ringing).toMatchObject({
      state: { kind: 'available' },
      breaks: ['Lunch'],
      destinations: [{ kind: 'queue', arn: 'arn:sales', name: 'sales' }],
      call: CALL,
    });
    expect([talking.call?.onHold, held.call?.phase, wrapUp.call?.contact]).toEqual([
      false,
      'talking',
      'c1',
    ]);
  });

  it('passes on what the agent wants, and says why something was refused', async () => {
    const fake = make();
    const { phone, told } = fake;
    const shown = shownBy(phone);
    await fake.turn('talking');
    const { destinations } = await shown((view) => view.destinations.length > 0);

    await phone.become('break', 'Lunch');
    await phone.accept();
    await phone.call('+48600100300');
    await phone.hold(true);
    await phone.hangUp();
    for (const to of destinations) await phone.transfer(to);
    const typed = { kind: 'number', arn: '+48600100200', name: '+48600100200' } as const;
    const outside = phone.transfer(typed);
    if (phone.takesNumbers) await outside;
    // the workspace has a place of its own for it
    else await expect(outside).rejects.toThrow('in the workspace');

    expect(told.map((one) => one.split(' ')[0])).toEqual(
      expect.arrayContaining(['become', 'accept', 'hold', 'hang-up', 'transfer']),
    );
    expect(told).toContain('call +48600100300');
    expect(told.some((one) => one.includes('+48600100200'))).toBe(phone.takesNumbers);
    await expect(phone.finish()).rejects.toThrow('nothing to finish');
  });
});

describe('the telephone of the local cloud that is lost', () => {
  const HEARD = `event: telephone\ndata: ${JSON.stringify(VIEW)}\n\n`;

  it('is there again by itself, and meanwhile says that it is not', async () => {
    const answers = [new Response(HEARD), undefined, new Response(HEARD)];
    // the third stream holds
    const moments = [0, 5, 5, 5, 5, 40_000];
    const rests: number[] = [];
    const seen: string[] = [];
    const done = Promise.withResolvers<void>();
    const phone = localPhone(
      'http://here/telephone',
      { token: async () => 'token' },
      {
        // the second time nobody answers
        send: async () => answers.shift() ?? Promise.reject(new TypeError('no network')),
        rest: async (ms) => {
          rests.push(ms);
          if (rests.length === 3) done.resolve();
          if (rests.length >= 3) await rest();
        },
        counter: () => moments.shift() ?? 0,
      },
    );
    onTestFinished(phone.open({ status: ({ kind }) => void seen.push(kind), pace: () => {} }));
    await done.promise;

    expect(seen).toEqual(['there', 'connecting', 'connecting', 'there', 'connecting']);
    expect(rests).toEqual([1000, 2000, 1000]);
  });

  it('is asked for ever more seldom while its stream ends at once', async () => {
    const rests: number[] = [];
    const done = Promise.withResolvers<void>();
    const phone = localPhone(
      'http://here/telephone',
      { token: async () => 'token' },
      {
        send: async () => new Response(HEARD),
        rest: async (ms) => {
          rests.push(ms);
          if (rests.length < 6) return;
          done.resolve();
          await rest();
        },
        counter,
      },
    );
    onTestFinished(phone.open({ status: () => {}, pace: () => {} }));
    await done.promise;

    expect(rests).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });

  it('asks for a new token when the one it had is refused, and says why it is not let in', async () => {
    const afresh: (boolean | undefined)[] = [];
    const done = Promise.withResolvers<string>();
    const phone = localPhone(
      'http://here/telephone',
      {
        token: async (again) => {
          afresh.push(again);
          return 'token';
        },
      },
      {
        send: async () => Response.json({ message: 'Unauthorized' }, { status: 401 }),
        rest: async () => {
          if (afresh.length > 1) await rest();
        },
        counter,
      },
    );
    const end = phone.open({
      status: (status) => {
        if (afresh.length > 1 && status.kind === 'refused') done.resolve(status.because);
      },
      pace: () => {},
    });
    onTestFinished(end);

    expect(await done.promise).toBe('Unauthorized');
    expect(afresh).toEqual([false, true]);
  });
});

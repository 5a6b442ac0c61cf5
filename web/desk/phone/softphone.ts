// Connect's softphone inside this page, by amazon-connect-streams: its panel is loaded in a frame
// that nobody sees, which has the voice. One signs in to Connect in a window of its own.
// https://github.com/amazon-connect/amazon-connect-streams/blob/master/Documentation.md
import { CONNECT_REFUSES, isBreak, ofAttributes, stateKindOf } from './connect-states.ts';
import {
  type Destination,
  type Phone,
  type PhoneCall,
  type PhoneListener,
  PhoneRefusal,
  type PhoneView,
} from './phone.ts';

interface Callbacks {
  readonly success?: (data: never) => void;
  readonly failure?: (error: unknown) => void;
}

interface StreamsState {
  readonly name: string;
  readonly type: string;
}

interface StreamsEndpoint {
  readonly endpointARN: string;
  readonly type: string;
  readonly name: string;
}

interface StreamsConnection {
  destroy(callbacks: Callbacks): void;
  hold(callbacks: Callbacks): void;
  resume(callbacks: Callbacks): void;
  isOnHold(): boolean;
  getEndpoint(): { readonly phoneNumber?: string | null };
}

export interface StreamsContact {
  readonly contactId: string;
  getState(): { readonly type: string; readonly timestamp?: Date };
  getType(): string;
  getAttributes(): Readonly<Record<string, { readonly value?: string }>>;
  isInbound(): boolean;
  getOriginalContactId(): string;
  isAutoAccept?(): boolean;
  getInitialConnection(): StreamsConnection | undefined;
  getAgentConnection(): StreamsConnection | undefined;
  accept(callbacks: Callbacks): void;
  reject(callbacks: Callbacks): void;
  clear(callbacks: Callbacks): void;
  addConnection(endpoint: StreamsEndpoint, callbacks: Callbacks): void;
}

export interface StreamsAgent {
  getState(): StreamsState & { readonly startTimestamp?: Date };
  getNextState?(): StreamsState | null | undefined;
  getAgentStates(): readonly StreamsState[];
  setState(state: StreamsState, callbacks: Callbacks, options: { enqueueNextState: boolean }): void;
  getContacts(): readonly StreamsContact[];
  getAllQueueARNs(): readonly string[];
  connect(endpoint: StreamsEndpoint, callbacks: Callbacks): void;
  getEndpoints(queues: readonly string[], callbacks: Callbacks): void;
  mute(): void;
  unmute(): void;
  onRefresh(run: () => void): void;
  onMuteToggle(run: (toggled: { readonly muted: boolean }) => void): void;
}

/** The part of the library that is used. */
export interface Streams {
  readonly core: {
    initCCP(container: HTMLElement, settings: object): void;
    onAccessDenied?(run: () => void): void;
    onAuthFail?(run: () => void): void;
    terminate(): void;
  };
  agent(run: (agent: StreamsAgent) => void): void;
  readonly Endpoint: { byPhoneNumber(number: string): StreamsEndpoint };
}

/** @param instance address of the Connect instance */
export async function softphone(instance: string): Promise<Phone> {
  await import('amazon-connect-streams/release/connect-streams-min.js');
  const { connect } = globalThis as unknown as { readonly connect: Streams };
  const frame = document.createElement('div');
  frame.className = 'hidden';
  document.body.append(frame);
  return phoneOver(connect, (streams) =>
    streams.core.initCCP(frame, {
      ccpUrl: `${instance}/ccp-v2/`,
      loginPopup: true,
      loginPopupAutoClose: true,
      softphone: { allowFramedSoftphone: true },
    }),
  );
}

const PHASES: Readonly<Record<string, PhoneCall['phase']>> = {
  incoming: 'ringing',
  pending: 'ringing',
  connecting: 'ringing',
  connected: 'talking',
  ended: 'wrap-up',
};

/** @param begin loads the panel, which then tells of the agent */
export function phoneOver(streams: Streams, begin: (streams: Streams) => void): Phone {
  let agent: StreamsAgent | undefined;
  let muted = false;
  let handOn: readonly (Destination & { readonly endpoint: StreamsEndpoint })[] = [];
  const callOf = () => agent?.getContacts().find((one) => one.getType() === 'voice');
  const there = (): StreamsAgent => {
    if (agent === undefined) throw new PhoneRefusal('the softphone is not there yet');
    return agent;
  };
  const contact = (): StreamsContact => {
    const found = callOf();
    if (found === undefined) throw new PhoneRefusal('there is no call any more');
    return found;
  };
  const show = (listener: PhoneListener) => {
    if (agent === undefined) return;
    const call = callOf();
    listener.status({
      kind: 'there',
      view: { ...stateOf(agent), destinations: handOn, call: call && callView(call, muted) },
    });
  };
  return {
    open(listener) {
      const refused = () => listener.status({ kind: 'refused', because: CONNECT_REFUSES });
      streams.core.onAccessDenied?.(refused);
      streams.core.onAuthFail?.(refused);
      streams.agent((known) => {
        agent = known;
        known.onRefresh(() => show(listener));
        known.onMuteToggle((toggled) => {
          muted = toggled.muted;
          show(listener);
        });
        show(listener);
        void endpointsOf(known).then((found) => {
          handOn = found;
          show(listener);
        });
      });
      begin(streams);
      return () => streams.core.terminate();
    },
    async become(state, name) {
      const wanted = there()
        .getAgentStates()
        .find((one) =>
          state === 'break'
            ? isBreak(one) && one.name === name
            : one.type === (state === 'available' ? 'routable' : 'offline'),
        );
      if (wanted === undefined) throw new PhoneRefusal(`Connect has no state '${name ?? state}'`);
      await asked((callbacks) =>
        there().setState(wanted, callbacks, { enqueueNextState: callOf() !== undefined }),
      );
    },
    call: (number) =>
      asked((callbacks) => there().connect(streams.Endpoint.byPhoneNumber(number), callbacks)),
    accept: () => asked((callbacks) => contact().accept(callbacks)),
    reject: () => asked((callbacks) => contact().reject(callbacks)),
    hangUp: () => asked((callbacks) => own(contact().getAgentConnection()).destroy(callbacks)),
    hold: (on) =>
      asked((callbacks) => {
        const customer = own(contact().getInitialConnection());
        if (on) customer.hold(callbacks);
        else customer.resume(callbacks);
      }),
    async mute(on) {
      if (on) there().mute();
      else there().unmute();
    },
    async transfer(to) {
      const found = handOn.find(({ arn }) => arn === to.arn)?.endpoint;
      const isTyped = found === undefined && to.kind === 'number';
      const endpoint = isTyped ? streams.Endpoint.byPhoneNumber(to.arn) : found;
      if (endpoint === undefined) throw new PhoneRefusal('there is no such destination any more');
      await asked((callbacks) => contact().addConnection(endpoint, callbacks));
      await asked((callbacks) => own(contact().getAgentConnection()).destroy(callbacks));
    },
    takesNumbers: true,
    finish: () => asked((callbacks) => contact().clear(callbacks)),
  };
}

function stateOf(agent: StreamsAgent): Pick<PhoneView, 'state' | 'next' | 'breaks'> {
  const { name, type, startTimestamp } = agent.getState();
  const kind = stateKindOf(type, name);
  const wanted = agent.getNextState?.() ?? undefined;
  const next = wanted && stateKindOf(wanted.type, wanted.name);
  return {
    state: { kind, since: startTimestamp?.toISOString(), ...(kind === 'break' && { name }) },
    ...((next === 'break' || next === 'offline') && {
      next: { kind: next, ...(next === 'break' && { name: wanted?.name }) },
    }),
    breaks: agent
      .getAgentStates()
      .filter(isBreak)
      .map((one) => one.name),
  };
}

function callView(contact: StreamsContact, muted: boolean): PhoneCall | undefined {
  const { type, timestamp } = contact.getState();
  const phase = PHASES[type];
  if (phase === undefined) return undefined;
  const id = contact.contactId;
  const attributes = Object.entries(contact.getAttributes()).map(
    ([name, { value }]) => [name, value] as const,
  );
  const isFirst = contact.getOriginalContactId() === id;
  const direction = contact.isInbound() ? 'inbound' : 'outbound';
  const whose = ofAttributes(Object.fromEntries(attributes));
  // calls of ours name their record from the start
  const isByHand = type === 'connecting' && direction === 'outbound' && !whose.attempt;
  return {
    contact: id,
    phase: isByHand ? 'dialing' : phase,
    since: timestamp?.toISOString(),
    direction: isFirst ? direction : 'transfer',
    byHand: contact.isAutoAccept?.() !== true,
    onHold: contact.getInitialConnection()?.isOnHold() ?? false,
    muted,
    phone: contact.getInitialConnection()?.getEndpoint().phoneNumber ?? undefined,
    ...whose,
  };
}

async function endpointsOf(agent: StreamsAgent) {
  const queues = agent.getAllQueueARNs();
  const { endpoints } = await asked<{ readonly endpoints: readonly StreamsEndpoint[] }>(
    (callbacks) => agent.getEndpoints(queues, callbacks),
  ).catch(() => ({ endpoints: [] }));
  return endpoints.map((endpoint) => ({
    kind: KINDS[endpoint.type] ?? ('number' as const),
    arn: endpoint.endpointARN,
    name: endpoint.name,
    endpoint,
  }));
}

const KINDS: Readonly<Record<string, Destination['kind']>> = {
  queue: 'queue',
  agent: 'agent',
  phone_number: 'number',
};

function own(connection: StreamsConnection | undefined): StreamsConnection {
  if (connection === undefined) throw new PhoneRefusal('there is no call any more');
  return connection;
}

/** The library answers by callbacks. */
const asked = <T = void>(ask: (callbacks: Callbacks) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    ask({
      success: (data: never) => resolve(data as T),
      failure: (error) => reject(new PhoneRefusal(String(error))),
    });
  });

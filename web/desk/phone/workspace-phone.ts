// The telephone of Connect's agent workspace, in which this page stands as a third-party app: the
// voice is the workspace's, and so is muting it.
// https://docs.aws.amazon.com/agentworkspace/latest/devguide/what-is-service.html
import { AmazonConnectApp } from '@amazon-connect/app';
import { AgentClient, ContactClient } from '@amazon-connect/contact';
import { VoiceClient } from '@amazon-connect/voice';
import { serverNow } from '../../kit/clock/server-clock.ts';
import { isBreak, ofAttributes, stateKindOf } from './connect-states.ts';
import {
  type Destination,
  type Phone,
  type PhoneCall,
  type PhoneListener,
  PhoneRefusal,
} from './phone.ts';

export interface Workspace {
  readonly agent: Pick<
    AgentClient,
    | 'getAvailabilityState'
    | 'listAvailabilityStates'
    | 'setAvailabilityState'
    | 'setOffline'
    | 'getRoutingProfileQueues'
    | 'listQuickConnects'
    | 'onAvailabilityStateChanged'
    | 'onNextAvailabilityStateChanged'
  >;
  readonly contacts: Pick<
    ContactClient,
    | 'listContacts'
    | 'getAttributes'
    | 'getInitialContactId'
    | 'isAutoAcceptEnabled'
    | 'accept'
    | 'reject'
    | 'disconnectSelf'
    | 'clear'
    | 'transfer'
    | 'onIncoming'
    | 'onConnecting'
    | 'onConnected'
    | 'onStartingAcw'
    | 'onCleared'
    | 'onMissed'
  >;
  readonly voice: Pick<
    VoiceClient,
    | 'createOutboundCall'
    | 'getInitialCustomerPhoneNumber'
    | 'holdSelf'
    | 'resumeSelf'
    | 'onSelfHold'
    | 'onSelfResume'
  >;
}

type ConnectClientConfig = ConstructorParameters<typeof VoiceClient>[0];

export function workspacePhone(): Phone {
  const { provider } = AmazonConnectApp.init({
    onCreate: async () => {},
    onDestroy: async () => {},
  });
  // published against two versions of one core, whose private members differ
  const of = provider as unknown as ConnectClientConfig;
  return phoneIn({
    agent: new AgentClient(of),
    contacts: new ContactClient(of),
    voice: new VoiceClient(of),
  });
}

/** Attributes our flows and the dialer set; the queue's ARN only the dialer. */
const NOTED = ['campaign', 'record', 'attempt', 'queueArn'];

/** @param now by the clock of the centre; undefined before anybody has told it */
export function phoneIn(
  { agent, contacts, voice }: Workspace,
  now: () => number | undefined = serverNow,
): Phone {
  let call: PhoneCall | undefined;
  /** Contacts that the agent has dialed here. */
  const dialed = new Set<string>();
  const contact = (): string => {
    if (call === undefined) throw new PhoneRefusal('there is no call any more');
    return call.contact;
  };
  const destinations = async (): Promise<readonly Destination[]> => {
    const queues = await agent.getRoutingProfileQueues();
    const { quickConnects } = await agent.listQuickConnects(queues.map(({ queueARN }) => queueARN));
    return quickConnects.flatMap(({ type, endpointARN: arn, name }) =>
      type === 'phone_number' ? [] : [{ kind: type, arn, name }],
    );
  };
  const show = async (listener: PhoneListener) => {
    const [state, states, handOn] = await Promise.all([
      agent.getAvailabilityState(),
      agent.listAvailabilityStates(),
      destinations(),
    ]);
    const { type, name, startTimestamp, nextState } = state;
    const kind = stateKindOf(type, name);
    const next = nextState && stateKindOf(nextState.type, nextState.name);
    listener.status({
      kind: 'there',
      view: {
        state: { kind, since: startTimestamp?.toISOString(), ...(kind === 'break' && { name }) },
        ...((next === 'break' || next === 'offline') && {
          next: { kind: next, ...(next === 'break' && { name: nextState?.name }) },
        }),
        breaks: states.filter(isBreak).map((one) => one.name),
        destinations: handOn,
        call,
      },
    });
  };
  const facts = async (id: string): Promise<Omit<PhoneCall, 'phase'>> => {
    const [attributes, first, byItself, phone] = await Promise.all([
      contacts.getAttributes(id, NOTED),
      contacts.getInitialContactId(id),
      contacts.isAutoAcceptEnabled(id),
      voice.getInitialCustomerPhoneNumber(id).catch(() => undefined),
    ]);
    const isOurs = attributes.queueArn === undefined && !dialed.has(id) ? 'inbound' : 'outbound';
    return {
      contact: id,
      direction: first === undefined || first === id ? isOurs : 'transfer',
      byHand: !byItself,
      onHold: false,
      muted: false,
      phone,
      ...ofAttributes(attributes),
    };
  };
  return {
    open(listener) {
      const changed = () => show(listener);
      const began = (phase: PhoneCall['phase']) => async (event: { contactId: string }) => {
        const id = event.contactId;
        const known = call?.contact === id ? call : await facts(id);
        const at = now();
        const since = at === undefined ? undefined : new Date(at).toISOString();
        const isByHand = phase === 'ringing' && dialed.has(id);
        call = { ...known, phase: isByHand ? 'dialing' : phase, since, onHold: false };
        await changed();
      };
      const over = async () => {
        call = undefined;
        await changed();
      };
      const held = (onHold: boolean) => async () => {
        if (call !== undefined) call = { ...call, onHold };
        await changed();
      };
      agent.onAvailabilityStateChanged(changed);
      agent.onNextAvailabilityStateChanged(changed);
      contacts.onIncoming(began('ringing'));
      contacts.onConnecting(began('ringing'));
      contacts.onConnected(began('talking'));
      contacts.onStartingAcw(began('wrap-up'));
      contacts.onCleared(over);
      contacts.onMissed(over);
      voice.onSelfHold(held(true));
      voice.onSelfResume(held(false));
      // the page was loaded anew in the middle of a call
      const found = async () => {
        const [one] = (await contacts.listContacts()).filter(({ type }) => type === 'voice');
        const { type } = await agent.getAvailabilityState();
        if (one) await began(type === 'after_call_work' ? 'wrap-up' : 'talking')(one);
        else await changed();
      };
      void found();
      // it lives as long as the page
      return () => {};
    },
    async become(state, name) {
      if (state === 'offline') {
        await agent.setOffline();
        return;
      }
      const states = await agent.listAvailabilityStates();
      const wanted = states.find((one) =>
        state === 'break' ? isBreak(one) && one.name === name : one.type === 'routable',
      );
      if (wanted?.agentStateARN === undefined)
        throw new PhoneRefusal(`Connect has no state '${name ?? state}'`);
      await agent.setAvailabilityState(wanted.agentStateARN);
    },
    async call(number) {
      const { contactId } = await voice.createOutboundCall(number);
      if (contactId !== undefined) dialed.add(contactId);
    },
    accept: async () => contacts.accept(contact()),
    reject: async () => contacts.reject(contact()),
    hangUp: async () => contacts.disconnectSelf(contact()),
    hold: async (on) => (on ? voice.holdSelf(contact()) : voice.resumeSelf(contact())),
    async transfer({ kind, arn, name }) {
      if (kind === 'number') throw new PhoneRefusal('hand on to numbers in the workspace');
      await contacts.transfer(contact(), { type: kind, endpointARN: arn, name });
    },
    takesNumbers: false,
    finish: async () => contacts.clear(contact()),
  };
}

import { describe, expect, it } from 'vitest';
import {
  agentEventReader,
  readAgentEvent as readAgentEventOf,
} from '../../../../lib/aws/events/agent-event.ts';
import { parseInstant } from '../../../../lib/domain/model/instant.ts';

const readAgentEvent = readAgentEventOf('ringback');

const ARN = 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/a-1';
const AVAILABLE = {
  Name: 'Available',
  Type: 'ROUTABLE',
  StartTimestamp: '2026-03-02T08:00:00.000Z',
};
const BREAK = { Name: 'Lunch', Type: 'CUSTOM', StartTimestamp: '2026-03-02T08:00:00.000Z' };
const OFFLINE = { Name: 'Offline', Type: 'OFFLINE', StartTimestamp: '2026-03-02T08:00:00.000Z' };

const contact = (State: string, Channel = 'VOICE') => ({
  ContactId: 'c-1',
  InitialContactId: null,
  Channel,
  InitiationMethod: 'API',
  State,
  StateStartTimestamp: '2026-03-02T08:59:00.000Z',
  Queue: { ARN: 'arn:queue', Name: 'sales' },
});

interface Snapshot {
  readonly status?: object;
  readonly next?: object | null;
  readonly contacts?: readonly object[];
  readonly slots?: number;
}

const HELD = { ...BREAK, Name: 'Unhandled records' };

function agentEvent(
  { status = AVAILABLE, next = null, contacts = [], slots = 1 }: Snapshot,
  EventType = 'STATE_CHANGE',
) {
  return {
    AWSAccountId: '111122223333',
    AgentARN: ARN,
    EventId: 'e-1',
    EventTimestamp: '2026-03-02T09:00:00.123Z',
    EventType,
    InstanceARN: 'arn:aws:connect:eu-central-1:111122223333:instance/i',
    Version: '2017-10-01',
    CurrentAgentSnapshot: {
      AgentStatus: status,
      NextAgentStatus: next,
      Configuration: {
        Username: 'eva',
        FirstName: 'Eva',
        LastName: 'Nowak',
        AgentHierarchyGroups: null,
        RoutingProfile: {
          ARN: 'arn:profile',
          Name: 'sales-team',
          Concurrency: [
            { Channel: 'CHAT', AvailableSlots: 2, MaximumSlots: 2 },
            { Channel: 'VOICE', AvailableSlots: slots, MaximumSlots: 1 },
          ],
          InboundQueues: [],
        },
      },
      Contacts: contacts,
    },
    PreviousAgentSnapshot: null,
  };
}

const during = (state: string): Snapshot => ({ contacts: [contact(state)], slots: 0 });
const leaving = (state: string): Snapshot => ({ ...during(state), next: BREAK });
const begun = (state: string, InitiationMethod: string): Snapshot => ({
  contacts: [{ ...contact(state), InitiationMethod }],
  slots: 0,
});
const byHand = (state: string) => begun(state, 'OUTBOUND');
const handedOn = (state: string) => begun(state, 'TRANSFER');

/** What Connect tells of a change: both snapshots. */
const changed = (before: Snapshot, after: Snapshot) => ({
  ...agentEvent(after),
  PreviousAgentSnapshot: agentEvent(before).CurrentAgentSnapshot,
});

const activity = (snapshot: Snapshot, type?: string) =>
  readAgentEvent(agentEvent(snapshot, type)).activity;

describe('an agent event', () => {
  it('tells the group although the name of the deployment is before it', () => {
    const event = agentEvent({});
    const inShared = JSON.parse(
      JSON.stringify(event).replaceAll('"sales-team"', '"ringback sales-team"'),
    );

    expect(readAgentEvent(inShared).group).toBe('sales-team');
    expect(readAgentEventOf('ringback-dev')(inShared).group).toBe('ringback sales-team');
  });

  it('tells who, of which group, since when and as of when', () => {
    expect(readAgentEvent(agentEvent({}))).toEqual({
      agent: 'eva',
      arn: ARN,
      group: 'sales-team',
      activity: 'free',
      since: parseInstant('2026-03-02T08:00:00Z'),
      eventAt: parseInstant('2026-03-02T09:00:00.123Z'),
    });
  });

  it('dates what a call does to the agent from the call', () => {
    const talking = readAgentEvent(agentEvent({ contacts: [contact('CONNECTED')], slots: 0 }));

    expect(talking.since).toBe(parseInstant('2026-03-02T08:59:00Z'));
  });

  it('is taken in once in ten minutes where it only repeats, every two minutes, what was read', () => {
    const read = agentEventReader('ringback');
    const told = (minute: number, snapshot: Snapshot, type = 'HEART_BEAT') => {
      const EventTimestamp = `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`;
      return read({ ...agentEvent(snapshot, type), EventTimestamp })?.activity;
    };
    const minutes = [2, 4, 6, 8, 10, 12, 14];

    expect(told(0, {})).toBe('free');
    expect(minutes.filter((minute) => told(minute, {}) !== undefined)).toEqual([10]);
    expect(told(15, { status: BREAK }, 'STATE_CHANGE')).toBe('break');
    expect(told(16, {}, 'STATE_CHANGE')).toBe('free');
    expect([17, 25, 26].map((minute) => told(minute, {}))).toEqual([undefined, 'free', undefined]);
  });

  it('leaves out that an agent it has heard of has the call which rang, and holds it', () => {
    const read = agentEventReader('ringback');
    const [rings, talks] = [during('CONNECTING'), during('CONNECTED')];
    const holds = during('CONNECTED_ONHOLD');

    const told = [
      read(changed({}, rings)),
      read(changed(rings, talks)),
      read(changed(talks, holds)),
      read(changed(holds, talks)),
      read(changed(talks, during('ENDED'))),
      read(changed(during('ENDED'), {})),
    ];

    expect(told.map((each) => each?.activity)).toEqual([
      'ringing',
      undefined,
      undefined,
      undefined,
      'wrap-up',
      'free',
    ]);
  });

  it.each<[string, Snapshot, Snapshot]>([
    ['of an agent who goes on a break after it', during('CONNECTING'), leaving('CONNECTED')],
    ['of an agent who stays after all', leaving('CONNECTED'), during('CONNECTED')],
    ['that began by hand', byHand('CONNECTING'), byHand('CONNECTED')],
    ['that was handed on', handedOn('CONNECTING'), handedOn('CONNECTED')],
    ['nobody rang for', {}, during('CONNECTED')],
    ['that rings after another', during('CONNECTED'), during('CONNECTING')],
  ])('tells a call %s', (_, before, after) => {
    const read = agentEventReader('ringback');
    read(changed({}, before));

    expect(read(changed(before, after))).toEqual(readAgentEvent(changed(before, after)));
  });

  it('tells a call of an agent it has not heard of, or not for long', () => {
    const talks = changed(during('CONNECTING'), during('CONNECTED'));
    const read = agentEventReader('ringback');

    expect(read(talks)?.activity).toBe('talking');
    expect(read(talks)).toBeUndefined();
    expect(read({ ...talks, EventTimestamp: '2026-03-02T09:20:00.000Z' })?.activity).toBe(
      'talking',
    );
  });

  it('says the same in a heartbeat', () => {
    expect(readAgentEvent(agentEvent({}, 'HEART_BEAT'))).toEqual(readAgentEvent(agentEvent({})));
  });

  it.each([
    ['INCOMING', 'ringing'],
    ['PENDING', 'ringing'],
    ['CONNECTING', 'ringing'],
    ['CONNECTED', 'talking'],
    ['CONNECTED_ONHOLD', 'talking'],
    ['ENDED', 'wrap-up'],
  ])('takes a call in state %s for %s', (state, expected) => {
    expect(activity({ contacts: [contact(state)], slots: 0 })).toBe(expected);
  });

  it('goes by the call that is furthest on', () => {
    const contacts = [contact('ENDED'), contact('CONNECTED'), contact('INCOMING')];

    expect(activity({ contacts, slots: 0 })).toBe('wrap-up');
  });

  it.each(['MISSED', 'ERROR'])('asks the slots after a call in state %s', (state) => {
    expect(activity({ contacts: [contact(state)], slots: 1 })).toBe('free');
    expect(activity({ contacts: [contact(state)], slots: 0 })).toBe('talking');
  });

  it('holds an agent busy whose voice slot a chat has taken', () => {
    expect(activity({ contacts: [contact('CONNECTED', 'CHAT')], slots: 0 })).toBe('talking');
    expect(activity({ contacts: [contact('CONNECTED', 'CHAT')], slots: 1 })).toBe('free');
  });

  it('holds an agent for leaving as soon as a break is to follow (NextAgentStatus)', () => {
    expect(activity({ next: BREAK })).toBe('leaving');
    expect(activity({ next: BREAK, contacts: [contact('CONNECTED')], slots: 0 })).toBe('leaving');
    expect(activity({ next: OFFLINE, contacts: [contact('ENDED')], slots: 0 })).toBe('leaving');
  });

  it('knows a break, and a call dialed from it for no call of ours', () => {
    expect(activity({ status: BREAK })).toBe('break');
    expect(activity({ status: BREAK, contacts: [contact('CONNECTED')], slots: 0 })).toBe('break');
  });

  it('knows the offline by status and by logging out', () => {
    expect(activity({ status: OFFLINE })).toBe('offline');
    expect(activity({}, 'LOGOUT')).toBe('offline');
    expect(activity({}, 'LOGIN')).toBe('free');
  });

  it.each([
    ['Available', 'free'],
    ['Offline', 'offline'],
    ['Lunch', 'break'],
  ])('tells a status without a type, %s, by its name', (Name, expected) => {
    expect(activity({ status: { Name } })).toBe(expected);
  });

  it('is as of its own time when the status does not say since when', () => {
    const event = readAgentEvent(agentEvent({ status: { Name: 'Available' } }));

    expect(event.since).toBe(event.eventAt);
  });

  it('is refused without a user name', () => {
    const { CurrentAgentSnapshot: snapshot, ...event } = agentEvent({});
    const broken = {
      ...event,
      CurrentAgentSnapshot: {
        ...snapshot,
        Configuration: { ...snapshot.Configuration, Username: undefined },
      },
    };

    expect(() => readAgentEvent(broken)).toThrow(/Username/);
  });

  it('tells of the status for unhandled records, now or after the contact, under the name of the deployment, too', () => {
    const ofShared = { ...HELD, Name: 'ringback Unhandled records' };
    const ofOthers = { ...HELD, Name: 'other Unhandled records' };
    const talks = [contact('CONNECTED')];

    const read = [
      readAgentEvent(agentEvent({ status: HELD })),
      readAgentEvent(agentEvent({ status: ofShared })),
      readAgentEvent(agentEvent({ status: ofOthers })),
      readAgentEvent(agentEvent({ next: HELD, contacts: talks, slots: 0 })),
    ];

    expect(read.map(({ activity, held }) => [activity, held])).toEqual([
      ['break', 'now'],
      ['break', 'now'],
      ['break', undefined],
      ['leaving', 'next'],
    ]);
  });

  it('of an agent whose next status is the one for calls says that they stay', () => {
    const event = agentEvent({ next: AVAILABLE, contacts: [contact('ENDED')], slots: 0 });

    expect(readAgentEvent(event).activity).toBe('wrap-up');
  });
});

import { describe, expect, it } from 'vitest';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { aPhoneNetwork, START, story } from './a-phone-network.ts';

const ANN = '+48221000001';
const BEN = '+48221000002';
const CID = '+48221000003';

describe('a call in the simulated network', () => {
  it('is answered, queued, talked, wrapped up and classified', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });
    net.network.startShift();
    net.run(0);

    const contact = net.dial(ANN);
    net.run(200);

    expect(story(net, contact)).toEqual([
      '0 INITIATED',
      '6 CONNECTED_TO_SYSTEM',
      '6 QUEUED',
      '7 CONNECTED_TO_AGENT',
      '67 DISCONNECTED',
      '77 COMPLETED',
    ]);
    expect(net.network.describe(contactId(contact))).toEqual({
      contact,
      initiated: START,
      connectedToSystem: START + 6000,
      enqueued: START + 6000,
      queue: 'sales',
      connectedToAgent: START + 7000,
      agent: 'eva',
      disconnected: START + 67_000,
      disconnectReason: 'AGENT_DISCONNECT',
      wrapUpEnded: START + 77_000,
    });
    expect(net.classified).toEqual([
      {
        contact,
        token: 't1',
        attributes: { record: ANN },
        agent: 'eva',
        roll: expect.any(Number),
        machine: false,
      },
    ]);
  });

  it('tells each event with the facts of its moment', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });

    const contact = net.dial(ANN);
    net.run(7);

    expect(net.events.map(({ facts }) => facts)).toEqual([
      { contact, initiated: START },
      { contact, initiated: START, connectedToSystem: START + 6000 },
      {
        contact,
        initiated: START,
        connectedToSystem: START + 6000,
        enqueued: START + 6000,
        queue: 'sales',
      },
    ]);
  });

  it.for([
    ['rings-out', 25, 'TELECOM_UNANSWERED'],
    ['is-busy', 1, 'TELECOM_BUSY'],
    ['is-invalid', 1, 'TELECOM_NUMBER_INVALID'],
    ['fails', 1, 'TELECOM_PROBLEM'],
  ] as const)(
    '%s: ends after %i s with %s and never reaches the system',
    ([reply, after, reason]) => {
      const net = aPhoneNetwork({ scripts: { [ANN]: [reply] } });

      const contact = net.dial(ANN);
      net.run(60);

      expect(story(net, contact)).toEqual([
        '0 INITIATED',
        `${after} DISCONNECTED`,
        `${after} COMPLETED`,
      ]);
      expect(net.network.describe(contactId(contact))?.disconnectReason).toBe(reason);
    },
  );

  it('ends when the callee does not want to wait', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'], [BEN]: ['hangs-up-waiting'] } });

    const [patient, impatient] = [net.dial(ANN), net.dial(BEN)];
    net.run(60);

    expect(story(net, patient).at(-1)).toBe('18 COMPLETED');
    expect(story(net, impatient).at(-1)).toBe('6 COMPLETED');
    expect(net.network.callsTo(ANN)).toEqual([
      {
        contact: patient,
        token: 't1',
        phone: ANN,
        start: START,
        answered: START + 6000,
        end: START + 18_000,
        reason: 'CUSTOMER_DISCONNECT',
        machine: false,
      },
    ]);
    expect(net.network.stats()).toMatchObject({
      calls: 2,
      answered: 2,
      reachedAgent: 0,
      abandoned: 2,
    });
  });

  it('ends in the queue when nobody takes it within the longest wait', () => {
    const net = aPhoneNetwork({
      scripts: { [ANN]: ['answers'] },
      callees: { patience: { mean: 600, variation: 0.01 } },
    });

    const contact = net.dial(ANN);
    net.run(60);

    expect(story(net, contact).at(-1)).toBe('36 COMPLETED');
    expect(net.network.callsTo(ANN)[0]?.reason).toBe('CONTACT_FLOW_DISCONNECT');
  });

  it("ends in the queue when nobody takes it within the longest wait of its campaign, which is not the queue's", () => {
    const net = aPhoneNetwork({
      scripts: { [ANN]: ['answers'] },
      callees: { patience: { mean: 600, variation: 0.01 } },
    });

    const contact = net.dial(ANN, { longestWait: 10 });
    net.run(60);

    expect(story(net, contact).at(-1)).toBe('16 COMPLETED');
  });

  it('runs the flow given instead of queueing', () => {
    const net = aPhoneNetwork({
      scripts: { [ANN]: ['answers'] },
      options: {
        whenAnswered: ({ contact }, network) => network.hangUp(contact, 'CONTACT_FLOW_DISCONNECT'),
      },
    });
    net.network.startShift();

    const contact = net.dial(ANN);
    net.run(60);

    expect(story(net, contact)).toEqual([
      '0 INITIATED',
      '6 CONNECTED_TO_SYSTEM',
      '6 DISCONNECTED',
      '6 COMPLETED',
    ]);
  });

  it('reaches a mailbox as if it were a person when machines are not detected', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['voicemail'] } });
    net.network.startShift();
    net.run(0);

    const contact = net.dial(ANN);
    net.run(120);

    expect(story(net, contact)).toContain('17 CONNECTED_TO_AGENT');
    expect(net.classified.map(({ machine }) => machine)).toEqual([true]);
    expect(net.network.describe(contactId(contact))?.machineDetection).toBeUndefined();
  });

  it('is released without an agent when a machine is detected', () => {
    const net = aPhoneNetwork({
      scripts: { [ANN]: ['voicemail'], [BEN]: ['answers'] },
      machineDetection: true,
    });

    const [machine, person] = [net.dial(ANN), net.dial(BEN)];
    net.run(120);

    expect(net.network.describe(contactId(machine))).toMatchObject({
      machineDetection: 'VOICEMAIL_BEEP',
      disconnectReason: 'CONTACT_FLOW_DISCONNECT',
      disconnected: START + 19_000,
    });
    expect(net.network.describe(contactId(person))).toMatchObject({
      machineDetection: 'HUMAN_ANSWERED',
      enqueued: START + 7200,
    });
  });
});

describe('a request to dial', () => {
  it('returns the same contact for a token while the call lives (DIA-7)', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });

    const first = net.dial(ANN, { token: 'a1' });
    net.run(5);
    const second = net.dial(ANN, { token: 'a1' });

    expect(second).toBe(first);
    expect(net.network.stats()).toMatchObject({ calls: 1, doubleDialed: 0 });
  });

  it('calls again for a token whose call is over, and the world notices', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['is-busy'] } });

    const first = net.dial(ANN, { token: 'a1' });
    net.run(60);
    const second = net.dial(ANN, { token: 'a1' });

    expect(second).not.toBe(first);
    expect(net.network.stats()).toMatchObject({ calls: 2, doubleDialed: 1 });
  });

  it('counts a call to a number with an open line as double dialing; it is busy', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });
    net.dial(ANN);
    net.run(8);

    const second = net.dial(ANN);
    net.run(60);

    expect(net.network.describe(contactId(second))?.disconnectReason).toBe('TELECOM_BUSY');
    expect(net.network.stats().doubleDialed).toBe(1);
  });

  it('may follow an earlier call to the number', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['is-busy', 'answers'] } });
    net.dial(ANN);
    net.run(60);

    const second = net.dial(ANN);
    net.run(60);

    expect(net.network.describe(contactId(second))?.connectedToSystem).toBe(START + 66_000);
    expect(net.network.stats().doubleDialed).toBe(0);
  });
});

describe('contacts waiting for an agent', () => {
  it('go to the agent who has been idle longest', () => {
    const net = aPhoneNetwork({
      agents: ['eva', 'tom'],
      scripts: { [ANN]: ['answers'], [BEN]: ['answers'] },
    });
    net.network.startShift(['tom']);
    net.run(10);
    net.network.startShift(['eva']);
    net.run(10);

    const [first, second] = [net.dial(ANN), net.dial(BEN)];
    net.run(10);

    expect(net.network.describe(contactId(first))?.agent).toBe('tom');
    expect(net.network.describe(contactId(second))?.agent).toBe('eva');
  });

  it('are served by priority, then in order', () => {
    const net = aPhoneNetwork({
      scripts: { [ANN]: ['answers'], [BEN]: ['answers'], [CID]: ['answers'] },
    });
    net.dial(ANN, { priority: 5 });
    net.run(1);
    net.dial(BEN, { priority: 5 });
    const urgent = net.dial(CID, { priority: 1 });
    net.run(8);

    net.network.startShift();
    net.run(3);

    expect(net.network.describe(contactId(urgent))?.agent).toBe('eva');
    expect(net.network.callsTo(ANN)[0]?.agent).toBeUndefined();
  });

  it('made for one agent are given to nobody else (DIA-1)', () => {
    const net = aPhoneNetwork({ agents: ['eva', 'tom'], scripts: { [ANN]: ['answers'] } });
    net.network.startShift(['tom']);
    net.run(1);

    const contact = net.dial(ANN, { agent: 'eva' });
    net.run(10);
    const alone = net.network.describe(contactId(contact))?.agent;
    net.network.startShift(['eva']);
    net.run(5);

    expect(alone).toBeUndefined();
    expect(net.network.describe(contactId(contact))?.agent).toBe('eva');
  });

  it('leave the agent they were offered to free when the callee hangs up', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['hangs-up-waiting'] } });
    net.network.startShift();
    net.run(0);

    net.dial(ANN);
    net.run(30);

    expect(net.presences.map(({ activity }) => activity)).toEqual(['free', 'ringing', 'free']);
    expect(net.network.stats()).toMatchObject({ abandoned: 1, reachedAgent: 0 });
  });
});

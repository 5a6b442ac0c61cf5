// A person at the desk of one of the simulated agents.
import { describe, expect, it } from 'vitest';
import type { ShownPresence } from '../../../../lib/simulation/phone-network/agent.ts';
import type { Seat } from '../../../../lib/simulation/phone-network/seat.ts';
import { aPhoneNetwork, type Observed, type Setup, START, story } from './a-phone-network.ts';

const ANN = '+48221000001';

const diary = ({ presences }: Pick<Observed, 'presences'>, agent = 'eva') =>
  presences
    .filter((one) => one.agent === agent)
    .map(
      ({ activity, eventAt, breakName, onHold }: ShownPresence) =>
        `${Math.round((eventAt - START) / 1000)} ${activity}${breakName ? ` ${breakName}` : ''}${onHold ? ' on hold' : ''}`,
    );

function aDesk(setup: Setup = {}): Observed & { readonly seat: Seat } {
  const net = aPhoneNetwork({
    scripts: { [ANN]: ['answers'] },
    callees: { patience: { mean: 60, variation: 0.000_001 } },
    ...setup,
    options: { byHand: () => true, wrapUpOf: () => 40, ...setup.options },
  });
  const seat = net.network.seat('eva');
  if (!seat) throw new Error('there is no Eva');
  return { ...net, seat };
}

/** Eva's person is there and free, and Ann's call rings. */
function ringing(setup: Setup = {}) {
  const desk = aDesk(setup);
  desk.seat.take();
  desk.seat.become('free');
  const contact = desk.dial(ANN);
  desk.run(8);
  return { ...desk, contact };
}

describe('a person at an agent’s desk', () => {
  it('is nobody where there is no such agent', () => {
    expect(aPhoneNetwork().network.seat('nobody')).toBeUndefined();
  });

  it('calls a number by hand, which rings until somebody picks up, and nobody answers for them (CAM-16)', () => {
    const { seat, run, ...net } = aDesk();
    seat.take();
    expect(seat.call(ANN)).toBeUndefined();
    seat.become('free');

    const contact = seat.call(ANN);

    expect([seat.accept(), seat.reject(), seat.call(ANN)]).toEqual([false, false, undefined]);
    run(60);
    expect(seat.hangUp()).toBe(true);
    expect(seat.finish()).toBe(true);
    expect(diary(net)).toEqual(['0 free', '0 ringing', '6 talking', '60 wrap-up', '60 free']);
    expect(story(net, contact ?? ('none' as never))).toEqual([
      '0 INITIATED',
      '6 CONNECTED_TO_SYSTEM',
      '6 CONNECTED_TO_AGENT',
      '60 DISCONNECTED',
      '60 COMPLETED',
    ]);
  });

  it('gives a call by hand up before anybody picks up, and is free again', () => {
    const { seat, run, ...net } = aDesk();
    seat.take();
    seat.become('free');
    seat.call(ANN);
    run(2);

    expect(seat.hangUp()).toBe(true);

    expect(diary(net)).toEqual(['0 free', '0 ringing', '2 free']);
  });

  it('accepts a call, talks until they hang up, and wraps up until they say so', () => {
    const { seat, run, contact, ...net } = ringing();

    expect(seat.accept()).toBe(true);
    run(300);
    expect(seat.hangUp()).toBe(true);
    run(25);
    expect(seat.finish()).toBe(true);
    run(1);

    expect(diary(net)).toEqual(['0 free', '6 ringing', '8 talking', '308 wrap-up', '333 free']);
    expect(story(net, contact)).toEqual([
      '0 INITIATED',
      '6 CONNECTED_TO_SYSTEM',
      '6 QUEUED',
      '8 CONNECTED_TO_AGENT',
      '308 DISCONNECTED',
      '333 COMPLETED',
    ]);
    // what the person decides is the desk's business
    expect(net.classified).toEqual([]);
  });

  it('has the call without a press where it is answered for them', () => {
    const net = ringing({ options: { byHand: () => false } });

    expect(diary(net)).toEqual(['0 free', '6 ringing', '7 talking']);
  });

  it('does not get the next call after one they rejected, before they say that they are there', () => {
    const { seat, run, ...net } = ringing();

    expect(seat.reject()).toBe(true);
    run(20);
    const waiting = net.network.waitingIn('sales');
    seat.become('free');
    run(1);

    expect(waiting).toBe(1);
    expect(diary(net)).toEqual([
      '0 free',
      '6 ringing',
      '8 break MissedCallAgent',
      '28 free',
      '28 ringing',
    ]);
  });

  it('misses a call that rings too long', () => {
    const { run, ...net } = ringing();

    run(20);

    expect(diary(net).at(-1)).toBe('26 break MissedCallAgent');
  });

  it('is told that the customer hung up', () => {
    const { seat, run, ...net } = ringing({ callees: { hangsUp: 1 } });

    seat.accept();
    run(61);

    expect(diary(net).at(-1)).toBe('68 wrap-up');
  });

  it('is taken out of a wrap-up they forget, as Connect does, or never where it has no limit', () => {
    const limited = ringing();
    limited.seat.accept();
    limited.seat.hangUp();
    limited.run(41);
    const endless = ringing({ options: { byHand: () => true, wrapUpOf: () => 0 } });
    endless.seat.accept();
    endless.seat.hangUp();
    endless.run(3600);

    expect(diary(limited).at(-1)).toBe('48 free');
    expect(diary(endless).at(-1)).toBe('8 wrap-up');
  });

  it('puts the customer on hold, and it is the same call', () => {
    const { seat, run, ...net } = ringing();
    seat.accept();
    run(10);

    seat.hold(true);
    run(10);
    seat.hold(false);

    expect(diary(net).slice(2)).toEqual(['8 talking', '18 talking on hold', '28 talking']);
    expect(net.network.agents()[0]?.since).toBe(START + 8000);
  });

  it('takes breaks by name, at once or after the call', () => {
    const { seat, run, ...net } = ringing();
    seat.accept();

    seat.become('break', 'Lunch');
    seat.become('break', 'Training');
    seat.hangUp();
    seat.finish();
    seat.become('break', 'Lunch');
    run(7200);
    seat.become('offline');

    expect(diary(net).slice(2)).toEqual([
      '8 talking',
      '8 leaving Lunch',
      '8 leaving Training',
      '8 break Training',
      '8 break Lunch',
      '7208 offline',
    ]);
  });

  it('may think better of a break', () => {
    const { seat, ...net } = ringing();
    seat.accept();

    seat.become('break', 'Lunch');
    seat.become('free');
    seat.hangUp();
    seat.finish();

    expect(diary(net).slice(3)).toEqual(['8 leaving Lunch', '8 talking', '8 wrap-up', '8 free']);
  });

  it('logs out after the call', () => {
    const { seat, ...net } = ringing();
    seat.accept();

    seat.become('offline');
    seat.hangUp();
    seat.finish();

    expect(diary(net).slice(3)).toEqual(['8 leaving', '8 offline']);
  });

  it('hands a call on to a queue: another contact, which another agent takes', () => {
    const { seat, run, contact, ...net } = ringing({ agents: ['eva', 'tom'] });
    seat.accept();
    net.network.startShift(['tom']);
    run(5);

    const next = seat.transfer('sales') ?? '';
    run(10);

    expect(story(net, contact).slice(3)).toEqual(['8 CONNECTED_TO_AGENT', '13 DISCONNECTED']);
    expect(net.network.describe(net.events.at(-1)?.facts.contact as never)?.agent).toBe('tom');
    expect(story(net, next)).toContain('13 QUEUED');
    expect(net.events.find(({ type }) => type === 'DISCONNECTED')?.facts.disconnectReason).toBe(
      'TRANSFERRED',
    );
    // who was handed on is still on the telephone
    expect(net.network.isEngaged(ANN)).toBe(true);
  });

  it('hands the customer on to a number outside, where they talk on', () => {
    const { seat, run, contact, ...net } = ringing();
    seat.accept();
    run(5);

    const next = seat.transferOutside() ?? '';
    run(10);

    expect(story(net, contact).at(-1)).toMatch(/DISCONNECTED|COMPLETED/);
    expect(story(net, next).map((one) => one.split(' ')[1])).toEqual([
      'INITIATED',
      'CONNECTED_TO_SYSTEM',
    ]);
    expect(net.network.isEngaged(ANN)).toBe(true);
    run(7200);
    expect(net.network.isEngaged(ANN)).toBe(false);
  });

  it('can do nothing with a call that is not there', () => {
    const { seat } = aDesk();
    seat.take();

    expect([seat.accept(), seat.reject(), seat.hangUp(), seat.hold(true), seat.finish()]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(seat.transfer('sales')).toBeUndefined();
    expect(seat.transferOutside()).toBeUndefined();
  });

  it('is there whatever the shift says: nobody logs them in or out', () => {
    const { seat, run, network, ...net } = aDesk();
    seat.take();

    network.startShift();
    run(5);
    seat.become('free');
    network.logOut();
    run(5);

    expect(diary(net)).toEqual(['5 free']);
  });

  describe('who sits down or gets up in the middle of something', () => {
    it('takes a call over that the simulated agent had', () => {
      const { seat, run, ...net } = aDesk({ options: { byHand: () => false } });
      net.network.startShift();
      run(0);
      net.dial(ANN);
      run(20);

      seat.take();
      run(300);

      expect(diary(net).at(-1)).toBe('7 talking');
    });

    it('leaves a call that the simulated agent ends, wraps up and classifies', () => {
      const { seat, run, ...net } = ringing();
      seat.accept();
      run(20);

      seat.leave();
      run(100);

      expect(diary(net).slice(2)).toEqual(['8 talking', '68 wrap-up', '78 free']);
      expect(net.classified).toHaveLength(1);
    });

    it('leaves a wrap-up, and the simulated agent classifies', () => {
      const { seat, run, ...net } = ringing();
      seat.accept();
      seat.hangUp();

      seat.leave();
      run(11);

      expect(diary(net).at(-1)).toBe('18 free');
      expect(net.classified).toHaveLength(1);
    });

    it('leaves a call that rings, and the simulated agent answers', () => {
      const { seat, run, ...net } = ringing({
        agentBehaviour: {
          byHand: {
            accept: { mean: 4, variation: 0.000_001 },
            rejects: 0,
            misses: 0,
            ringsFor: 20,
            clears: 10,
          },
        },
      });

      seat.leave();
      run(5);

      expect(diary(net).at(-1)).toBe('12 talking');
    });

    it('leaves an agent who is not at work, and stays so', () => {
      const { seat, run, ...net } = aDesk({ agentBehaviour: { breaks: { every: 60, last: 5 } } });
      seat.take();

      seat.leave();
      run(600);

      expect(diary(net)).toEqual([]);
    });
  });
});

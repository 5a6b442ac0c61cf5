import { describe, expect, it } from 'vitest';
import { aPhoneNetwork, type Observed, START } from './a-phone-network.ts';

const ANN = '+48221000001';

const diary = ({ presences }: Observed) =>
  presences.map(({ activity, since }) => `${Math.round((since - START) / 1000)} ${activity}`);

describe('a simulated agent', () => {
  it('is free, rings, talks, wraps up and is free again', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });
    net.network.startShift();
    net.run(0);

    net.dial(ANN);
    net.run(200);

    expect(diary(net)).toEqual(['0 free', '6 ringing', '7 talking', '67 wrap-up', '77 free']);
  });

  describe('who answers by hand (CAM-3)', () => {
    const byHand = (chances: { rejects: number; misses: number }, agents = ['eva', 'tom']) =>
      aPhoneNetwork({
        scripts: { [ANN]: ['answers'] },
        agents,
        // patience enough that the call outlives the first agent's ringing
        callees: { patience: { mean: 60, variation: 0.000_001 } },
        agentBehaviour: {
          byHand: {
            accept: { mean: 4, variation: 0.000_001 },
            ringsFor: 20,
            clears: 10,
            ...chances,
          },
        },
        // Tom's calls are answered for him
        options: { byHand: (arn) => arn === 'arn:eva' },
      });

    it('takes the call later than one for whom it is answered', () => {
      const net = byHand({ rejects: 0, misses: 0 }, ['eva']);
      net.network.startShift();
      net.run(0);

      net.dial(ANN);
      net.run(20);

      expect(diary(net)).toEqual(['0 free', '6 ringing', '10 talking']);
    });

    it.each([
      ['misses', { rejects: 0, misses: 1 }, 26],
      ['rejects', { rejects: 1, misses: 0 }, 10],
    ] as const)('%s a call, and another agent is offered it', (_, chances, gone) => {
      const net = byHand(chances);
      net.network.startShift(['eva']);
      net.run(0);
      net.dial(ANN);
      net.run(8);

      net.network.startShift(['tom']);
      net.run(40);

      const of = (agent: string) =>
        net.presences
          .filter((presence) => presence.agent === agent)
          .map(({ activity, since }) => `${Math.round((since - START) / 1000)} ${activity}`);
      expect(of('eva')).toEqual(['0 free', '6 ringing', `${gone} break`, `${gone + 10} free`]);
      expect(of('tom')).toEqual(['8 free', `${gone} ringing`, `${gone + 1} talking`]);
    });

    it('gets the call again when nobody else is there', () => {
      const net = byHand({ rejects: 1, misses: 0 }, ['eva']);
      net.network.startShift();
      net.run(0);

      net.dial(ANN);
      net.run(21);

      expect(diary(net)).toEqual(['0 free', '6 ringing', '10 break', '20 free', '20 ringing']);
    });
  });

  it('says that a log-out follows and leaves after the contact', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });
    net.network.startShift();
    net.run(0);
    net.dial(ANN);
    net.run(20);

    net.network.logOut();
    net.run(200);

    expect(diary(net).slice(-3)).toEqual(['7 talking', '20 leaving', '77 offline']);
  });

  it('stays when the next shift begins before the contact has ended', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });
    net.network.startShift();
    net.run(0);
    net.dial(ANN);
    net.run(20);
    net.network.logOut();
    net.run(5);

    net.network.startShift();
    net.run(200);

    expect(diary(net).slice(-4)).toEqual(['20 leaving', '25 talking', '67 wrap-up', '77 free']);
  });

  it('logs out at once when free, and stays away', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });
    net.network.startShift();
    net.run(5);

    net.network.logOut();
    net.dial(ANN);
    net.run(60);

    expect(diary(net)).toEqual(['0 free', '5 offline']);
  });

  it('takes breaks and comes back', () => {
    const net = aPhoneNetwork({ agentBehaviour: { breaks: { every: 3600, last: 600 } } });
    net.network.startShift();

    net.run(4 * 3600);

    const activities = net.presences.map(({ activity }) => activity);
    expect(activities.slice(0, 3)).toEqual(['free', 'break', 'free']);
    const [, leaves, returns] = net.presences;
    expect((returns?.since ?? 0) - (leaves?.since ?? 0)).toBe(600_000);
  });

  it('lets the wrap-up run out when no classification comes to mind', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] }, agentBehaviour: { forgets: 1 } });
    net.network.startShift();
    net.run(0);

    net.dial(ANN);
    net.run(200);

    expect(diary(net).slice(-2)).toEqual(['67 wrap-up', '97 free']);
    expect(net.classified).toEqual([]);
  });

  it('never tells two presences with one event time', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });
    net.network.startShift();
    net.run(0);
    net.dial(ANN);
    net.run(10);
    net.network.logOut();
    net.run(100);

    const times = net.presences.map(({ eventAt }) => eventAt);

    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
  });

  it('spends all the time of a shift on something', () => {
    const net = aPhoneNetwork({ scripts: { [ANN]: ['answers'] } });
    net.network.startShift();
    net.run(0);
    net.dial(ANN);
    net.run(100);

    const { agents, utilisation } = net.network.stats();

    expect(agents).toEqual({
      eva: { staffed: 100_000, talking: 60_000, wrapUp: 10_000, breaks: 0 },
    });
    expect(utilisation).toBeCloseTo(0.7);
  });
});

// A small world for tests: one queue, named agents who accept at once and wrap up in 10 s, scripted
// callees.
import type { AgentPresence } from '../../../../lib/domain/model/agent.ts';
import type { ContactFacts } from '../../../../lib/domain/model/contact-facts.ts';
import type {
  AgentBehaviour,
  CalleeBehaviour,
  ScriptedReply,
} from '../../../../lib/simulation/phone-network/behaviour.ts';
import { behaviour } from '../../../../lib/simulation/phone-network/behaviour.ts';
import type { ContactEventType } from '../../../../lib/simulation/phone-network/call.ts';
import type { Classifying } from '../../../../lib/simulation/phone-network/classifying.ts';
import type {
  PhoneNetwork,
  PhoneNetworkOptions,
} from '../../../../lib/simulation/phone-network/phone-network.ts';
import { createPhoneNetwork } from '../../../../lib/simulation/phone-network/simulated-phone-network.ts';
import { seededRandom } from '../../../../lib/simulation/random.ts';
import { VirtualClock } from '../../../../lib/simulation/virtual-clock.ts';

export const START = Date.UTC(2026, 2, 2, 9);

const exactly = (mean: number) => ({ mean, variation: 0.000_001 });

export interface Setup {
  readonly scripts?: Readonly<Record<string, readonly ScriptedReply[]>>;
  readonly agents?: readonly string[];
  readonly callees?: Partial<CalleeBehaviour>;
  readonly agentBehaviour?: Partial<AgentBehaviour>;
  readonly options?: Partial<PhoneNetworkOptions>;
  readonly machineDetection?: boolean;
  readonly seed?: string;
}

export interface Observed {
  readonly clock: VirtualClock;
  readonly network: PhoneNetwork;
  readonly events: { type: ContactEventType; at: number; facts: ContactFacts }[];
  readonly presences: AgentPresence[];
  readonly classified: Classifying[];
  /** Runs the world for so many seconds. */
  run(seconds: number): void;
  dial(
    phone: string,
    more?: { token?: string; agent?: string; priority?: number; longestWait?: number },
  ): string;
}

/** Set-up 1 s, ringing 5 s, patience 12 s, talk 60 s, the agent hangs up; nobody takes breaks. */
export function aPhoneNetwork(setup: Setup = {}): Observed {
  const clock = new VirtualClock(START);
  const { breaks: _, ...agentDefaults } = behaviour().agents;
  const events: Observed['events'] = [];
  const presences: AgentPresence[] = [];
  const classified: Classifying[] = [];
  const network = createPhoneNetwork({
    clock,
    random: seededRandom(setup.seed ?? 'world'),
    agents: (setup.agents ?? ['eva']).map((id) => ({ id, group: 'sales', arn: `arn:${id}` })),
    queues: { sales: { groups: ['sales'], longestWait: 30 } },
    behaviour: {
      ...behaviour({ machineDetection: setup.machineDetection ?? false }),
      callees: {
        ...behaviour().callees,
        setUp: exactly(1),
        ring: exactly(5),
        mailboxRing: exactly(15),
        patience: exactly(12),
        talk: exactly(60),
        hangsUp: 0,
        scripts: setup.scripts ?? {},
        ...setup.callees,
      },
      agents: {
        ...agentDefaults,
        accept: exactly(1),
        wrapUp: exactly(10),
        forgets: 0,
        logInWithin: 0,
        ...setup.agentBehaviour,
      },
    },
    events: {
      contact: (facts, type) => void events.push({ type, at: clock.now(), facts }),
      agent: (presence) => void presences.push(presence),
    },
    classify: (each) => void classified.push(each),
    ...setup.options,
  });
  let calls = 0;
  return {
    clock,
    network,
    events,
    presences,
    classified,
    run(seconds) {
      const until = clock.now() + seconds * 1000;
      while (clock.step(until));
      clock.advanceTo(until);
    },
    dial: (phone, { token = `t${++calls}`, agent, priority, longestWait } = {}) =>
      network.dial({
        token,
        phone,
        queue: 'sales',
        ringFor: 25,
        attributes: { record: phone },
        agent,
        priority,
        longestWait,
      }),
  };
}

/** Event types with the seconds since START. */
export const story = ({ events }: Pick<Observed, 'events'>, contact: string): readonly string[] =>
  events
    .filter(({ facts }) => facts.contact === contact)
    .map(({ type, at }) => `${Math.round((at - START) / 1000)} ${type}`);

// The people of a local run: callees, callers and agents, behind the local Amazon Connect. Agents
// classify what they talked about, come back to records they left, and answer offers.
import { campaignId, recordId } from '../../domain/model/ids.ts';
import { instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { localConnect } from '../../local/connect/local-connect.ts';
import type { LocalCloud } from '../../local/local-cloud.ts';
import type { SentEmail } from '../../local/messages/outbox.ts';
import { receiveMail } from '../../local/messages/receiving.ts';
import { receiveText } from '../../local/messages/two-way.ts';
import type { ClassificationContext } from '../../simulation/centre/classify.ts';
import { classification, type Weights } from '../../simulation/centre/classify.ts';
import { emailingPeople, type NetworkEmail } from '../../simulation/centre/emailing-people.ts';
import { attemptFrom } from '../../simulation/centre/network-telephony.ts';
import type { Offered } from '../../simulation/centre/offered-records.ts';
import { agentsAtOffers } from '../../simulation/centre/offered-records.ts';
import { type ReceivedText, textingAgents } from '../../simulation/centre/texting-agents.ts';
import { textingPeople } from '../../simulation/centre/texting-people.ts';
import type { Unhandled } from '../../simulation/centre/unhandled-records.ts';
import { returningAgents } from '../../simulation/centre/unhandled-records.ts';
import type { Staff } from '../../simulation/dry-run/staff.ts';
import type { KnownCaller } from '../../simulation/phone-network/arrivals.ts';
import { startArrivals } from '../../simulation/phone-network/arrivals.ts';
import type { Behaviour } from '../../simulation/phone-network/behaviour.ts';
import type { EventFaults } from '../../simulation/phone-network/delivery.ts';
import type { PhoneNetwork } from '../../simulation/phone-network/phone-network.ts';
import { type Random, seededRandom } from '../../simulation/random.ts';
import type { DeploymentClient } from './deployment-client.ts';

export interface SimulatedPeopleSetup {
  readonly cloud: LocalCloud;
  readonly phone: ReturnType<typeof localConnect>;
  readonly deployment: DeploymentClient;
  readonly definitions: Definitions;
  readonly agents: readonly Staff[];
  readonly seed: string;
  readonly behaviour: Behaviour;
  /** How often agents choose each classifier; all alike when missing. */
  readonly weights?: Weights | undefined;
  readonly eventFaults?: EventFaults;
}

interface SimulatedCallers {
  /** At the day's usual hours. */
  readonly perHour: number;
  /** Ids of own numbers. */
  readonly numbers: readonly string[];
  readonly people: readonly KnownCaller[];
}

export interface SimulatedPeople {
  readonly network: PhoneNetwork;
  /** Classifications the product refused, with its reasons. */
  readonly refusals: readonly string[];
  /** An agent left a record without a classification. */
  comeBackTo(left: Unhandled): void;
  /** A record is offered to an agent. */
  offered(offer: Offered): void;
  /** A person's text has reached its record. */
  received(text: ReceivedText): void;
  /** Texts that people are still to write, or agents to read. */
  textsPending(): number;
  /** People call in from now on, until what is returned is called. */
  startCallers(callers: SimulatedCallers): () => void;
}

export function simulatedPeople(setup: SimulatedPeopleSetup): SimulatedPeople {
  const { cloud, deployment } = setup;
  const { time } = cloud;
  const random = seededRandom(setup.seed);
  const { behaviour: people } = setup;
  const refusals: string[] = [];
  const classify = classifier(setup, refusals);
  const network = openNetwork(setup, people, random, classify);
  // what a person does at an agent's desk nobody does for them
  const isPerson = (agent: string) => network.seat(agent)?.isTaken ?? false;
  return {
    network,
    refusals,
    comeBackTo: returningAgents({
      random: random.fork('unhandled records'),
      network: { agents: () => network.agents().filter(({ agent }) => !isPerson(agent)) },
      after: (ms, then) => void time.after(ms, then, { background: true }),
      isUnhandled: async (ref) => (await deployment.records.load(ref))?.state === 'unhandled',
      classify,
      work: (what) => time.work('an agent comes back to a record', what),
    }),
    offered: agentsAtOffers({
      random: random.fork('offers'),
      behaviour: people.agents.offers,
      after: (ms, then) => void time.after(ms, then),
      answer: async (input) =>
        isPerson(input.agent) ? { kind: 'waits' } : deployment.invoke('call-record', input),
      work: (what) => time.work('an agent answers an offer', what),
    }),
    ...textingOf(setup, people, random, refusals, isPerson),
    startCallers: (callers) => startCallers(setup, people, random.fork('callers'), callers),
  };
}

/** End User Messaging delivers what is sent, and people may answer to the number it came from. */
function textingOf(
  { cloud, deployment, definitions, weights = {} }: SimulatedPeopleSetup,
  { texts, emails }: Behaviour,
  random: Random,
  refusals: string[],
  isPerson: (agent: string) => boolean,
): Pick<SimulatedPeople, 'received' | 'textsPending'> {
  const { time } = cloud;
  let pending = 0;
  const after = (ms: number, then: () => void) => {
    pending++;
    time.after(ms, () => {
      pending--;
      then();
    });
  };
  const texted = textingPeople({
    random: random.fork('texts'),
    behaviour: texts,
    after,
    wrote: (text) => receiveText(cloud, deployment.replyTopic, text),
  });
  const emailed = emailingPeople({
    random: random.fork('e-mails'),
    behaviour: emails,
    language: definitions.centre.languages[0] ?? 'en',
    after,
    wrote: (to, raw) =>
      time.work('a person answers an e-mail', async () => {
        await receiveMail(cloud, { to, from: 'person@example.org', raw });
      }),
  });
  cloud.outbox.onMessage((message) => {
    if (message.kind === 'sms') texted(message);
    else emailed(asGotten(message));
  });
  return {
    textsPending: () => pending,
    received: textingAgents({
      isPerson,
      random: random.fork('texting agents'),
      behaviour: texts,
      definitions: () => definitions,
      weights,
      now: () => instant(time.now()),
      load: ({ campaign, record }) =>
        deployment.records.load({ campaign: campaignId(campaign), record: recordId(record) }),
      after,
      work: (what) => time.work('an agent answers a text', what),
      answer: (input) => deployment.invoke('answer-text', input),
      classify: (input) => deployment.invoke('classify-record', input),
      refused: (reasons) => void refusals.push(...reasons),
    }),
  };
}

/** Copies are for others. */
function asGotten({ id, to, replyTo, subject, text = '' }: SentEmail): NetworkEmail {
  return { id, to: to[0] ?? '', replyTo: replyTo[0], subject, text };
}

function openNetwork(
  { cloud, phone, definitions, agents, eventFaults }: SimulatedPeopleSetup,
  people: Behaviour,
  random: Random,
  classify: Classify,
): PhoneNetwork {
  return phone.open({
    agents: agents.map(({ id, group }) => ({
      id,
      profile: group,
      skills: definitions.groups[group]?.skills ?? [],
    })),
    behaviour: people,
    faults: eventFaults,
    random,
    classify: (classifying) => cloud.time.work('an agent classifies', () => classify(classifying)),
  });
}

type Classify = (classifying: ClassificationContext) => Promise<void>;

/** @param refusals where reasons of classifications that were refused are added */
function classifier(
  { cloud, deployment, definitions, weights = {} }: SimulatedPeopleSetup,
  refusals: string[],
): Classify {
  return async (classifying) => {
    const owner = attemptFrom(classifying.attributes);
    const record = owner && (await deployment.records.load(owner.ref));
    const campaign = owner && definitions.campaigns[owner.ref.campaign];
    if (!record || !campaign) return;
    const input = classification(classifying, record, campaign, {
      weights,
      now: instant(cloud.time.now()),
      zone: definitions.centre.timeZone,
    });
    if (!input) return;
    const outcome = await deployment.invoke('classify-record', input);
    if (outcome.kind === 'refused') refusals.push(...outcome.reasons);
  };
}

function startCallers(
  { cloud: { time }, phone, deployment, definitions }: SimulatedPeopleSetup,
  people: Behaviour,
  random: Random,
  { perHour, numbers, people: known }: SimulatedCallers,
): () => void {
  return startArrivals({
    // nobody waits for the next caller: a run is quiet between two of them
    clock: {
      now: () => time.now(),
      at: (at, run) => time.at(at, run, { background: true }),
    },
    random,
    timeZone: definitions.centre.timeZone,
    perHour,
    people: () => known,
    numbers: numbers.map((id) => deployment.ownNumber(id)),
    behaviour: people.callers,
    ring: (arrival) => phone.ring(arrival),
  });
}

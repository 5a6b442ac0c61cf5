// The people of a dry run, as a file of behaviour describes them.
import type { Definitions } from '../../language/definitions.ts';
import type { BehaviourFile, Time } from '../../language/schema/behaviour.ts';
import { usualBehaviour } from '../centre/usual-behaviour.ts';
import type {
  AgentBehaviour,
  Behaviour,
  CalleeBehaviour,
  DurationSpread,
  EmailBehaviour,
  TextBehaviour,
} from '../phone-network/behaviour.ts';

export function peopleOf(
  file: BehaviourFile,
  definitions: Definitions,
  campaigns: readonly string[],
): Behaviour {
  const usual = usualBehaviour(definitions);
  const wrapUps = campaigns.flatMap((id) => {
    const { outbound, inbound } = definitions.campaigns[id]?.channels ?? {};
    return (outbound ?? inbound)?.wrapUp ?? [];
  });
  return {
    ...usual,
    callees: calleesOf(file.callees, usual.callees),
    texts: textsOf(file.texts, usual.texts),
    emails: emailsOf(file.emails, usual.emails),
    agents: {
      ...agentsOf(file.agents, usual.agents),
      ...(wrapUps.length > 0 && { wrapUpLimit: Math.max(...wrapUps) }),
    },
  };
}

const textsOf = (given: BehaviourFile['texts'] = {}, usual: TextBehaviour): TextBehaviour => ({
  ...usual,
  reply: given.reply ?? usual.reply,
  stop: given.stop ?? usual.stop,
  after: spread(given.after, usual.after),
});

const emailsOf = (given: BehaviourFile['emails'] = {}, usual: EmailBehaviour): EmailBehaviour => ({
  reply: given.reply ?? usual.reply,
  automatic: given.automatic ?? usual.automatic,
  after: spread(given.after, usual.after),
});

function calleesOf(given: BehaviourFile['callees'], usual: CalleeBehaviour): CalleeBehaviour {
  const { answer = usual.answer, answerAt } = given;
  return {
    ...usual,
    answer,
    ...(answerAt && chancesByHour(answerAt, answer)),
    differ: given.differ ?? usual.differ,
    mailbox: given.voicemail ?? usual.mailbox,
    wrongNumber: given.wrongNumber ?? usual.wrongNumber,
    busy: given.busy ?? usual.busy,
    failure: given.failure ?? usual.failure,
    ring: spread(given.ring, usual.ring),
    patience: spread(given.patience, usual.patience),
    talk: spread(given.talk, usual.talk),
  };
}

/** The best chance of the day, and the others as factors of it. */
function chancesByHour(
  given: Readonly<Record<string, number>>,
  ordinary: number,
): Pick<CalleeBehaviour, 'answer' | 'answerByHour'> {
  const answer = Math.max(ordinary, ...Object.values(given));
  const factors = Array.from({ length: 24 }, () => (answer === 0 ? 0 : ordinary / answer));
  for (const [span, chance] of Object.entries(given)) {
    const [from = 0, to = 24] = span.split('-').map(Number);
    factors.fill(answer === 0 ? 0 : chance / answer, from, to);
  }
  return { answer, answerByHour: factors };
}

function agentsOf(given: BehaviourFile['agents'], usual: AgentBehaviour): AgentBehaviour {
  return {
    ...usual,
    wrapUp: spread(given.wrapUp, usual.wrapUp),
    forgets: given.forgets ?? usual.forgets,
    ...(given.breaks && { breaks: given.breaks }),
  };
}

const spread = (given: Time | undefined, usual: DurationSpread): DurationSpread =>
  given ? { mean: given.mean, variation: given.variation ?? usual.variation } : usual;

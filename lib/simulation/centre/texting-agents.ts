// Agents who read what people have written (SMS-3): they answer and then classify, unless nobody
// was at work when the text came. Then the time runs out and the record is unhandled.

import type { TaskInput, TaskOutput } from '../../application/tasks/tasks.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { TextBehaviour } from '../phone-network/behaviour.ts';
import { drawDuration } from '../phone-network/callee.ts';
import type { Random } from '../random.ts';
import { textClassification, type Weights } from './classify.ts';

/** What of the entry `message.received` matters here. */
export interface ReceivedText {
  readonly campaign: string;
  readonly record: string;
  readonly message: string;
  readonly attempt?: string | undefined;
  readonly agent?: string | undefined;
}

type Conversation = ReceivedText & { readonly attempt: string; readonly agent: string };

interface TextingAgents {
  readonly random: Random;
  readonly behaviour: TextBehaviour;
  readonly definitions: () => Definitions;
  readonly weights: Weights;
  readonly now: () => Instant;
  readonly load: (text: ReceivedText) => Promise<CampaignRecord | undefined>;
  readonly after: (ms: number, then: () => void) => void;
  /** Runs background work. */
  readonly work: (what: () => Promise<void>) => void;
  readonly answer: (input: TaskInput<'answer-text'>) => Promise<TaskOutput<'answer-text'>>;
  readonly classify: (
    input: TaskInput<'classify-record'>,
  ) => Promise<TaskOutput<'classify-record'>>;
  /** Whether somebody sits at the agent's desk, and answers themselves; nobody does if missing. */
  readonly isPerson?: (agent: string) => boolean;
  /** Reasons the product gave for refusing what an agent did. */
  readonly refused: (reasons: readonly string[]) => void;
}

/** @returns call it for each text that was received */
export function textingAgents(about: TextingAgents): (received: ReceivedText) => void {
  const { random, behaviour, after, work } = about;
  return (received) => {
    const { attempt, agent, message } = received;
    if (attempt === undefined || agent === undefined) return;
    const own = random.fork(message);
    const text = { ...received, attempt, agent };
    after(drawDuration(own, behaviour.reads), () =>
      work(async () => {
        if (!(await isOpen(text, about))) return;
        await answer(text, about);
        after(drawDuration(own, behaviour.reads), () =>
          work(() => classify(text, own.next(), about)),
        );
      }),
    );
  };
}

const isOpen = async (text: Conversation, about: TextingAgents): Promise<boolean> =>
  about.isPerson?.(text.agent) !== true &&
  (await about.load(text))?.current?.attempt === text.attempt;

async function answer(text: Conversation, about: TextingAgents): Promise<void> {
  const { campaign, record, attempt, agent, message } = text;
  const id = message.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(-64);
  const outcome = await about.answer({
    ...{ campaign, record, attempt, agent, id },
    text: ANSWERS[about.definitions().centre.languages[0] ?? 'en'] ?? ANSWERS.en ?? '',
  });
  if (outcome.kind === 'refused') about.refused(outcome.reasons);
}

const ANSWERS: Readonly<Record<string, string>> = {
  en: 'Thank you, we have noted it.',
  pl: 'Dziekujemy, zapisalismy.',
  cs: 'Dekujeme, zapsali jsme si to.',
};

async function classify(text: Conversation, roll: number, about: TextingAgents): Promise<void> {
  const { campaigns, centre } = about.definitions();
  const campaign = campaigns[text.campaign];
  if (about.isPerson?.(text.agent) === true) return;
  const record = await about.load(text);
  // somebody else has classified it, or the time has run out
  if (campaign === undefined || record?.current?.attempt !== text.attempt) return;
  const input = textClassification(text, record, campaign, {
    roll,
    weights: about.weights,
    now: about.now(),
    zone: centre.timeZone,
  });
  if (input === undefined) return;
  const outcome = await about.classify(input);
  if (outcome.kind === 'refused') about.refused(outcome.reasons);
}

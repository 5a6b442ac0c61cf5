// The survey after a conversation (INB-9), type CONTACT_FLOW: run for a caller who stays on the
// line after the agent has hung up, or for a later survey call. Either is a separate contact, so
// voice and language are set again.
import { CALL_ATTRIBUTES } from '../../domain/calls/call-attributes.ts';
import type { Inbound } from '../../language/schema/inbound.ts';
import { whenEquals } from '../flows/compose-flow.ts';
import type { Action } from '../flows/flow.ts';
import { voiceActions } from './beginning.ts';
import type { CompiledFlow } from './compiled-ivr.ts';
import { HANG_UP } from './ending.ts';
import { attribute, KEYED } from './flow-attributes.ts';
import { SURVEY } from './flow-keys.ts';
import { ask, compare, count, digits, say } from './ivr-actions.ts';
import { type IvrContext, part } from './ivr-context.ts';
import { spoken } from './spoken.ts';
import { SYSTEM_TEXTS } from './system-texts.ts';
import { wholeFlow } from './whole-flow.ts';

type Survey = NonNullable<Inbound['survey']>;
type Question = Survey['questions'][number];

const WAIT_SECONDS = 5;
const WANTED = part('Survey', 'wanted');
const THANKS = part('Survey', 'thanks');

export function renderSurveyFlow(context: IvrContext, survey: Survey): CompiledFlow {
  const { questions, thanks } = survey;
  const first = questions[0]?.id ?? THANKS;
  const actions = [
    ...voiceActions(context, WANTED),
    compare(WANTED, attribute(CALL_ATTRIBUTES.survey), [whenEquals('no', HANG_UP)], first),
    ...questions.flatMap((question, n) =>
      questionActions(context, question, questions[n + 1]?.id ?? THANKS),
    ),
    say(
      THANKS,
      thanks === undefined
        ? { Text: SYSTEM_TEXTS[context.language].thanks }
        : spoken(thanks, context.references),
      HANG_UP,
    ),
  ];
  return { key: SURVEY, type: 'CONTACT_FLOW', flow: wholeFlow('Survey', context, actions) };
}

/**
 * Repeated once after silence or an invalid key. If the answer cannot be stored it is lost, and the
 * survey goes on.
 */
function questionActions(context: IvrContext, question: Question, next: string): readonly Action[] {
  const { id } = question;
  const [given, kept, again] = ['given', 'keep', 'again'].map((name) => part(id, name)) as [
    string,
    string,
    string,
  ];
  const parameters = { ivr: context.ivrId, question: id, key: KEYED };
  return [
    digits(id, {
      speech: spoken(question.say, context.references),
      wait: WAIT_SECONDS,
      longest: 1,
      next: given,
      failed: next,
    }),
    compare(
      given,
      KEYED,
      question.keys.map((key) => whenEquals(key, kept)),
      again,
    ),
    ask(kept, context.references.lambda('keep-survey-answer'), parameters, { next, failed: next }),
    count(again, 1, { again: id, done: next }),
  ];
}

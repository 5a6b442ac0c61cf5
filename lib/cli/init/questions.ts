// What was not said with options: asked at a terminal, each question with its usual answer, which
// Enter takes.
import type { Wrong } from '../option-values.ts';
import type { TypedLines } from '../typed-lines.ts';
import {
  type Answers,
  countryName,
  countryOfZone,
  mainZone,
  readChannels,
  readCountry,
  readLanguages,
  readTimeZone,
  usualLanguages,
} from './answers.ts';

/** Asks, or takes what is usual; undefined: the user went away. */
export type Ask = <T>(question: Question<T>) => Promise<T | undefined>;

interface Question<T> {
  readonly text: string;
  readonly usual: T;
  readonly shown: string;
  readonly read: (text: string) => T | Wrong;
}

export const askingNothing: Ask = async ({ usual }) => usual;

/** A wrong answer is explained and asked for again. */
export function askingAt(lines: TypedLines, out: (line: string) => void): Ask {
  return async ({ text, usual, shown, read }) => {
    for (;;) {
      out(`${text} (${shown})`);
      const typed = await lines.next();
      if (typed === undefined) return undefined;
      if (typed.trim() === '') return usual;
      const found = read(typed);
      if (!isWrong(found)) return found;
      out(found.wrong);
    }
  };
}

const isWrong = (found: unknown): found is Wrong =>
  typeof found === 'object' && found !== null && 'wrong' in found;

/** Each usual answer follows from the ones before. */
export async function answersOf(
  given: Partial<Answers>,
  machineZone: string,
  ask: Ask,
): Promise<Answers | undefined> {
  const country = given.country ?? (await ask(countryQuestion(countryOfZone(machineZone))));
  if (country === undefined) return undefined;
  const languages = given.languages ?? (await ask(languagesQuestion(country)));
  if (languages === undefined) return undefined;
  const timeZone = given.timeZone ?? (await ask(timeZoneQuestion(country)));
  if (timeZone === undefined) return undefined;
  const channels = given.channels ?? (await ask(CHANNELS_QUESTION));
  if (channels === undefined) return undefined;
  return { country, languages, timeZone, channels };
}

const countryQuestion = (usual: string): Question<string> => ({
  text: 'Which country do you call? A code or a name',
  usual,
  shown: `${usual}, ${countryName(usual)}`,
  read: readCountry,
});

function languagesQuestion(country: string): Question<Answers['languages']> {
  const usual = usualLanguages(country);
  return {
    text: 'Which languages do you speak there? en, pl, cs; the main one first',
    usual,
    shown: usual.join(', '),
    read: readLanguages,
  };
}

function timeZoneQuestion(country: string): Question<string> {
  const usual = mainZone(country);
  return { text: 'Which time zone is the centre in?', usual, shown: usual, read: readTimeZone };
}

const CHANNELS_QUESTION: Question<Answers['channels']> = {
  text: 'What is there beside outbound calls? inbound, sms, email',
  usual: new Set(['outbound']),
  shown: 'nothing else',
  read: readChannels,
};

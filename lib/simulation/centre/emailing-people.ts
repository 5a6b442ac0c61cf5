// People who get e-mails: some answer, for some a program does, most say nothing. What one of them
// does follows from the address and how many e-mails it has got.

import type { EmailBehaviour } from '../phone-network/behaviour.ts';
import { drawDuration } from '../phone-network/callee.ts';
import type { Random } from '../random.ts';
import { mailText } from './written-mail.ts';

export interface NetworkEmail {
  /** The person. */
  readonly to: string;
  /** Where they answer to; nobody reads answers that go elsewhere. */
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  /** As the provider names it. */
  readonly id: string;
}

/** Of the answers, by the first letters of the language. */
type Language = keyof typeof ANSWERS;

interface EmailingPeople {
  readonly random: Random;
  readonly behaviour: EmailBehaviour;
  readonly language: Language;
  /** @param ms simulated */
  readonly after: (ms: number, then: () => void) => void;
  /** A person has sent this to that address. */
  readonly wrote: (to: string, raw: Uint8Array) => void;
}

const ANSWERS = {
  en: {
    says: [
      'Thank you. Could we talk on Thursday?',
      'What does it cost for two?',
      'Thanks, got it.',
    ],
    away: 'I am out of the office until Monday.',
    wrote: (whom: string) => `On Mon, 2 Mar 2026 at 10:00, ${whom} wrote:`,
  },
  pl: {
    says: [
      'Dzień dobry, dziękuję. Czy możemy umówić się na czwartek?',
      'Ile to kosztuje dla dwóch osób?',
      'Dziękuję za wiadomość, zadzwonię jutro.',
    ],
    away: 'Jestem poza biurem do poniedziałku.',
    wrote: (whom: string) => `W dniu 2.03.2026 o 10:00, ${whom} pisze:`,
  },
  cs: {
    says: [
      'Dobrý den, děkuji. Hodil by se čtvrtek?',
      'Kolik to stojí pro dvě osoby?',
      'Děkuji, ozvu se zítra.',
    ],
    away: 'Jsem mimo kancelář do pondělí.',
    wrote: (whom: string) => `Dne 2. 3. 2026 v 10:00 ${whom} napsal:`,
  },
} as const;

/** @returns call it for each e-mail that reaches a person */
export function emailingPeople(about: EmailingPeople): (got: NetworkEmail) => void {
  const { random, behaviour, language, after, wrote } = about;
  const gotten = new Map<string, number>();
  return (got) => {
    const { to, replyTo } = got;
    if (replyTo === undefined) return;
    const nth = (gotten.get(to) ?? 0) + 1;
    gotten.set(to, nth);
    const own = random.fork(`${to} ${nth}`);
    const chance = own.next();
    const automatic = chance < behaviour.automatic;
    // of a conversation people tire
    if (chance >= behaviour.automatic + behaviour.reply / 2 ** (nth - 1)) return;
    const { says, away, wrote: heading } = ANSWERS[language];
    const raw = mailText({
      ...{ from: to, to: replyTo, automatic },
      subject: `Re: ${got.subject.replace(/^Re: /, '')}`,
      text: automatic ? away : (says[Math.floor(own.next() * says.length)] ?? says[0]),
      id: `<${nth}.${to}>`,
      answers: `<${got.id}@email.amazonses.com>`,
      quotes: automatic ? undefined : { heading: heading(replyTo), text: got.text },
    });
    const ms = automatic ? 1000 : drawDuration(own, behaviour.after);
    after(ms, () => wrote(replyTo, new TextEncoder().encode(raw)));
  };
}

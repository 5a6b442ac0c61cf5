// People who get text messages: some answer, some want no more of them, most say nothing. What one
// of them does follows from the number and how many texts it has got, not from the order of events.

import type { TextBehaviour } from '../phone-network/behaviour.ts';
import { drawDuration } from '../phone-network/callee.ts';
import type { Random } from '../random.ts';

/** A text as it goes over the network. */
export interface NetworkText {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

interface TextingPeople {
  readonly random: Random;
  readonly behaviour: TextBehaviour;
  /** @param ms simulated */
  readonly after: (ms: number, then: () => void) => void;
  /** A person has written to a number of the centre. */
  readonly wrote: (text: NetworkText) => void;
}

/** By calling code; anybody else writes English. */
const ANSWERS: readonly (readonly [code: string, yes: readonly string[], stop: string])[] = [
  ['+48', ['Tak, pasuje mi', 'Poproszę o inny termin', 'Dziękuję, będę'], 'REZYGNUJĘ'],
  ['+420', ['Ano, hodí se mi to', 'Prosím o jiný termín', 'Děkuji, přijdu'], 'ODHLÁSIT'],
];
const ENGLISH = [['Yes, that suits me', 'Another day, please', 'Thank you'], 'STOP'] as const;

/** @returns call it for each text that reaches a person */
export function textingPeople(about: TextingPeople): (got: NetworkText) => void {
  const { random, behaviour, after, wrote } = about;
  const gotten = new Map<string, number>();
  return ({ from, to }) => {
    // nobody can answer a name
    if (!from.startsWith('+')) return;
    const nth = (gotten.get(to) ?? 0) + 1;
    gotten.set(to, nth);
    const own = random.fork(`${to} ${nth}`);
    const text = answerOf(to, nth, own, behaviour);
    if (text === undefined) return;
    after(drawDuration(own, behaviour.after), () => wrote({ from: to, to: from, text }));
  };
}

/** Of a conversation people tire: each text is answered half as often as the one before. */
function answerOf(
  phone: string,
  nth: number,
  own: Random,
  { reply, stop }: TextBehaviour,
): string | undefined {
  const found = ANSWERS.find(([code]) => phone.startsWith(code));
  const [texts, word] = found === undefined ? ENGLISH : ([found[1], found[2]] as const);
  const chance = own.next();
  if (chance < stop) return own.next() < 0.5 ? 'STOP' : word;
  if (chance >= stop + reply / 2 ** (nth - 1)) return undefined;
  return texts[Math.floor(own.next() * texts.length)];
}

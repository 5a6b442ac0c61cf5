import { didYouMean, listed } from '../../../language/nearest.ts';
import type { Language } from '../../../language/schema/basics.ts';
import type { Check } from '../check-facts.ts';

type Engine = 'Standard' | 'Neural';

const BOTH: readonly Engine[] = ['Standard', 'Neural'];
const STANDARD: readonly Engine[] = ['Standard'];
const NEURAL: readonly Engine[] = ['Neural'];

/**
 * Amazon Polly's voices by language. Which of them are generative as well changes often, so that
 * engine is not checked.
 * docs.aws.amazon.com/polly/latest/dg/available-voices.html
 */
const VOICES: Readonly<Record<Language, Readonly<Record<string, readonly Engine[]>>>> = {
  en: {
    Amy: BOTH,
    Emma: BOTH,
    Brian: BOTH,
    Arthur: NEURAL,
    Danielle: NEURAL,
    Gregory: NEURAL,
    Ivy: BOTH,
    Joanna: BOTH,
    Kendra: BOTH,
    Kimberly: BOTH,
    Salli: BOTH,
    Joey: BOTH,
    Justin: BOTH,
    Kevin: BOTH,
    Matthew: BOTH,
    Ruth: NEURAL,
    Stephen: NEURAL,
    Nicole: STANDARD,
    Russell: STANDARD,
    Olivia: NEURAL,
    Niamh: NEURAL,
    Aria: NEURAL,
    Ayanda: NEURAL,
    Jasmine: NEURAL,
    Kajal: NEURAL,
    Aditi: STANDARD,
    Raveena: STANDARD,
    Geraint: STANDARD,
  },
  pl: { Ola: NEURAL, Ewa: STANDARD, Maja: STANDARD, Jacek: STANDARD, Jan: STANDARD },
  cs: { Jitka: NEURAL },
};

/** The voice of an IVR speaks its language, with the engine that is asked for. */
export const unknownVoice: Check = function* ({ definitions, gaps, places }) {
  const { languages } = definitions.centre;
  for (const [id, { language = languages[0], voice }] of Object.entries(definitions.ivrs)) {
    const needed = [
      ['centre', 'languages'],
      ['ivrs', id, 'language'],
      ['ivrs', id, 'voice'],
    ];
    if (language === undefined || !voice || !needed.every(gaps.isWhole)) continue;
    const voices = VOICES[language];
    const engines = voices[voice.id];
    if (!engines) {
      const at = places.valueAt(['ivrs', id, 'voice', 'id']);
      const message = `Amazon Polly has no voice '${voice.id}' for language '${language}'`;
      yield { at, message, remedy: didYouMean(voice.id, Object.keys(voices)) };
    } else if (voice.engine !== 'Generative' && !engines.includes(voice.engine)) {
      const at = places.valueAt(['ivrs', id, 'voice', 'engine']);
      const message = `voice '${voice.id}' is not available with the engine ${voice.engine}`;
      yield { at, message, remedy: `Write engine: ${listed(engines)}.` };
    }
  }
};

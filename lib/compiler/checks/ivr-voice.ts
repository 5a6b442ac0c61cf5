import { diagnostic } from '../../language/diagnostic-codes.ts';
import { didYouMean, listed } from '../../language/nearest.ts';
import type { Language } from '../../language/schema/basics.ts';
import { type Check, namesFrom, unlessKnown } from './check-facts.ts';

type Engine = 'Standard' | 'Neural';

const BOTH: readonly Engine[] = ['Standard', 'Neural'];
const STANDARD: readonly Engine[] = ['Standard'];
const NEURAL: readonly Engine[] = ['Neural'];

/**
 * Amazon Polly's voices by language. Which of them are generative as well changes often, so that engine is not judged.
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

/** An IVR speaks a language of the centre, in a voice of that language. */
export const ivrVoice: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  const { languages } = definitions.centre;
  const spokenHere = namesFrom(facts, languages, ['centre', 'languages']);
  for (const [id, { language = languages[0], voice }] of Object.entries(definitions.ivrs)) {
    if (language === undefined) continue;
    const spoken = `the centre does not speak '${language}'`;
    const at = places.valueAt(['ivrs', id, 'language']);
    yield* unlessKnown('unknown-language', language, spokenHere, at, spoken);
    const isKnown = [
      ['centre', 'languages'],
      ['ivrs', id, 'language'],
      ['ivrs', id, 'voice'],
    ];
    if (!voice || !isKnown.every(gaps.isWhole)) continue;
    const voices = VOICES[language];
    const engines = voices[voice.id];
    if (!engines) {
      const message = `Polly has no voice '${voice.id}' that speaks '${language}'`;
      const where = places.valueAt(['ivrs', id, 'voice', 'id']);
      yield diagnostic('unknown-voice', where, message, didYouMean(voice.id, Object.keys(voices)));
    } else if (voice.engine !== 'Generative' && !engines.includes(voice.engine)) {
      const message = `'${voice.id}' is no voice of the engine ${voice.engine}`;
      const where = places.valueAt(['ivrs', id, 'voice', 'engine']);
      yield diagnostic('unknown-voice', where, message, `Write engine: ${listed(engines)}.`);
    }
  }
};

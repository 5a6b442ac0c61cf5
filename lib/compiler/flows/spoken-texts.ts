// What the outbound flows say on their own, in the three languages of the product (NEW-15), and the
// voice that says it. Voices are neural: Czech has no other (Jitka), and a missing engine means
// `Standard`, which would send the Czech flow down its error branch. Source: Amazon Polly voice
// list.

export const CALL_LANGUAGES = ['en', 'pl', 'cs'] as const;

export type CallLanguage = (typeof CALL_LANGUAGES)[number];

export interface Voice {
  /** Amazon Polly voice id, case sensitive. */
  readonly id: string;
  /** Engine in the console's spelling. */
  readonly engine: 'Standard' | 'Neural' | 'Generative';
}

export interface SpokenTexts {
  /** BCP-47, for UpdateContactData.LanguageCode. */
  readonly languageCode: string;
  readonly voice: Voice;
  /** Said when the call cannot be handed to a queue. */
  readonly apology: string;
  /** Said at once to a callee who waits for an agent. */
  readonly hold: string;
  /** Said when the longest wait is over, before hanging up. */
  readonly waitedTooLong: string;
}

export const SPOKEN_TEXTS: Readonly<Record<CallLanguage, SpokenTexts>> = {
  en: {
    languageCode: 'en-GB',
    voice: { id: 'Amy', engine: 'Neural' },
    apology: 'We are sorry, we cannot complete this call now. Goodbye.',
    hold: 'Please hold the line, we are connecting you.',
    waitedTooLong: 'We are sorry, all our agents are busy. Goodbye.',
  },
  pl: {
    languageCode: 'pl-PL',
    voice: { id: 'Ola', engine: 'Neural' },
    apology: 'Przepraszamy, nie możemy teraz zrealizować tego połączenia. Do widzenia.',
    hold: 'Proszę się nie rozłączać, za chwilę połączymy z konsultantem.',
    waitedTooLong: 'Przepraszamy, wszyscy konsultanci są zajęci. Do widzenia.',
  },
  cs: {
    languageCode: 'cs-CZ',
    voice: { id: 'Jitka', engine: 'Neural' },
    apology: 'Omlouváme se, tento hovor teď nemůžeme spojit. Na shledanou.',
    hold: 'Nezavěšujte prosím, za okamžik vás spojíme s operátorem.',
    waitedTooLong: 'Omlouváme se, všichni operátoři jsou obsazeni. Na shledanou.',
  },
};

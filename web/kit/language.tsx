// The language of the page: its texts, and dates and numbers as its readers write them.
import { createContext, useContext } from 'react';
import { type Formats, formatsOf } from './formats.ts';
import { sayIn } from './said/sayer.ts';
import type { en } from './texts/en.ts';
import {
  type English,
  LANGUAGES,
  type LanguageCode,
  preferred,
  type TextsOf,
  type Translate,
  translator,
} from './texts/texts.ts';

export interface Language<C> {
  readonly code: LanguageCode;
  readonly t: Translate<C>;
  readonly format: Formats;
  readonly change: (code: LanguageCode) => void;
}

type Any = Language<English>;
const LanguageContext = createContext<Any | undefined>(undefined);
export const LanguageProvider = LanguageContext.Provider;

/** Texts that all pages share. */
export const useKitLanguage = (): Language<typeof en> => useLanguageAround() as never;

/** The hook of a page, whose texts are its own and the shared ones. */
export const languageOf =
  <C,>() =>
  (): Language<C & typeof en> =>
    useLanguageAround() as never;

function useLanguageAround(): Any {
  const language = useContext(LanguageContext);
  if (language === undefined) throw new Error('no language around this component');
  return language;
}

const SHARED: TextsOf<typeof en> = {
  en: async () => (await import('./texts/en.ts')).en,
  pl: async () => (await import('./texts/pl.ts')).pl,
  cs: async () => (await import('./texts/cs.ts')).cs,
};

/** @param own texts of the page */
export async function loadLanguage(
  code: LanguageCode,
  own: TextsOf<English>,
  change: (code: LanguageCode) => void,
  timeZone: string | undefined,
): Promise<Any> {
  const [shared, texts, say] = await Promise.all([SHARED[code](), own[code](), sayIn(code)]);
  const all = { ...shared, ...texts } as English;
  return { code, t: translator(code, all), format: formatsOf(code, timeZone, say), change };
}

const KEPT = 'ringback.language';

export function keptLanguage(): LanguageCode {
  const kept = localStorage.getItem(KEPT);
  return LANGUAGES.find((one) => one === kept) ?? preferred(navigator.languages);
}

export const keepLanguage = (code: LanguageCode): void => localStorage.setItem(KEPT, code);

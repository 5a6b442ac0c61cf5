// Texts of the console, loaded in the language that is read.
import { languageOf } from '../kit/language.tsx';
import type { TextsOf } from '../kit/texts/texts.ts';
import type { en } from './texts/en.ts';

export const CONSOLE_TEXTS: TextsOf<typeof en> = {
  en: async () => (await import('./texts/en.ts')).en,
  pl: async () => (await import('./texts/pl.ts')).pl,
  cs: async () => (await import('./texts/cs.ts')).cs,
};

export const useConsole = languageOf<typeof en>();

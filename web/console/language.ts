// Texts of the console, loaded in the language that is read: those of each part together.
import { languageOf } from '../kit/language.tsx';
import type { LanguageCode, TextsOf } from '../kit/texts/texts.ts';
import type { en as dryRun } from './dry-run/texts/en.ts';
import type { en as filters } from './filters/texts/en.ts';
import type { en as people } from './people/texts/en.ts';
import type { en as reports } from './reports/texts/en.ts';
import type { en } from './texts/en.ts';

type Texts = typeof en & typeof dryRun & typeof filters & typeof people & typeof reports;

const own: TextsOf<typeof en> = {
  en: async () => (await import('./texts/en.ts')).en,
  pl: async () => (await import('./texts/pl.ts')).pl,
  cs: async () => (await import('./texts/cs.ts')).cs,
};
const ofDryRun: TextsOf<typeof dryRun> = {
  en: async () => (await import('./dry-run/texts/en.ts')).en,
  pl: async () => (await import('./dry-run/texts/pl.ts')).pl,
  cs: async () => (await import('./dry-run/texts/cs.ts')).cs,
};
const ofFilters: TextsOf<typeof filters> = {
  en: async () => (await import('./filters/texts/en.ts')).en,
  pl: async () => (await import('./filters/texts/pl.ts')).pl,
  cs: async () => (await import('./filters/texts/cs.ts')).cs,
};
const ofPeople: TextsOf<typeof people> = {
  en: async () => (await import('./people/texts/en.ts')).en,
  pl: async () => (await import('./people/texts/pl.ts')).pl,
  cs: async () => (await import('./people/texts/cs.ts')).cs,
};
const ofReports: TextsOf<typeof reports> = {
  en: async () => (await import('./reports/texts/en.ts')).en,
  pl: async () => (await import('./reports/texts/pl.ts')).pl,
  cs: async () => (await import('./reports/texts/cs.ts')).cs,
};

const all = async (language: LanguageCode) => {
  const parts = [
    own[language](),
    ofDryRun[language](),
    ofFilters[language](),
    ofPeople[language](),
    ofReports[language](),
  ];
  return Object.assign({}, ...(await Promise.all(parts))) as Texts;
};

export const CONSOLE_TEXTS: TextsOf<Texts> = {
  en: () => all('en'),
  pl: () => all('pl'),
  cs: () => all('cs'),
};

export const useConsole = languageOf<Texts>();

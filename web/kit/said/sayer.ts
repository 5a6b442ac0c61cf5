// What the API says in English, in the language of the page. Sentences are found by templates:
// many of them stand in timelines, written down long before anybody chose a language. What no
// template fits stays as it is.
import type { LanguageCode } from '../texts/texts.ts';

export type Say = (english: string) => string;
type Templates = Readonly<Record<string, string>>;

export const asItIs: Say = (english) => english;

/** Values that are sentences or words of ours themselves; the others are names and numbers. */
const SAID_TOO = ['because', 'what', 'state', 'kind', 'by', 'agent', 'parts'];
/** A list, with commas between its parts. */
const LIST = 'parts';
/** Sentences that are remembered: a page shows the same ones again and again. */
const REMEMBERED = 2000;

interface Template {
  readonly is: RegExp;
  readonly names: readonly string[];
  readonly says: string;
  /** Letters that are not a value: with more of them it fits better. */
  readonly weight: number;
}

/** @param en templates by key @param texts the same in another language */
export function sayer(en: Templates, texts: Templates): Say {
  const all = Object.entries(en).map(
    ([key, template]) => [template, texts[key] ?? template] as const,
  );
  const exact = new Map(all.filter(([template]) => !template.includes('{')));
  const templates = all
    .filter(([template]) => template.includes('{'))
    .map(([template, says]) => templateOf(template, says))
    .toSorted((a, b) => b.weight - a.weight);
  const remembered = new Map<string, string>();
  const find = (english: string): string => {
    const known = exact.get(english);
    if (known !== undefined) return known;
    for (const { is, names, says } of templates) {
      const values = is.exec(english);
      if (values !== null) return filled(says, names, values.slice(1));
    }
    return english;
  };
  const filled = (says: string, names: readonly string[], values: readonly string[]): string =>
    says.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[names.indexOf(name)];
      if (value === undefined) return whole;
      if (name === LIST) return value.split(', ').map(say).join(', ');
      return SAID_TOO.includes(name) ? say(value) : value;
    });
  const say: Say = (english) => {
    const before = remembered.get(english);
    if (before !== undefined) return before;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const said = find(english);
    remembered.set(english, said);
    return said;
  };
  return say;
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

function templateOf(template: string, says: string): Template {
  const parts = template.split(/\{(\w+)\}/);
  const literals = parts.filter((_, n) => n % 2 === 0);
  return {
    is: new RegExp(`^${literals.map(escaped).join('(.+?)')}$`, 's'),
    names: parts.filter((_, n) => n % 2 === 1),
    says,
    weight: literals.join('').length,
  };
}

/** Loaded by pages that are not in English only. */
export async function sayIn(language: LanguageCode): Promise<Say> {
  if (language === 'en') return asItIs;
  const [{ en }, texts] = await Promise.all([
    import('./en/said.ts'),
    language === 'pl'
      ? import('./pl/said.ts').then(({ pl }) => pl)
      : import('./cs/said.ts').then(({ cs }) => cs),
  ]);
  return sayer(en, texts);
}

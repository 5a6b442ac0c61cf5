// HTML and SVG as text. Whatever comes from files is escaped here and nowhere else.
import { escaped } from '../../../domain/model/escaped.ts';

/** Markup that may stand in a page as it is. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | undefined | readonly Markup[];

/** A template whose values are escaped, unless they are markup. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = texts.reduce(
    (whole, text, n) => whole + (n === 0 ? '' : asText(parts[n - 1])) + text,
    '',
  );
  return { markup };
}

function asText(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(Math.round(part * 100) / 100);
  if ('markup' in part) return part.markup;
  return part.map(({ markup }) => markup).join('');
}

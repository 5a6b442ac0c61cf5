// The two forms of an e-mail: HTML, and text for whoever reads that (CBR-11). It has paragraphs,
// lists, **bold** and [links](https://…). Apart from templates, whose engine is large.
import { escaped } from '../model/escaped.ts';

/** Signs with a meaning, and what stands for those of them that came with a value. */
const SIGNS: readonly string[] = ['*', '[', ']', '-'];
const STAND_INS = '\u{E000}\u{E001}\u{E002}\u{E003}';

/** A value is text, whatever it looks like. */
export const guard = (value: string): string =>
  [...value.replaceAll(/[\u{E000}-\u{E003}]/gu, '')]
    .map((sign) => {
      const n = SIGNS.indexOf(sign);
      // a dash within a value, as in a date, has none
      return n < 0 || sign === '-' ? sign : (STAND_INS[n] ?? sign);
    })
    .join('')
    .replaceAll(/(^|\n)( *)- /g, `$1$2${STAND_INS[3]} `);

const unguard = (text: string): string =>
  text.replaceAll(/[\u{E000}-\u{E003}]/gu, (sign) => SIGNS[STAND_INS.indexOf(sign)] ?? '');

export interface BothForms {
  readonly text: string;
  readonly html: string;
}

/** @param made with what came with values guarded */
export const markedUp = (made: string): BothForms => ({
  text: unguard(made.replaceAll(BOLD, '$1').replaceAll(LINK, '$1: $2')),
  html: page(blocksOf(made).map(blockHtml).join('\n')),
});

const BOLD = /\*\*([^*\n]+)\*\*/g;
/** Anything but these would let a link do more than lead somewhere. */
const LINK = /\[([^\]\n]+)\]\(((?:https:\/\/|mailto:|tel:)[^\s()<>"]+)\)/g;

/** Paragraphs and lists, which stand apart by an empty line. */
const blocksOf = (text: string): readonly string[] =>
  text.split(/\n\s*\n/).flatMap((block) => (block.trim() === '' ? [] : [block.trim()]));

function blockHtml(block: string): string {
  const lines = block.split('\n').map((line) => line.trim());
  if (lines.every((line) => line.startsWith('- ')))
    return `<ul>\n${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('\n')}\n</ul>`;
  return `<p>${lines.map(inline).join('<br>\n')}</p>`;
}

/** Escaped first: no value and no author writes a tag. */
const inline = (text: string): string =>
  unguard(
    escaped(text).replaceAll(LINK, '<a href="$2">$1</a>').replaceAll(BOLD, '<strong>$1</strong>'),
  );

const page = (body: string): string =>
  `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>\n`;

/** The same e-mail with a line at its end. */
export const withLastLine = (
  { text, html }: { readonly text: string; readonly html?: string | undefined },
  label: string,
  url: string,
): { readonly text: string; readonly html?: string } => ({
  text: `${text}\n\n${label}: ${url}\n`,
  ...(html === undefined
    ? {}
    : {
        html: html.replace(
          '\n</body>',
          () => `\n<p><a href="${escaped(url)}">${escaped(label)}</a></p>\n</body>`,
        ),
      }),
});

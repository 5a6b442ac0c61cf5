// The figures behind a plot, as a table one can read and copy.
import { html, type Markup } from './markup.ts';

export interface Table {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold words, beside the first. */
  readonly texts?: readonly number[];
  readonly sums?: readonly string[];
}

export function table({ caption, headings, rows, texts = [], sums }: Table): Markup {
  const cls = (column: number) => (texts.includes(column) ? html` class="text"` : html``);
  const cells = (row: readonly string[]) =>
    row.map((cell, n) =>
      n === 0 ? html`<th scope="row">${cell}</th>` : html`<td${cls(n)}>${cell}</td>`,
    );
  const heads = headings.map((heading, n) => html`<th scope="col"${cls(n)}>${heading}</th>`);
  return html`<div class="wide"><table>
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${cells(row)}</tr>\n`)}</tbody>${
    sums ? html`\n<tfoot><tr>${cells(sums)}</tr></tfoot>` : undefined
  }
</table></div>`;
}

/** Folded away: what the plot shows, in figures. */
export const behindPlot = (shown: Table): Markup =>
  html`<details><summary>The figures as a table</summary>${table(shown)}</details>`;

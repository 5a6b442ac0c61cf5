// What a cell holds once the traces of spreadsheets are off: text guards, invisible characters,
// accents in pieces.

/** Also the blanks and marks that trim() leaves. */
const EDGE = /[\s\p{Cf}\p{Cc}]/u;

export function cleanCell(cell: string): string {
  const trimmed = trimmedCell(cell);
  const guarded = /^="([^"]*)"$/.exec(trimmed)?.[1];
  if (guarded !== undefined) return trimmedCell(guarded).normalize('NFC');
  // '600100200 is text for a spreadsheet; 't Hooft is a name.
  const bare = /^'[\d=+@-]/.test(trimmed) ? trimmed.slice(1) : trimmed;
  return bare.normalize('NFC');
}

/**
 * Not an expression for both ends: on many blanks within a cell that takes the square of their
 * number.
 */
function trimmedCell(cell: string): string {
  let from = 0;
  let to = cell.length;
  while (from < to && EDGE.test(cell.charAt(from))) from++;
  while (to > from && EDGE.test(cell.charAt(to - 1))) to--;
  return cell.slice(from, to);
}

const SHOWN = 60;

/** As it is shown in a reason or a remark. */
export const shortened = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;

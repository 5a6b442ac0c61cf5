// A help text written for 120 columns, for terminals that are narrower: the lines of a paragraph
// and of the description of an option are joined, so that they can be broken elsewhere.

const WRITTEN_FOR = 120;
/** What stands further in goes on with the description above it. */
const DESCRIPTION = /^ {15,}/;

export function reflowHelp(help: string, columns: number | undefined): string {
  if (columns === undefined || columns >= WRITTEN_FOR) return help;
  const lines: string[] = [];
  for (const line of help.split('\n')) {
    const last = lines.at(-1);
    const goesOn =
      last !== undefined &&
      last !== '' &&
      (DESCRIPTION.test(line) || (/^\S/.test(line) && /^\S/.test(last)));
    if (goesOn) lines[lines.length - 1] = `${last} ${line.trim()}`;
    else lines.push(line);
  }
  return lines.map(withoutGaps).join('\n');
}

/** Defaults stand in a column of their own only where there is room for one. */
const withoutGaps = (line: string): string =>
  line.replaceAll(/(?<=\S) {2,}(?=\()/g, ' ').replace(/^( {2}--[\w-]+ <\w+>) (?=\S)/, '$1  ');

// A comment of TypeScript, broken into lines of a hundred columns where it is longer.
const WIDTH = 100;

export function docComment(text: string, indent = ''): string {
  const line = `${indent}/** ${text} */`;
  if (line.length <= WIDTH) return line;
  const lines: string[] = [];
  let current = `${indent} *`;
  for (const word of text.split(' ')) {
    if (current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = `${indent} *`;
    }
    current += ` ${word}`;
  }
  return [`${indent}/**`, ...lines, current, `${indent} */`].join('\n');
}

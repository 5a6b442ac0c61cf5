// Where a command's lines go: to a terminal fitted and coloured, to anything else as they are.
import type { Io } from '../command.ts';
import { fitText } from './fit-line.ts';
import { highlight } from './highlight.ts';

/** @param isForPrograms JSON: not a character may be added */
export function terminalIo(
  out: NodeJS.WriteStream,
  err: NodeJS.WriteStream,
  isForPrograms: boolean,
): Io {
  const writer = (stream: NodeJS.WriteStream, isPlain: boolean) => (text: string) => {
    const columns = stream.isTTY ? stream.columns : undefined;
    const shown = isPlain ? text : highlight(fitText(text, columns), stream);
    stream.write(`${shown}\n`);
  };
  return {
    out: writer(out, isForPrograms),
    err: writer(err, false),
    columns: out.isTTY ? out.columns : undefined,
  };
}

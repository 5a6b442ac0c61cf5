// Function logs are kept in memory for tests and tools; a run's terminal shows none of them.
import { MOST_KEPT, RingBuffer } from './ring-buffer.ts';

/** One line a function wrote. */
export interface LogLine {
  /** Simulated time, epoch ms. */
  readonly at: number;
  readonly function: string;
  readonly requestId: string;
  readonly text: string;
}

/** Keeps what functions write, so a run can be read afterwards; nothing goes to the terminal. */
export class LogSink {
  private readonly kept: RingBuffer<LogLine>;

  /** @param most lines that are kept at least */
  constructor(most = MOST_KEPT) {
    this.kept = new RingBuffer(most);
  }

  write(line: LogLine): void {
    this.kept.add(line);
  }

  lines(functionName?: string): readonly LogLine[] {
    const all = this.kept.all();
    return functionName === undefined ? all : all.filter((line) => line.function === functionName);
  }

  /** Structured lines only, as functions write them. */
  entries(functionName?: string): readonly Readonly<Record<string, unknown>>[] {
    return this.lines(functionName).flatMap((line) => {
      if (!line.text.startsWith('{')) return [];
      try {
        return [JSON.parse(line.text) as Record<string, unknown>];
      } catch {
        return [];
      }
    });
  }
}

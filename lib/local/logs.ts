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
  private kept: LogLine[] = [];
  private readonly limit: number;

  /** @param limit lines kept; the oldest half goes when twice as many have come */
  constructor(limit = 50_000) {
    this.limit = limit;
  }

  write(line: LogLine): void {
    this.kept.push(line);
    if (this.kept.length > 2 * this.limit) this.kept = this.kept.slice(-this.limit);
  }

  lines(functionName?: string): readonly LogLine[] {
    if (functionName === undefined) return [...this.kept];
    return this.kept.filter((line) => line.function === functionName);
  }

  /** Structured lines only, as the Powertools logger writes them. */
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

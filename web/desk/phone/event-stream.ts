// Server-sent events out of a body that goes on: `event:` and `data:` lines, an empty line after
// each event.
export interface StreamedEvent {
  readonly event: string;
  readonly data: unknown;
}

export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamedEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) yield* eventOf(block);
    }
  } finally {
    reader.releaseLock();
  }
}

function* eventOf(block: string): Generator<StreamedEvent> {
  const lineOf = (name: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n');
  const data = lineOf('data');
  if (data !== '') yield { event: lineOf('event'), data: JSON.parse(data) };
}

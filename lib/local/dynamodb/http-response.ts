// A reader for the few forms of HTTP response that DynamoDBs send; see connection-pool.ts for why.
/** An HTTP answer, read from what has come so far. */
export interface HttpResponse {
  readonly status: number;
  readonly body: Buffer;
  /** Bytes that belong to it. */
  readonly length: number;
}

const LINE = '\r\n';

/**
 * Undefined while it has not come whole. Knows Content-Length and chunks, which is what DynamoDBs
 * send.
 */
export function readHttpResponse(received: Buffer): HttpResponse | undefined {
  const end = received.indexOf(`${LINE}${LINE}`);
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const start = end + 4;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const stop = start + Number(length);
    if (received.length < stop) return undefined;
    return { status, body: received.subarray(start, stop), length: stop };
  }
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return readChunks(received, status, start);
  throw new Error(`an HTTP answer without a length: ${head.split(LINE)[0]}`);
}

function readChunks(received: Buffer, status: number, start: number): HttpResponse | undefined {
  const parts: Buffer[] = [];
  for (let at = start; ; ) {
    const line = received.indexOf(LINE, at);
    if (line < 0) return undefined;
    const size = Number.parseInt(received.toString('latin1', at, line), 16);
    const data = line + 2;
    const next = data + size + 2;
    if (received.length < next) return undefined;
    if (size === 0) return { status, body: Buffer.concat(parts), length: next };
    parts.push(received.subarray(data, data + size));
    at = next;
  }
}

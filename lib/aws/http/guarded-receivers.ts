// Receivers of webhooks, behind the guard of guarded-request.ts. Redirects are an answer like any
// other and are not followed; of the answer the first KB is read, for the log.
import type { IncomingMessage } from 'node:http';
import type { ReceiverAnswer, Receivers } from '../../application/ports/receivers.ts';
import { askOutside, INTERNET, type ServiceNetwork } from './guarded-request.ts';

const KEPT_BYTES = 1024;

export const guardedReceivers = (network: ServiceNetwork = INTERNET): Receivers => ({
  post: (request) => askOutside({ method: 'POST', ...request }, network, read),
});

async function read(answer: IncomingMessage): Promise<ReceiverAnswer> {
  const { statusCode: status = 0, headers } = answer;
  const retryAfter = headers['retry-after'];
  const coded = (headers['content-encoding'] ?? 'identity') !== 'identity';
  const text = coded ? '' : await firstOf(answer);
  answer.destroy();
  return { kind: 'answered', status, retryAfter, text };
}

/** Stops reading as soon as there is enough. A status that came counts, whatever happens then. */
async function firstOf(answer: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of answer as AsyncIterable<Uint8Array>) {
      parts.push(part);
      bytes += part.length;
      if (bytes >= KEPT_BYTES) break;
    }
  } catch {
    // the connection broke, or time is up: what has come is kept
  }
  const text = Buffer.concat(parts).subarray(0, KEPT_BYTES).toString();
  return text.replaceAll(/[^\P{C}\n\t]/gu, '').trim();
}

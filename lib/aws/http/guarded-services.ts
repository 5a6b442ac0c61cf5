// Services outside that calls ask (IVR-2, IVR-3, INB-14), behind the guard of guarded-request.ts:
// no redirects, a small answer, JSON only.
import type { IncomingMessage } from 'node:http';
import type { ServiceAnswer, Services } from '../../application/ports/services.ts';
import { askOutside, INTERNET, Refused, type ServiceNetwork } from './guarded-request.ts';

const LARGEST_ANSWER = 64 * 1024;

export const guardedServices = (network: ServiceNetwork = INTERNET): Services => ({
  ask: (request) => askOutside(request, network, read),
});

async function read(answer: IncomingMessage): Promise<ServiceAnswer> {
  const { statusCode: status = 0, headers } = answer;
  if (status >= 300 && status < 400) {
    answer.destroy();
    throw new Refused('the service sends elsewhere; redirects are not followed');
  }
  if (status < 200 || status >= 300) {
    answer.destroy();
    return { kind: 'answered', status, body: undefined };
  }
  const text = await textOf(answer);
  if (text.trim() === '') return { kind: 'answered', status, body: undefined };
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new Refused('the answer is compressed');
  if (!/^[^;]*[/+]json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    throw new Refused('the answer is no JSON');
  }
  return { kind: 'answered', status, body: parsed(text) };
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > LARGEST_ANSWER) {
      answer.destroy();
      throw new Refused('the answer is larger than 64 KiB');
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('the answer is no JSON');
  }
}

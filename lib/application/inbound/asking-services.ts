// A request of an IVR, sent with its secret or token. Everything that can go wrong is one answer,
// 'failed', with a reason that holds nothing of the caller, the secret or the answer: it goes into
// logs.

import { serviceRequest } from '../../domain/inbound/service-request.ts';
import type { ApiRequest } from '../../language/schema/api-request.ts';
import type { Ports } from '../ports/ports.ts';
import type { ServiceAnswer } from '../ports/services.ts';
import { Fault } from '../tasks/faults.ts';

type Answered =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly because: string };

/**
 * @param token of an api-login block @param once the Idempotency-Key of a request that may do
 *   something
 */
export async function askService(
  asked: ApiRequest,
  values: Readonly<Record<string, string>>,
  ports: Pick<Ports, 'secrets' | 'services'>,
  token?: string,
  once?: string,
): Promise<Answered> {
  const secret = await secretOf(asked, ports);
  if (secret.kind === 'failed') return secret;
  const bearer: Readonly<Record<string, string>> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const prepared = serviceRequest(asked, values, { ...bearer, ...secret.headers }, once);
  if (prepared.kind === 'impossible') return { kind: 'failed', because: prepared.because };
  const answer: ServiceAnswer = await ports.services.ask(prepared.request);
  if (answer.kind === 'failed') return answer;
  const { status, body } = answer;
  return status >= 200 && status < 300
    ? { kind: 'answered', body }
    : { kind: 'failed', because: `the service answered ${status}` };
}

async function secretOf(
  { secret }: ApiRequest,
  { secrets }: Pick<Ports, 'secrets'>,
): Promise<
  | { readonly kind: 'found'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly because: string }
> {
  if (secret === undefined) return { kind: 'found', headers: {} };
  try {
    return { kind: 'found', headers: { [secret.header]: await secrets.read(secret.name) } };
  } catch (error) {
    if (error instanceof Fault && error.name === 'NotFound') {
      return { kind: 'failed', because: `there is no secret '${secret.name}'` };
    }
    throw error;
  }
}

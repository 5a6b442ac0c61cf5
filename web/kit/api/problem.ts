// What went wrong with a request, as the API says it (lib/api/problems.ts), as the gateway says it,
// or because nobody answered.
interface Mistake {
  readonly pointer: string;
  readonly detail: string;
}

interface Facts {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly remedy?: string | undefined;
  readonly errors?: readonly Mistake[] | undefined;
}

export class ApiProblem extends Error {
  readonly facts: Facts;

  constructor(facts: Facts) {
    super(facts.detail ?? facts.title);
    this.name = 'ApiProblem';
    this.facts = facts;
  }
}

/** Nobody answered: the network, or the centre has ended. */
export const unreachable = (): ApiProblem =>
  new ApiProblem({ status: 0, code: 'unreachable', title: 'The API does not answer.' });

/** @param body as it was read; a text when it was no JSON */
export function problemOf(status: number, body: unknown): ApiProblem {
  const said = typeof body === 'object' && body !== null ? (body as Partial<Facts>) : {};
  const { message } = said as { readonly message?: unknown };
  return new ApiProblem({
    status,
    code: said.code ?? GATEWAY[status] ?? 'failed',
    title: said.title ?? String(message ?? `The API answered ${status}.`),
    detail: said.detail,
    remedy: said.remedy,
    errors: said.errors,
  });
}

/** Of answers without a code, which the gateway gives. */
const GATEWAY: Readonly<Record<number, string>> = { 401: 'signed-out', 429: 'too-many' };

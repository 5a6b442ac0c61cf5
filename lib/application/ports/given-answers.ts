import type { Instant } from '../../domain/model/instant.ts';

export interface GivenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What became of a request that came under this key before. */
export type Earlier =
  /** Never, or so long ago that it is forgotten: it is this request's from now on. */
  | { readonly kind: 'none' }
  | { readonly kind: 'answered'; readonly answer: GivenAnswer }
  | { readonly kind: 'under-way' }
  /** Another request had the key. */
  | { readonly kind: 'other' };

/** Answers by idempotency key, kept for a day. */
export interface GivenAnswers {
  /**
   * Of two at the same time one gets 'none'. A request that was begun and never answered loses its
   * key after a minute.
   * @param request a digest of it
   */
  begin(key: string, request: string, now: Instant): Promise<Earlier>;
  answered(key: string, answer: GivenAnswer): Promise<void>;
  /** The request came to nothing: the next one under the key is carried out. */
  forget(key: string): Promise<void>;
}

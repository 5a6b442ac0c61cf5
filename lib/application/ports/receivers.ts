export interface ReceiverRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Seconds for all of it. */
  readonly timeout: number;
}

/** failed: there was no answer, and why in words that hold nothing of the request. */
export type ReceiverAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter?: string | undefined;
      /** The first KB. */
      readonly text: string;
    }
  | { readonly kind: 'failed'; readonly because: string };

/** Receivers of webhooks: public addresses over https only; never raises (WHK-2). */
export interface Receivers {
  post(request: ReceiverRequest): Promise<ReceiverAnswer>;
}

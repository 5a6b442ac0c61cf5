// The messages between a function's worker thread and the cloud.
/** What a worker is started with. */
export interface WorkerStart {
  /** file: URL of the bundle's entry. */
  readonly file: string;
  readonly exportName: string;
  /** Simulated epoch ms while the module loads. */
  readonly now: number;
}

export interface Invocation {
  /** JSON, as it travels on AWS. */
  readonly payload: string;
  /** Simulated epoch ms. */
  readonly now: number;
  /** Milliseconds getRemainingTimeInMillis counts down from. */
  readonly timeLeft: number;
  readonly context: Readonly<Record<string, unknown>>;
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'result' | 'error' | 'broken'; readonly payload: string };

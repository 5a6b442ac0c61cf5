// The messages between a function's worker thread and the cloud.
/** What a worker is started with. */
export interface WorkerStart {
  /** file: URL of the bundle's entry. */
  readonly file: string;
  readonly exportName: string;
  /** Folder for compiled code, which a later environment starts faster with. */
  readonly compileCache: string;
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

/** An HTTP request to the gateway; names of headers are in lower case. */
export interface WorkerRequest {
  readonly method: string;
  /** With its query, still percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Names of headers are in lower case. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export type ToWorker =
  | { readonly kind: 'invocation'; readonly invocation: Invocation }
  /** Without an answer the connection is closed. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer: GatewayAnswer | undefined };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'request'; readonly id: number; readonly request: WorkerRequest }
  | { readonly kind: 'result' | 'error' | 'broken'; readonly payload: string };

// The messages between a worker thread, with the execution environments it hosts, and the cloud.
// Those of one turn of the event loop travel together, as a list.
/** What a worker thread is started with. */
export interface ThreadStart {
  /** Of the gateway. */
  readonly endpoint: string;
  /** Folder for compiled code, which a later environment starts faster with. */
  readonly compileCache: string;
}

/** What an execution environment is started with. */
export interface EnvironmentStart {
  /** file: URL of the bundle's entry. */
  readonly file: string;
  readonly exportName: string;
  /** All variables the function sees. */
  readonly variables: Readonly<Record<string, string>>;
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
  /** Text where it was given as text. */
  readonly body: Uint8Array | string;
}

/** Names of headers are in lower case. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export type ToEnvironment =
  | { readonly kind: 'start'; readonly start: EnvironmentStart }
  | { readonly kind: 'invocation'; readonly invocation: Invocation }
  /** Without an answer the connection is closed. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer: GatewayAnswer | undefined }
  | { readonly kind: 'end' };

export type FromEnvironment =
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'request'; readonly id: number; readonly request: WorkerRequest }
  | { readonly kind: 'result' | 'error' | 'broken'; readonly payload: string }
  /** It has ended by itself. */
  | { readonly kind: 'exited'; readonly why: string }
  /** As it was told to. */
  | { readonly kind: 'ended' };

/** Which environment of the thread, and what. */
export type ToWorker = readonly [environment: number, message: ToEnvironment];
export type FromWorker = readonly [environment: number, message: FromEnvironment];

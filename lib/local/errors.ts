// Whatever is not emulated is refused by name, never skipped: a green local run must mean
// something.

/** What the user named cannot be used as it is; the message says why and what to do. */
export class UnusableEndpoint extends Error {
  override readonly name = 'UnusableEndpoint';
}

/** An error as an AWS service answers it; the gateway writes it in the protocol of the service. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, details: Record<string, unknown> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

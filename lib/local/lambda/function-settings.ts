// Functions as templates describe them, apart from how they run.
import type { Role } from '../iam/iam.ts';

/** A function as the template describes it. */
export interface FunctionSettings {
  readonly name: string;
  readonly arn: string;
  readonly role: Role;
  readonly runtime: string;
  /** e.g. index.handler */
  readonly handler: string;
  readonly codeFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly timeout: number;
  /** MB. */
  readonly memory: number;
  /** Undefined: no limit of its own. */
  readonly reservedConcurrency: number | undefined;
  /** Where an asynchronous event goes that failed for good; ARN of a queue. */
  readonly deadLetterTarget: string | undefined;
}

/** How asynchronous invocations of a function are handled (AWS::Lambda::EventInvokeConfig). */
export interface AsyncSettings {
  readonly maximumRetryAttempts: number;
  readonly onFailure: string | undefined;
  readonly onSuccess: string | undefined;
}

export const DEFAULT_ASYNC: AsyncSettings = {
  maximumRetryAttempts: 2,
  onFailure: undefined,
  onSuccess: undefined,
};

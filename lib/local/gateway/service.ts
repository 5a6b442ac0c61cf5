// What every emulated service implements: the gateway decodes the request, authorises it and
// encodes errors, so that a service only names its actions, the permission each needs and what it
// does.
import type { IncomingHttpHeaders } from 'node:http';
import type { ConditionContext } from '../iam/conditions.ts';
import type { Principal } from '../iam/iam.ts';
import type { JsonObject } from '../json.ts';

/** How a service writes its errors. */
export type Protocol = 'json-1.0' | 'json-1.1' | 'rest-json' | 'rest-xml' | 'query';

export interface GatewayRequest {
  readonly method: string;
  /** Still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body, where it came as text. */
  readonly text?: string;
}

/** One request whose sender is known. */
export interface ServiceCall {
  readonly request: GatewayRequest;
  readonly action: string;
  readonly principal: Principal;
  /** Parsed once, on first use; an empty body is an empty object. */
  readonly json: () => JsonObject;
}

/** The permission needed before a call is handled. */
export interface Access {
  /** With its IAM prefix, e.g. sqs:SendMessage. */
  readonly action: string;
  readonly resource: string;
  /** It is enough to be allowed on one of these instead (SES: the address or its domain). */
  readonly alternatives?: readonly string[];
  readonly facts?: ConditionContext;
}

export interface ServiceResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** What AWS prices; 1 when left out. */
  readonly units?: number;
}

/** A service behind the gateway. */
export interface Service {
  /** The name requests are signed for, e.g. sqs. */
  readonly name: string;
  readonly protocol: Protocol;
  /** All actions it knows, for the documentation. */
  readonly actions: readonly string[];
  /** The action a request asks for, whether it is known or not. */
  readonly actionOf: (request: GatewayRequest) => string;
  readonly access: (call: ServiceCall) => readonly Access[];
  readonly handle: (call: ServiceCall) => Promise<ServiceResponse> | ServiceResponse;
}

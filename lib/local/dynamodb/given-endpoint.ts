// Where another DynamoDB than the one in this process is, if the user names one.
import { UnusableEndpoint } from '../errors.ts';

export interface GivenEndpoint {
  /** As the user gave it. */
  readonly own: string;
  readonly host: string;
  readonly port: number;
}

/** Environment variable naming any DynamoDB-compatible endpoint, e.g. DynamoDB Local. */
export const ENDPOINT_VARIABLE = 'RINGBACK_DYNAMODB_ENDPOINT';

export function givenEndpoint(env: NodeJS.ProcessEnv = process.env): GivenEndpoint | undefined {
  const own = env[ENDPOINT_VARIABLE];
  if (!own) return undefined;
  if (!/^http:\/\/[^/]+\/?$/.test(own) || !URL.canParse(own))
    throw new UnusableEndpoint(
      `${ENDPOINT_VARIABLE} is '${own}': write it like http://127.0.0.1:8000`,
    );
  const { hostname: host, port } = new URL(own);
  return { own, host, port: Number(port || 80) };
}

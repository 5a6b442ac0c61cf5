// What services' errors look like to a program, which the bundles must not change.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectClient, DescribeUserCommand } from '@aws-sdk/client-connect';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';

const ANSWERS = [
  [400, 'ResourceNotFoundException'],
  [404, 'ResourceNotFoundException'],
  [400, 'AccessDeniedException'],
  [429, 'ThrottlingException'],
  [400, 'ThrottlingException'],
  [500, 'InternalServiceException'],
  [500, 'InternalServerError'],
  [400, 'ANewException'],
] as const;

export interface ErrorSeen {
  readonly service: string;
  readonly name: string;
  readonly message: string;
  readonly fault: unknown;
  readonly status: unknown;
  readonly reason: unknown;
}

/** The error each service raises for each answer. */
export async function errorsOfServices(): Promise<readonly ErrorSeen[]> {
  const seen: ErrorSeen[] = [];
  for (const [status, type] of ANSWERS) seen.push(...(await errorsOf(status, type)));
  return seen;
}

async function errorsOf(status: number, type: string): Promise<readonly ErrorSeen[]> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
    response.end(JSON.stringify({ __type: type, Message: 'No, not this', Reason: 'Rule 7' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const config = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  };
  const asked = {
    connect: () =>
      new ConnectClient(config).send(new DescribeUserCommand({ InstanceId: 'i', UserId: 'u' })),
    secrets: () =>
      new SecretsManagerClient(config).send(new GetSecretValueCommand({ SecretId: 'any' })),
    ssm: () => new SSMClient(config).send(new GetParametersByPathCommand({ Path: '/any' })),
  };
  const seen: ErrorSeen[] = [];
  for (const [service, ask] of Object.entries(asked)) {
    const error = await ask().catch((thrown: unknown) => thrown);
    seen.push(describe(service, error));
  }
  server.closeAllConnections();
  server.close();
  return seen;
}

function describe(service: string, error: unknown): ErrorSeen {
  const { name, message, $fault, $metadata, Reason } = error as Error & {
    readonly $fault?: unknown;
    readonly $metadata?: { readonly httpStatusCode?: number };
    readonly Reason?: unknown;
  };
  const status = $metadata?.httpStatusCode;
  return { service, name, message, fault: $fault, status, reason: Reason };
}

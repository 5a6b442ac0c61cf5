// The API of a deployment, found with the AWS settings of whoever asks: its address and its
// programs are parameters of SSM, and Cognito has the secret of a program.
import { createHash, createHmac } from 'node:crypto';
import { GetParametersByPathCommand, SSMClient, type SSMClientConfig } from '@aws-sdk/client-ssm';
import { SignatureV4 } from '@smithy/signature-v4';
import { z } from 'zod';
import type { Wrong } from '../option-values.ts';

export interface DeployedSource {
  /** Of the AWS configuration files; undefined: what the environment says. */
  readonly profile: string | undefined;
  /** Of the deployment. */
  readonly name: string;
  /** The program to be; the first of the deployment when missing. */
  readonly program?: string | undefined;
}

/** What it goes out through; a test answers instead of AWS. */
export interface Outside {
  readonly aws: SSMClientConfig;
  readonly fetch: typeof fetch;
}

interface DeployedApi {
  readonly url: string;
  readonly token: string;
}

/** @returns where it is and an access token for it, or why not */
export async function deployedApi(
  { profile, name, program }: DeployedSource,
  outside: Outside = { aws: profile === undefined ? {} : { profile }, fetch },
): Promise<DeployedApi | Wrong> {
  const ssm = new SSMClient(outside.aws);
  const found = await parametersBelow(`/${name}/api`, ssm);
  const url = found.get('url');
  const pool = found.get('user-pool');
  if (url === undefined || pool === undefined)
    return { wrong: `there is no deployment '${name}' with an API in this account and region` };
  const tokenUrl = found.get('token-url');
  if (tokenUrl === undefined)
    return {
      wrong: `deployment '${name}' uses a user pool of another team: get a token there and give --url ${url} and --token`,
    };
  const programs = [...found.keys()]
    .filter((key) => key.startsWith('clients/'))
    .map((key) => key.slice('clients/'.length));
  const chosen = program ?? programs[0];
  const client = chosen === undefined ? undefined : found.get(`clients/${chosen}`);
  if (client === undefined)
    return { wrong: `there is no program '${chosen ?? ''}'; there are ${programs.join(', ')}` };
  const secret = await secretOf(pool, client, ssm, outside);
  if (typeof secret !== 'string') return secret;
  const token = await tokenFor(client, secret, tokenUrl, outside);
  return typeof token === 'string' ? { url: url.replace(/\/+$/, ''), token } : token;
}

async function parametersBelow(path: string, ssm: SSMClient): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  let NextToken: string | undefined;
  do {
    const command = new GetParametersByPathCommand({ Path: path, Recursive: true, NextToken });
    const page = await ssm.send(command);
    for (const { Name = '', Value = '' } of page.Parameters ?? [])
      found.set(Name.slice(path.length + 1), Value);
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}

const Described = z.object({ UserPoolClient: z.object({ ClientSecret: z.string() }) });
const Refusal = z.object({ message: z.string().optional(), Message: z.string().optional() });

/** One question, so that the client for all of Cognito need not be installed. */
async function secretOf(
  UserPoolId: string,
  ClientId: string,
  { config }: SSMClient,
  { fetch: ask }: Outside,
): Promise<string | Wrong> {
  const region = await config.region();
  const hostname = `cognito-idp.${region}.amazonaws.com`;
  const body = JSON.stringify({ UserPoolId, ClientId });
  const signer = new SignatureV4({
    service: 'cognito-idp',
    region,
    credentials: config.credentials,
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: 'https:',
    hostname,
    path: '/',
    headers: {
      host: hostname,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.DescribeUserPoolClient',
    },
    body,
  });
  const answer = await ask(`https://${hostname}/`, { method: 'POST', headers, body });
  const read: unknown = await answer.json();
  if (answer.ok) return Described.parse(read).UserPoolClient.ClientSecret;
  const { message, Message } = Refusal.parse(read);
  return { wrong: `Cognito does not give the secret of the program: ${message ?? Message ?? ''}` };
}

const Token = z.object({ access_token: z.string() });

async function tokenFor(
  client: string,
  secret: string,
  tokenUrl: string,
  { fetch: ask }: Outside,
): Promise<string | Wrong> {
  const basic = Buffer.from(`${client}:${secret}`).toString('base64');
  const answer = await ask(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!answer.ok) return { wrong: `${tokenUrl} gave no token: ${await answer.text()}` };
  return Token.parse(await answer.json()).access_token;
}

/** As the signer wants it. */
class Sha256 {
  private readonly hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    throw new Error('a digest is taken once');
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

// The API of a deployment, found with the AWS settings of whoever asks: its address and its
// programs are parameters of SSM, and Cognito has the secret of a program.
import { GetParametersByPathCommand, SSMClient, type SSMClientConfig } from '@aws-sdk/client-ssm';
import { z } from 'zod';
import { CognitoRefusal, cognito } from '../../aws/account/cognito.ts';
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

async function secretOf(
  UserPoolId: string,
  ClientId: string,
  { config }: SSMClient,
  { fetch: ask }: Outside,
): Promise<string | Wrong> {
  try {
    const described = await cognito(config, ask)('DescribeUserPoolClient', {
      UserPoolId,
      ClientId,
    });
    return Described.parse(described).UserPoolClient.ClientSecret;
  } catch (error) {
    if (!(error instanceof CognitoRefusal)) throw error;
    return { wrong: `Cognito does not give the secret of the program: ${error.message}` };
  }
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

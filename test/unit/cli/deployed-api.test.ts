import { describe, expect, it } from 'vitest';
import { deployedApi } from '../../../lib/cli/api/deployed.ts';
import { type Answer, answeringAws } from '../../support/answering-aws.ts';

const PARAMETERS = {
  url: 'https://api.example.org/',
  'user-pool': 'eu-central-1_pool',
  'token-url': 'https://clinic.auth.example.org/oauth2/token',
  'clients/billing': 'client-billing',
  'clients/crm': 'client-crm',
};

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** AWS and Cognito as a deployment has left them; `answers` are those of fetch by host. */
function aDeployment(
  parameters: Readonly<Record<string, string>> = PARAMETERS,
  answers: Readonly<Record<string, { status: number; body: unknown }>> = {},
) {
  const listed = (prefix: string) =>
    Object.entries(parameters).map(([key, Value]) => ({ Name: `${prefix}/${key}`, Value }));
  const { config, asked } = answeringAws(({ body }, nth): Answer => {
    const all = listed(String(body.Path));
    // page by page
    return {
      body:
        nth === 0 ? { Parameters: all.slice(0, 2), NextToken: '2' } : { Parameters: all.slice(2) },
    };
  });
  const sent: Sent[] = [];
  const fetched: typeof fetch = async (input, init) => {
    const url = String(input);
    sent.push({ url, headers: new Headers(init?.headers), body: String(init?.body) });
    const usual = url.includes('cognito-idp')
      ? { UserPoolClient: { ClientSecret: 's3cret' } }
      : { access_token: 'the-token' };
    const { status, body } = answers[new URL(url).host] ?? { status: 200, body: usual };
    return new Response(JSON.stringify(body), { status });
  };
  const source = { profile: 'clinic', name: 'clinic' };
  const outside = { aws: config, fetch: fetched };
  return { asked, sent, source, outside };
}

describe('the API of a deployment, by --profile', () => {
  it('is found with a token of its first program', async () => {
    const { asked, sent, source, outside } = aDeployment();

    const found = await deployedApi(source, outside);

    expect(found).toEqual({ url: 'https://api.example.org', token: 'the-token' });
    expect(asked[0]?.body).toMatchObject({ Path: '/clinic/api', Recursive: true });
    const [described, token] = sent;
    expect(described?.url).toBe('https://cognito-idp.eu-central-1.amazonaws.com/');
    expect(JSON.parse(described?.body ?? '')).toEqual({
      UserPoolId: 'eu-central-1_pool',
      ClientId: 'client-billing',
    });
    expect(described?.headers.get('authorization')).toMatch(
      /^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/eu-central-1\/cognito-idp\/aws4_request, SignedHeaders=.*host.*, Signature=[0-9a-f]{64}$/,
    );
    expect(token).toMatchObject({
      url: PARAMETERS['token-url'],
      body: 'grant_type=client_credentials',
    });
    const basic = Buffer.from('client-billing:s3cret').toString('base64');
    expect(token?.headers.get('authorization')).toBe(`Basic ${basic}`);
  });

  it('is asked as the program that is named', async () => {
    const { sent, source, outside } = aDeployment();

    await deployedApi({ ...source, program: 'crm' }, outside);
    const unknown = await deployedApi({ ...source, program: 'erp' }, aDeployment().outside);

    expect(sent[0]?.body).toContain('client-crm');
    expect(unknown).toEqual({ wrong: "there is no program 'erp'; there are billing, crm" });
  });

  it('is not found where there is none', async () => {
    const { source, outside } = aDeployment({});

    expect(await deployedApi(source, outside)).toEqual({
      wrong: "there is no deployment 'clinic' with an API in this account and region",
    });
  });

  it('has no token of its own where the user pool is of another team', async () => {
    const { 'token-url': _, ...others } = PARAMETERS;
    const { source, outside } = aDeployment(others);

    expect(await deployedApi(source, outside)).toEqual({
      wrong: expect.stringContaining('--url https://api.example.org/ and --token'),
    });
  });

  it('says what AWS refuses', async () => {
    const cognito = { status: 400, body: { message: 'not authorized to DescribeUserPoolClient' } };
    const noSecret = aDeployment(PARAMETERS, {
      'cognito-idp.eu-central-1.amazonaws.com': cognito,
    });
    const noToken = aDeployment(PARAMETERS, {
      'clinic.auth.example.org': { status: 400, body: { error: 'invalid_client' } },
    });

    expect(await deployedApi(noSecret.source, noSecret.outside)).toEqual({
      wrong: expect.stringContaining('not authorized to DescribeUserPoolClient'),
    });
    expect(await deployedApi(noToken.source, noToken.outside)).toEqual({
      wrong: expect.stringContaining('invalid_client'),
    });
  });
});

// The HTTP API: an API of the gateway with a route for each row of the route table, the functions
// behind it, the users it knows and the pages they work on. docs/decisions/0021-http-api.md says
// why so and not otherwise; 0024-web.md why the pages are here: they and the users name each other.
import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
  type WebSocketApi,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CfnApprovedOrigin } from 'aws-cdk-lib/aws-connect';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { ROUTES_OF } from '../api/routes/routes.ts';
import { definitionsVersion } from '../compiler/definitions-version.ts';
import { acknowledge } from './acknowledge.ts';
import { Live } from './api/live.ts';
import { NO_EDITOR, Pages } from './api/pages.ts';
import { Users } from './api/users.ts';
import type { ConnectStack } from './connect-stack.ts';
import type { DataStack } from './data-stack.ts';
import { type Deployment, stackPlace } from './deployment.ts';
import type { DialerStack } from './dialer-stack.ts';
import { watchApi } from './function-alarms.ts';
import { bindPorts } from './grants.ts';
import { API_TASK_NAMES, type ApiTaskName, LOGS_KEPT, TaskFunction } from './task-function.ts';

interface ApiProps {
  readonly deployment: Deployment;
  readonly data: DataStack;
  readonly connect: ConnectStack;
  readonly dialer: DialerStack;
}

/** Requests a second, of all callers together, and how many at once; beyond it they get 429. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };

/** Nothing of paths, queries or bodies: they name people. */
const LOGGED = JSON.stringify({
  request: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  error: '$context.error.messageString',
  authorizer: '$context.authorizer.error',
  integration: '$context.integrationErrorMessage',
});

type Functions = Readonly<Record<ApiTaskName, LambdaFunction>>;

export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, data, connect, dialer }: ApiProps) {
    super(scope, id, {
      ...stackPlace(deployment, 'api'),
      description: 'The HTTP API, its users and the pages of the web',
    });
    const users = new Users(this, 'Users', deployment);
    const functions = this.functions(deployment, dialer);
    const api = new HttpApi(this, 'Api', {
      apiName: deployment.name,
      description: 'The API of the contact centre',
      createDefaultStage: false,
      corsPreflight: corsFor(deployment.access?.consoleOrigin),
    });
    const live = new Live(this, 'Live', {
      deployment,
      admits: functions['api-live'],
      journal: data.journal,
      runtime: data.runtime,
      world: dialer.world,
    });
    const pages = this.pages({ api, live: live.api }, users, deployment, connect);
    users.addClients(pages?.origin);
    const { timeZone } = deployment.definitions.centre;
    pages?.publish({
      ...users.forPages(),
      timeZone,
      telephone: connect.instance.url,
      version: definitionsVersion(deployment.definitions),
      editor: NO_EDITOR,
    });
    this.addRoutes(api, users, functions);
    const stage = this.stage(api, deployment);
    watchApi(this, { ...functions, 'push-changes': live.push }, dialer.alarms);
    new CfnOutput(this, 'ApiUrl', { value: stage.url, description: 'Where the API is' });
    new CfnOutput(this, 'Issuer', { value: users.issuer, description: 'Issuer of its tokens' });
    if (pages !== undefined)
      new CfnOutput(this, 'ConsoleUrl', {
        value: `${pages.origin}/`,
        description: 'Where people work',
      });
    if (users.signIn !== undefined)
      new CfnOutput(this, 'TokenUrl', {
        value: `${users.signIn}/oauth2/token`,
        description: 'Where programs ask for tokens',
      });
    for (const [name, { userPoolClientId }] of users.clients)
      new CfnOutput(this, `Client-${name}`, { value: userPoolClientId });
    this.publish(deployment, users, stage.url);
  }

  /** Where commands with --profile look. */
  private publish({ name }: Deployment, users: Users, url: string): void {
    const { poolId, signIn, clients } = users;
    const programs = [...clients].filter(([client]) => client !== 'console');
    const values = {
      url,
      'user-pool': poolId,
      ...(signIn !== undefined && { 'token-url': `${signIn}/oauth2/token` }),
      ...Object.fromEntries(programs.map(([id, one]) => [`clients/${id}`, one.userPoolClientId])),
    };
    for (const [key, stringValue] of Object.entries(values))
      new StringParameter(this, `Published-${key.replace('/', '-')}`, {
        parameterName: `/${name}/api/${key}`,
        stringValue,
      });
  }

  /** None where nobody could sign in: of another team's pool its own address has to be told. */
  private pages(
    apis: { readonly api: HttpApi; readonly live: WebSocketApi },
    { signIn }: Users,
    deployment: Deployment,
    { instance }: ConnectStack,
  ): Pages | undefined {
    if (signIn === undefined) return undefined;
    const pages = new Pages(this, 'Pages', {
      ...apis,
      deployment,
      signIn,
      telephone: instance.url,
    });
    // Connect lets a page of that origin hold its softphone, or stand in its workspace
    new CfnApprovedOrigin(this, 'DeskOrigin', {
      instanceId: instance.arn,
      origin: pages.origin,
    });
    return pages;
  }

  private functions(deployment: Deployment, { world }: DialerStack): Functions {
    const made = API_TASK_NAMES.map((task) => {
      const { fn } = new TaskFunction(this, task, deployment);
      bindPorts(fn, task, world);
      return [task, fn] as const;
    });
    return Object.fromEntries(made) as Record<ApiTaskName, LambdaFunction>;
  }

  private addRoutes(api: HttpApi, users: Users, functions: Functions): void {
    const signedIn = new HttpJwtAuthorizer('Users', users.issuer, {
      jwtAudience: [...users.clients.values()].map(({ userPoolClientId }) => userPoolClientId),
    });
    // one permission for each function, not one for each route
    const settings = { scopePermissionToRoute: false };
    for (const task of API_TASK_NAMES) {
      const integration = new HttpLambdaIntegration(task, functions[task], settings);
      for (const { path, method, who } of Object.values(ROUTES_OF[task])) {
        const [added] = api.addRoutes({
          path,
          methods: [HttpMethod[method]],
          integration,
          authorizer: who === 'anyone' ? new HttpNoneAuthorizer() : signedIn,
        });
        if (added !== undefined && who === 'anyone')
          acknowledge(added, 'AwsSolutions-APIG4', 'It tells nothing of the centre.');
      }
    }
  }

  private stage(httpApi: HttpApi, { name }: Deployment): HttpStage {
    const logs = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/apis/${name}`,
      retention: LOGS_KEPT,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new HttpStage(this, 'Stage', {
      httpApi,
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(LOGGED),
      },
    });
  }
}

/** Pages of the console may call it, and no others. */
function corsFor(origin: string | undefined) {
  if (origin === undefined) return undefined;
  const { GET, POST, PUT, PATCH, DELETE } = CorsHttpMethod;
  return {
    allowOrigins: [origin],
    allowMethods: [GET, POST, PUT, PATCH, DELETE],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
    exposeHeaders: ['etag', 'link', 'retry-after'],
  };
}

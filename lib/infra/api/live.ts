// Being told of changes: a WebSocket API whose connections a function lets in, and a function that
// reads the journal's stream and tells them. Pages reach it at their own address (api/pages.ts).
// docs/decisions/0031-live-by-push.md
import { Duration, Stack } from 'aws-cdk-lib';
import { type CfnRoute, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { TASKS } from '../../application/tasks/tasks.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Deployment } from '../deployment.ts';
import { bindPorts } from '../grants.ts';
import type { World } from '../resources.ts';
import { TaskFunction } from '../task-function.ts';

/** Of the stage, and so the path at which pages connect. */
export const LIVE_PATH = 'live';

/** Connections a second, and how many at once: as many as there are pages that come back. */
const THROTTLE = { rateLimit: 50, burstLimit: 200 };
/** Lines of the journal that are told together. */
const LINES = 1000;

interface LiveProps {
  readonly deployment: Deployment;
  /** Lets connections in, and hears of their end. */
  readonly admits: LambdaFunction;
  readonly journal: ITable;
  readonly world: World;
}

export class Live extends Construct {
  readonly api: WebSocketApi;
  readonly push: LambdaFunction;

  constructor(scope: Construct, id: string, { deployment, admits, journal, world }: LiveProps) {
    super(scope, id);
    this.api = new WebSocketApi(this, 'Api', {
      apiName: `${deployment.name}-live`,
      description: 'Tells pages what has changed',
    });
    for (const route of ['$connect', '$disconnect']) {
      const integration = new WebSocketLambdaIntegration(route.slice(1), admits);
      const added = this.api.addRoute(route, { integration });
      acknowledge(
        added.node.defaultChild as CfnRoute,
        'AwsSolutions-APIG4',
        'The function lets in whoever has a ticket, which a verified token has bought.',
      );
    }
    const stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: this.api,
      stageName: LIVE_PATH,
      autoDeploy: true,
      throttle: THROTTLE,
    });
    acknowledge(
      stage,
      'AwsSolutions-APIG1',
      'Logs of WebSocket APIs take a role that is set for the whole account; the function logs who comes.',
    );
    this.push = new TaskFunction(scope, 'push-changes', deployment).fn;
    bindPorts(this.push, 'push-changes', {
      variables: { ...world.variables, LIVE_API: `${this.api.apiEndpoint}/${LIVE_PATH}` },
      holdings: {
        ...world.holdings,
        connections: [
          Stack.of(this).formatArn({
            service: 'execute-api',
            resource: this.api.apiId,
            resourceName: `${LIVE_PATH}/POST/@connections/*`,
          }),
        ],
      },
    });
    this.read(journal);
  }

  /** The second reader of the stream, beside the pipe; two are what a stream stands. */
  private read(journal: ITable): void {
    const { retries, gathers } = TASKS['push-changes'];
    const source = journal.tableStreamArn ?? '';
    this.push.addToRolePolicy(
      new PolicyStatement({
        actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
          (action) => `dynamodb:${action}`,
        ),
        resources: [source],
      }),
    );
    const mapping = new EventSourceMapping(this, 'Changes', {
      target: this.push,
      eventSourceArn: source,
      startingPosition: StartingPosition.LATEST,
      batchSize: LINES,
      maxBatchingWindow: Duration.seconds(gathers),
      retryAttempts: retries,
      // what is older, pages have seen by themselves
      maxRecordAge: Duration.minutes(1),
      filters: [{ pattern: '{"eventName":["INSERT"]}' }],
    });
    // it tests its rights when it is made
    if (this.push.role !== undefined) mapping.node.addDependency(this.push.role);
  }
}

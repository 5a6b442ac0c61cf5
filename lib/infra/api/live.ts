// Being told of changes: a WebSocket API whose connections a function lets in, and a function that
// reads the journal's stream, and of the run-time state's what agents do, and tells them. Pages
// reach it at their own address (api/pages.ts).
// docs/decisions/0031-live-by-push.md, docs/decisions/0044-agents-by-push.md
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
import type { AgentActivity } from '../../domain/model/agent.ts';
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

/** Seconds; breaks are few. */
const AGENTS_GATHER = 1;

/** What is in no journal, because no call has anything to do with it. */
const AWAY: readonly AgentActivity[] = ['break', 'offline'];
/** Where the board of agents has its items (lib/aws/dynamodb/agent-board.ts). */
const ON_THE_BOARD = { Keys: { pk: { S: [{ prefix: 'agents#' }] } } };
const written = (NewImage: object) => ({ dynamodb: { ...ON_THE_BOARD, NewImage } });
const othersThan = (...activities: readonly AgentActivity[]) => ({
  S: [{ 'anything-but': activities }],
});
/**
 * Who comes, goes, begins or ends a break: of what is written to the table, all else starts
 * nothing, heartbeats of agents and what calls do with them included.
 */
const COMING_AND_GOING = [
  { eventName: ['INSERT'], dynamodb: ON_THE_BOARD },
  ...AWAY.map((away) => written({ activity: { S: [away] }, formerly: othersThan(away) })),
  written({ activity: othersThan(...AWAY), formerly: { S: AWAY } }),
];

interface LiveProps {
  readonly deployment: Deployment;
  /** Lets connections in, and hears of their end. */
  readonly admits: LambdaFunction;
  readonly journal: ITable;
  /** Has the board of agents. */
  readonly runtime: ITable;
  readonly world: World;
}

export class Live extends Construct {
  readonly api: WebSocketApi;
  readonly push: LambdaFunction;

  constructor(scope: Construct, id: string, props: LiveProps) {
    super(scope, id);
    const { deployment, admits, journal, runtime, world } = props;
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
    // the second reader of this stream, beside the pipe; two are what a stream stands
    this.read('Changes', journal, [{ eventName: ['INSERT'] }], TASKS['push-changes'].gathers);
    this.read('Agents', runtime, COMING_AND_GOING, AGENTS_GATHER);
  }

  private read(id: string, table: ITable, wanted: readonly object[], gathers: number): void {
    const { retries } = TASKS['push-changes'];
    const source = table.tableStreamArn ?? '';
    this.push.addToRolePolicy(
      new PolicyStatement({
        actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
          (action) => `dynamodb:${action}`,
        ),
        resources: [source],
      }),
    );
    const mapping = new EventSourceMapping(this, id, {
      target: this.push,
      eventSourceArn: source,
      startingPosition: StartingPosition.LATEST,
      batchSize: LINES,
      maxBatchingWindow: Duration.seconds(gathers),
      retryAttempts: retries,
      // what is older, pages have seen by themselves
      maxRecordAge: Duration.minutes(1),
      filters: wanted.map((pattern) => ({ pattern: JSON.stringify(pattern) })),
    });
    // it tests its rights when it is made
    if (this.push.role !== undefined) mapping.node.addDependency(this.push.role);
  }
}

// Telling pages of changes, over a real DynamoDB engine and the SDK's client with canned answers.
import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { gatewayAnnouncer } from '../../lib/aws/api-gateway/announcer.ts';
import { dynamoWatchers } from '../../lib/aws/dynamodb/watchers.ts';
import { answeringAws } from '../support/answering-aws.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { announcerContract } from './announcer.ts';
import { watchersContract } from './watchers.ts';

onDynamo((fresh) => {
  watchersContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoWatchers(db, runtime);
  });
});

announcerContract('the WebSocket API', async () => {
  const { asked, config } = answeringAws(({ path }) =>
    path.includes('c-2') ? { error: 'GoneException', status: 410 } : { status: 200 },
  );
  const endpoint = 'https://abc.execute-api.eu-central-1.amazonaws.com/live';
  const client = new ApiGatewayManagementApiClient({ ...config, endpoint });
  return {
    announcer: gatewayAnnouncer(client),
    here: 'c-1',
    gone: 'c-2',
    heard: () =>
      asked
        .filter(({ path }) => path === '/live/@connections/c-1')
        .map(({ body }) => JSON.stringify(body)),
  };
});

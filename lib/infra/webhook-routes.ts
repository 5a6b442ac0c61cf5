// From the bus to the webhooks: a rule for each kind of event that any webhook chose, so that what
// nobody asks for costs nothing and the number of rules does not grow with the campaigns. The
// message names the event and holds nothing of it: what is erased meanwhile is told to nobody.
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { endpointsOf } from '../domain/webhooks/endpoint.ts';
import type { Deployment } from './deployment.ts';
import { type EventRoutes, partsOf } from './event-routes.ts';

/** A pattern has 2048 characters at most; beyond, the function looks who chose the event. */
const MOST_CAMPAIGNS = 30;

export function webhookRoutes(
  routes: EventRoutes,
  { definitions }: Pick<Deployment, 'definitions'>,
  queue: Queue,
): void {
  const chosen = endpointsOf(definitions).flatMap(({ campaign, events }) =>
    events.map((type) => ({ type, campaign })),
  );
  const target = { arn: queue.queueArn, input: partsOf('campaign', 'id') };
  for (const [type, choices] of Map.groupBy(chosen, (choice) => choice.type)) {
    const campaigns = [...new Set(choices.map(({ campaign }) => campaign))];
    const detail: Record<string, readonly unknown[]> = {};
    if (campaigns.length <= MOST_CAMPAIGNS) detail.campaign = campaigns;
    // the rows of a file, and the records of a copy, are not told one by one
    if (type === 'record.added') {
      detail.row = [{ exists: false }];
      detail.copy = [{ exists: false }];
    }
    routes.onOurs(routes, `Webhooks-${type}`, type, detail, target);
  }
}

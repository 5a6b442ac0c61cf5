// From the bus to the webhooks: a rule for each endpoint, so that what nobody asks for costs
// nothing. The message names the event and holds nothing of it: what is erased meanwhile is told to
// nobody.
import { EventField, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { endpointKey, endpointsOf } from '../domain/webhooks/endpoint.ts';
import type { Deployment } from './deployment.ts';
import type { EventRoutes } from './event-routes.ts';

export function webhookRoutes(
  routes: EventRoutes,
  { definitions }: Pick<Deployment, 'definitions'>,
  queue: Queue,
): void {
  for (const { campaign, webhook, events } of endpointsOf(definitions)) {
    const input = RuleTargetInput.fromObject({
      campaign,
      webhook,
      event: EventField.fromPath('$.detail.id'),
    });
    const group = endpointKey({ campaign, webhook });
    const target = { arn: queue.queueArn, input, group };
    const id = `Webhook-${campaign}-${webhook}`;
    const of = { campaign: [campaign] };
    const others = events.filter((type) => type !== 'record.added');
    if (others.length > 0) routes.onOurs(id, others, of, target);
    if (others.length === events.length) continue;
    // the rows of a file are not told one by one
    const single = { ...of, row: [{ exists: false }] };
    routes.onOurs(`${id}-added`, 'record.added', single, target);
  }
}

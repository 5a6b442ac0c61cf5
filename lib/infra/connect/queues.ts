// Queues with their hours and caller ids, and one routing profile per agent group. The profile
// carries the group's id in its name: that is how agent events tell which group an agent belongs
// to. In an instance of others' making the deployment's name is before it: another deployment may
// have a group of the same name there.
import { CfnQueue, CfnRoutingProfile } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import type { Definitions } from '../../language/definitions.ts';
import type { Deployment } from '../deployment.ts';
import type { Instance } from './instance.ts';
import type { OwnNumber } from './own-numbers.ts';

interface Surroundings {
  readonly deployment: Deployment;
  readonly instance: Instance;
  readonly numbers: ReadonlyMap<string, OwnNumber>;
  /** Opening hours by id → ARN. */
  readonly hours: (id: string) => string;
}

/** Queue id → the queue. */
export function queues(scope: Construct, around: Surroundings): ReadonlyMap<string, CfnQueue> {
  const { deployment, instance } = around;
  const { definitions, name } = deployment;
  return new Map(
    Object.entries(definitions.queues).map(([id, queue]) => {
      const callerId = callerIdOf(id, around);
      const made = new CfnQueue(scope, `Queue-${id}`, {
        instanceArn: instance.arn,
        name: `${name} ${id}`,
        hoursOfOperationArn: around.hours(queue.hours),
        maxContacts: queue.capacity,
        outboundCallerConfig: {
          outboundCallerIdName: definitions.centre.name,
          outboundCallerIdNumberArn: callerId || undefined,
        },
      });
      return [id, made];
    }),
  );
}

/**
 * The first caller id of the first campaign that uses the queue, else the centre's first number.
 */
function callerIdOf(queue: string, { deployment, numbers }: Surroundings): string | undefined {
  const { campaigns } = deployment.definitions;
  const outbound = Object.values(campaigns).map((campaign) => campaign.channels.outbound);
  const wanted = outbound.filter((o) => o?.queue === queue).flatMap((o) => o?.callerIds ?? []);
  const candidates = [...wanted.map((id) => numbers.get(id)), ...numbers.values()];
  return candidates.find((number) => number?.arn !== undefined)?.arn;
}

/**
 * A group that serves no queue gets none: a profile without a queue cannot exist, and nobody would
 * call for it.
 */
export function routingProfiles(
  scope: Construct,
  { instance, deployment }: Surroundings,
  made: ReadonlyMap<string, CfnQueue>,
): ReadonlyMap<string, CfnRoutingProfile> {
  const profiles = new Map<string, CfnRoutingProfile>();
  for (const group of Object.keys(deployment.definitions.groups)) {
    const serves = queuesOf(deployment.definitions, group).flatMap((id) => made.get(id) ?? []);
    const [first] = serves;
    if (!first) continue;
    const profile = new CfnRoutingProfile(scope, `Group-${group}`, {
      instanceArn: instance.arn,
      name: profileName(deployment, group),
      description: `Agents of the group ${group}`,
      defaultOutboundQueueArn: first.attrQueueArn,
      mediaConcurrencies: [{ channel: 'VOICE', concurrency: 1 }],
      queueConfigs: serves.map((queue) => ({
        priority: 1,
        delay: 0,
        queueReference: { channel: 'VOICE', queueArn: queue.attrQueueArn },
      })),
    });
    profiles.set(group, profile);
  }
  return profiles;
}

function queuesOf(definitions: Definitions, group: string): readonly string[] {
  return Object.entries(definitions.queues)
    .filter(([, queue]) => queue.groups.includes(group))
    .map(([id]) => id);
}

const profileName = ({ name, definitions }: Deployment, group: string): string =>
  definitions.centre.connect.instanceArn === undefined ? group : `${name} ${group}`;

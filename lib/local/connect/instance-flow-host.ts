// What the flows of a call find in the local cloud: the resources of the Connect instance, and
// the deployed functions.
import type { FlowHost } from '../../simulation/connect/flow-host.ts';
import { IvrRecorder } from '../../simulation/connect/ivr-recorder.ts';
import type { CallerBehaviour } from '../../simulation/phone-network/behaviour.ts';
import type { Random } from '../../simulation/random.ts';
import type { Cloud } from '../cloud.ts';
import { putByService } from '../s3/s3-service.ts';
import type { ConnectInstance } from './connect-instance.ts';
import { invokeFromFlow } from './flow-functions.ts';

export function instanceFlowHost(
  instance: ConnectInstance,
  cloud: Cloud,
  people: { readonly random: Random; readonly callers: CallerBehaviour },
): FlowHost {
  const lastPart = (id: string) => id.slice(id.lastIndexOf('/') + 1);
  return {
    ...people,
    time: cloud.time,
    recorder: recorderOf(instance, cloud),
    flow(id) {
      const { content, ...flow } = instance.find(instance.flows, id, 'contact flow');
      return { ...flow, content: JSON.parse(content) };
    },
    isOpen({ hoursId, queueArn }) {
      const hours = hoursId ?? instance.find(instance.queues, queueArn, 'queue').hoursArn;
      return instance.find(instance.hours, hours, 'hours').isOpen(cloud.time.now());
    },
    promptLength: (id) => instance.find(instance.prompts, id, 'prompt').ms,
    target({ agentId, queueId }) {
      if (agentId !== undefined) {
        const user = instance.users.get(lastPart(agentId));
        return user && { kind: 'agent', arn: user.arn, name: user.name };
      }
      const queue = instance.queues.get(lastPart(queueId));
      return queue && { kind: 'queue', arn: queue.arn, name: queue.name };
    },
    capacityOf: (queue) => instance.find(instance.queues, queue, 'queue').maxContacts,
    groupsOf: (queue) =>
      [...instance.profiles.values()]
        .filter(({ queueArns }) => queueArns.includes(queue))
        .map(({ group }) => group),
    agentName: (id) => instance.users.get(id)?.name,
    invoke: (effect, later) => invokeFromFlow({ instance, cloud }, effect, later),
  };
}

/** Puts recordings where the instance stores them; into no bucket, where it stores none. */
function recorderOf(instance: ConnectInstance, cloud: Cloud): IvrRecorder {
  return new IvrRecorder(cloud.time, ({ contact, name, wav, startedAt, stoppedAt }) => {
    const storage = instance.recordings;
    if (!storage) return;
    const { bucket, prefix } = storage;
    const key = `${prefix}/${name}`;
    const location = `${bucket}/${key}`;
    instance.contacts.get(contact)?.recordings.push({ location, startedAt, stoppedAt });
    const { buckets, buses } = cloud;
    cloud.time.work('Connect writes a recording', () =>
      putByService({ buckets, buses }, { bucket, key, body: wav }),
    );
  });
}

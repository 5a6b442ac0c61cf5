// The targets rules, schedules and pipes can send to, and the permission each needs.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Faults } from '../faults.ts';
import type { Iam, Principal } from '../iam/iam.ts';
import type { Functions } from '../lambda/functions.ts';
import type { SqsQueues } from '../sqs/sqs-queues.ts';
import type { Machines } from '../states/machines.ts';

export interface TargetParts {
  readonly iam: Iam;
  readonly functions: Functions;
  readonly queues: SqsQueues;
  readonly machines: Machines;
  readonly faults: Faults;
}

export interface Delivery {
  readonly target: string;
  readonly principal: Principal;
  readonly payload: string;
  /** SQS: message group. */
  readonly group?: string | undefined;
}

/**
 * Throws for a target that could never be reached, so that a template is refused and not its first
 * event.
 */
export function checkTarget(target: string): void {
  serviceOf(target);
}

export function deliver(parts: TargetParts, { target, principal, payload, group }: Delivery): void {
  const { iam, functions, queues, machines, faults } = parts;
  const service = serviceOf(target);
  if (service === 'lambda') {
    const found = functions.get(target);
    iam.authorize(principal, 'lambda:InvokeFunction', found.settings.arn);
    functions.events.send(found, payload);
  } else if (service === 'sqs') {
    iam.authorize(principal, 'sqs:SendMessage', target);
    const sender = principal.kind === 'service' ? principal.name : principal.arn;
    queues.withArn(target).send({ body: payload, sender, group });
  } else {
    iam.authorize(principal, 'states:StartExecution', target);
    const fault = faults.onDelivery?.({ to: 'states', target, id: '', body: payload });
    for (let copy = 0; copy < (fault?.copies ?? 1); copy++)
      machines.withArn(target).start(payload, undefined, fault?.delay);
  }
}

function serviceOf(target: string): 'lambda' | 'sqs' | 'states' {
  const service = target.split(':')[2];
  if (service === 'lambda' || service === 'sqs' || service === 'states') return service;
  throw new NotEmulated(`target '${target}'`);
}

// Secrets for services outside (IVR-2, IVR-3, INB-14, CBR-10), made empty: no value ever stands in
// a file or a template. Their owner puts it in, and what is put in outlives the stack.
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { TaskName } from '../application/tasks/tasks.ts';
import type { Definitions } from '../language/definitions.ts';
import type { ApiRequest } from '../language/schema/api-request.ts';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { kept } from './kept.ts';

export function outsideSecrets(scope: Construct, deployment: Deployment): void {
  const { name, definitions } = deployment;
  for (const id of secretNames(definitions)) {
    const secret = new CfnSecret(scope, `Secret-${id}`, {
      name: `${name}/${id}`,
      description: 'For a service outside; put its value in by hand',
    });
    secret.applyRemovalPolicy(kept(deployment));
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'The service outside gives the value; only its owner can change it there and here.',
    );
  }
}

/** Those that any function asks for, without the deployment's prefix. */
export const secretNames = (definitions: Definitions): readonly string[] =>
  sorted(TASKS_THAT_ASK.flatMap((task) => secretsOf(task, definitions)));

/** Those whose services the task asks, by the definitions. */
export function secretsOf(task: TaskName, definitions: Definitions): readonly string[] {
  const requests = REQUESTS[task]?.(definitions) ?? [];
  return sorted(requests.flatMap(({ secret }) => secret?.name ?? []));
}

const REQUESTS: {
  readonly [T in TaskName]?: (definitions: Definitions) => readonly ApiRequest[];
} = {
  'call-api': ({ ivrs }) =>
    Object.values(ivrs)
      .flatMap((ivr) => Object.values(ivr.blocks))
      .flatMap((block) => ('request' in block ? [block.request] : [])),
  'authorise-caller': ({ campaigns }) =>
    Object.values(campaigns).flatMap(({ channels: { inbound } }) =>
      inbound && inbound.authorisation !== 'internal' ? [inbound.authorisation.request] : [],
    ),
  'begin-rule': ({ centre }) => (centre.hlr === undefined ? [] : [centre.hlr.request]),
};

const TASKS_THAT_ASK = Object.keys(REQUESTS) as readonly TaskName[];

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted();

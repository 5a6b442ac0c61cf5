// Secrets for services outside (IVR-2, IVR-3, INB-14), made empty: no value ever stands in a file
// or a template. Their owner puts it in, and what is put in outlives the stack.
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Definitions } from '../language/definitions.ts';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';

export function outsideSecrets(scope: Construct, deployment: Deployment): void {
  const { name, production, definitions } = deployment;
  for (const id of secretNames(definitions)) {
    const secret = new CfnSecret(scope, `Secret-${id}`, {
      name: `${name}/${id}`,
      description: 'For a service that an IVR asks; put its value in by hand',
    });
    secret.applyRemovalPolicy(production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'The service outside gives the value; only its owner can change it there and here.',
    );
  }
}

function secretNames({ ivrs, campaigns }: Definitions): readonly string[] {
  const blocks = Object.values(ivrs).flatMap((ivr) => Object.values(ivr.blocks));
  const ofBlocks = blocks.flatMap((block) => ('request' in block ? [block.request] : []));
  const ofCampaigns = Object.values(campaigns).flatMap(({ channels: { inbound } }) =>
    inbound && inbound.authorisation !== 'internal' ? [inbound.authorisation.request] : [],
  );
  const names = [...ofBlocks, ...ofCampaigns].flatMap(({ secret }) => secret?.name ?? []);
  return [...new Set(names)].toSorted();
}

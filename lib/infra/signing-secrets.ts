// What webhooks are signed with: drawn when the stack is made, so that no value ever stands in a
// file. A rotation by hand or by `rotate` leaves the value until then as AWSPREVIOUS, which signs
// for another day.
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { endpointsOf } from '../domain/webhooks/endpoint.ts';
import type { Definitions } from '../language/definitions.ts';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { kept } from './kept.ts';

/** Letters and digits are base64: 44 of them are a key of 33 bytes. */
const LETTERS = 44;

export function makeSigningSecrets(scope: Construct, deployment: Deployment): void {
  const { name, definitions } = deployment;
  for (const id of signingSecretNames(definitions)) {
    const secret = new CfnSecret(scope, `Signing-${id}`, {
      name: `${name}/${id}`,
      description: 'Signs the requests of a webhook; its receiver needs it too',
      generateSecretString: { passwordLength: LETTERS, excludePunctuation: true },
    });
    secret.applyRemovalPolicy(kept(deployment));
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'A rotation must reach the receiver, too: only people can arrange it.',
    );
  }
}

/** Without the deployment's prefix. */
export const signingSecretNames = (definitions: Definitions): readonly string[] => [
  ...new Set(
    endpointsOf(definitions).flatMap(({ target }) => (target.kind === 'url' ? target.secret : [])),
  ),
];

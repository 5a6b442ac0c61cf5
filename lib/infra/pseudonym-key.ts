// The key of the pseudonyms that stand for telephone numbers in ids, look-up keys and locks. It is
// drawn once for each deployment; with another one, people who are imported again would be new.
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { kept } from './kept.ts';

/** Its name; no secret of the definitions has a slash in its own. */
export const pseudonymSecret = ({ name }: Pick<Deployment, 'name'>): string =>
  `${name}/keys/pseudonyms`;

export function pseudonymKey(scope: Construct, deployment: Deployment): void {
  const secret = new CfnSecret(scope, 'PseudonymKey', {
    name: pseudonymSecret(deployment),
    description: 'Key of the pseudonyms of telephone numbers; lost, records are imported twice',
    generateSecretString: {
      secretStringTemplate: '{"former":[]}',
      generateStringKey: 'key',
      passwordLength: 64,
      excludePunctuation: true,
    },
  });
  secret.applyRemovalPolicy(kept(deployment));
  acknowledge(
    secret,
    'AwsSolutions-SMG4',
    'Another key gives everybody another id; it is changed by hand, keeping the former one.',
  );
}

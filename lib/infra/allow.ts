// A right, spelled out: exact actions on exact resources. The grant methods of the CDK often add
// what comes with it.
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';

export function allow(role: Role, resource: string, ...actions: string[]): void {
  role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
}

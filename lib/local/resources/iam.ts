// IAM resources. Policies of users and groups are refused: there are none here.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Iam } from '../iam/iam.ts';
import { MANAGED_POLICIES } from '../iam/managed-policies.ts';
import { parsePolicy, type Statement } from '../iam/policy.ts';
import { own } from '../json.ts';
import { ignored, json, resourceKind } from '../template/resource-kind.ts';

const InlinePolicy = z.strictObject({ PolicyName: z.string(), PolicyDocument: json });

/** AWS::IAM::Role */
export const iamRole = resourceKind(
  z.strictObject({
    RoleName: z.string().optional(),
    AssumeRolePolicyDocument: json,
    Policies: z.array(InlinePolicy).default([]),
    ManagedPolicyArns: z.array(z.string()).default([]),
    ...ignored('Description', 'MaxSessionDuration', 'Path', 'PermissionsBoundary', 'Tags'),
  }),
  ({ cloud, properties, generatedName }) => {
    const trusted = parseTrust(properties.AssumeRolePolicyDocument);
    const role = cloud.iam.addRole(properties.RoleName ?? generatedName, trusted);
    for (const { PolicyDocument } of properties.Policies)
      cloud.iam.allow(role, parsePolicy(PolicyDocument));
    for (const policyArn of properties.ManagedPolicyArns)
      cloud.iam.allow(role, managedPolicy(cloud.iam, policyArn));
    return {
      ref: role.name,
      attributes: { Arn: role.arn, RoleId: `AROA${role.name}` },
      thing: role,
    };
  },
);

/**
 * Trust policies are read for their principals only; their conditions (source account) always hold
 * here.
 */
function parseTrust(document: z.infer<typeof json>): readonly string[] {
  const plain = structuredClone(document) as { Statement?: { Condition?: unknown }[] };
  for (const statement of plain.Statement ?? []) delete statement.Condition;
  return parsePolicy(plain as z.infer<typeof json>)
    .filter((statement) => statement.effect === 'Allow')
    .flatMap((statement) => statement.principals);
}

function managedPolicy(iam: Iam, policyArn: string): readonly Statement[] {
  const customer = iam.managed.get(policyArn);
  if (customer) return customer;
  const name = policyArn.slice(policyArn.indexOf('policy/') + 'policy/'.length);
  const statements = own(MANAGED_POLICIES, name);
  if (!statements) throw new NotEmulated(`managed policy '${policyArn}'`);
  return statements;
}

/** AWS::IAM::Policy */
export const iamPolicy = resourceKind(
  z.strictObject({
    PolicyName: z.string(),
    PolicyDocument: json,
    Roles: z.array(z.string()).default([]),
    Users: z.array(z.string()).max(0).optional(),
    Groups: z.array(z.string()).max(0).optional(),
  }),
  ({ cloud, properties }) => {
    const statements = parsePolicy(properties.PolicyDocument);
    for (const name of properties.Roles) cloud.iam.allow(cloud.iam.roleByName(name), statements);
    return { ref: properties.PolicyName, attributes: { Id: properties.PolicyName } };
  },
);

/** AWS::IAM::ManagedPolicy */
export const iamManagedPolicy = resourceKind(
  z.strictObject({
    ManagedPolicyName: z.string().optional(),
    PolicyDocument: json,
    Roles: z.array(z.string()).default([]),
    Users: z.array(z.string()).max(0).optional(),
    Groups: z.array(z.string()).max(0).optional(),
    ...ignored('Description', 'Path'),
  }),
  ({ cloud, properties, generatedName }) => {
    const name = properties.ManagedPolicyName ?? generatedName;
    const policyArn = `arn:aws:iam::${cloud.location.account}:policy/${name}`;
    const statements = parsePolicy(properties.PolicyDocument);
    cloud.iam.managed.set(policyArn, statements);
    for (const role of properties.Roles) cloud.iam.allow(cloud.iam.roleByName(role), statements);
    return { ref: policyArn, attributes: { PolicyArn: policyArn } };
  },
);

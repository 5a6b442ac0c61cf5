// Who is calling, and may they? A principal is a role of the template (its access key was handed to
// a worker), the administrator (the command line, tests, the simulation) or an AWS service
// acting on its own, which needs the resource's policy.

import { type AwsLocation, globalArn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import { drawAccessKey } from './access-key.ts';
import type { ConditionContext } from './conditions.ts';
import { type AccessRequest, concerns, evaluate, type Statement } from './policy.ts';

export interface Role {
  readonly kind: 'role';
  readonly name: string;
  readonly arn: string;
  /** Policies arrive while the template is being read. */
  readonly statements: Statement[];
  /** Service names that may assume the role. */
  readonly trustedBy: readonly string[];
}
export interface Administrator {
  readonly kind: 'administrator';
  readonly arn: string;
}
export interface ServicePrincipal {
  readonly kind: 'service';
  /** e.g. events.amazonaws.com */
  readonly name: string;
  readonly sourceArn: string;
}
export type Principal = Role | Administrator | ServicePrincipal;

export class Iam {
  readonly administrator: Administrator;
  /** The administrator's access key in this run. */
  readonly administratorKey = drawAccessKey('administrator');
  /** Customer managed policies by ARN. */
  readonly managed = new Map<string, readonly Statement[]>();
  private readonly location: AwsLocation;
  private readonly roles = new Map<string, Role>();
  private readonly keys = new Map<string, Principal>();
  private readonly resourcePolicies = new Map<string, Statement[]>();
  private readonly decided = new Map<string, boolean>();

  constructor(location: AwsLocation) {
    this.location = location;
    this.administrator = { kind: 'administrator', arn: globalArn(location, 'iam', 'root') };
    this.keys.set(this.administratorKey, this.administrator);
  }

  addRole(name: string, trustedBy: readonly string[]): Role {
    const role: Role = {
      kind: 'role',
      name,
      arn: globalArn(this.location, 'iam', `role/${name}`),
      statements: [],
      trustedBy,
    };
    this.roles.set(role.arn, role);
    return role;
  }

  roleByArn(arn: string): Role {
    const role = this.roles.get(arn);
    if (!role) throw new AwsError('NoSuchEntity', `no role ${arn} in the assembly`, 404);
    return role;
  }

  roleByName(name: string): Role {
    return this.roleByArn(globalArn(this.location, 'iam', `role/${name}`));
  }

  /** Checks the trust policy, as AWS does when a service is given a role. */
  roleFor(service: string, arn: string): Role {
    const role = this.roleByArn(arn);
    if (!role.trustedBy.includes(service))
      throw new AwsError('AccessDenied', `${arn} does not trust ${service}`, 403);
    return role;
  }

  allow(role: Role, statements: readonly Statement[]): void {
    role.statements.push(...statements);
    this.decided.clear();
  }

  allowOnResource(resource: string, statements: readonly Statement[]): void {
    const existing = this.resourcePolicies.get(resource) ?? [];
    this.resourcePolicies.set(resource, [...existing, ...statements]);
    this.decided.clear();
  }

  /** In place of what was there. */
  setOnResource(resource: string, statements: readonly Statement[]): void {
    this.resourcePolicies.set(resource, [...statements]);
    this.decided.clear();
  }

  addKey(key: string, principal: Principal): void {
    this.keys.set(key, principal);
  }

  removeKey(key: string): void {
    this.keys.delete(key);
  }

  principalOf(key: string): Principal | undefined {
    return this.keys.get(key);
  }

  /** Throws AccessDenied naming principal, action and resource. */
  authorize(
    principal: Principal,
    action: string,
    resource: string,
    facts?: ConditionContext,
  ): void {
    if (this.isAllowed(principal, action, resource, facts)) return;
    const who = principal.kind === 'service' ? principal.name : principal.arn;
    const why =
      principal.kind === 'service'
        ? `the policy of ${resource} has no statement allowing it for ${principal.sourceArn}`
        : 'no identity-based policy allows it or one denies it';
    throw new AwsError(
      'AccessDeniedException',
      `User: ${who} is not authorized to perform: ${action} on resource: ${resource} because ${why}`,
      403,
    );
  }

  isAllowed(
    principal: Principal,
    action: string,
    resource: string,
    facts: ConditionContext = {},
  ): boolean {
    if (principal.kind === 'administrator') return true;
    const who =
      principal.kind === 'role' ? principal.arn : `${principal.name} ${principal.sourceArn}`;
    const key = `${who}|${action}|${resource}`;
    const known = this.decided.get(key);
    if (known !== undefined) return known;

    const question = { action, resource, context: { ...this.context(principal), ...facts } };
    const identity = principal.kind === 'role' ? principal.statements : [];
    const ofResource = this.statementsOn(resource, principal);
    const verdicts = [evaluate(identity, question), evaluate(ofResource, question)];
    const allowed = !verdicts.includes('deny') && verdicts.includes('allow');
    if (!dependsOnRequest([...identity, ...ofResource], question)) this.decided.set(key, allowed);
    return allowed;
  }

  private context(principal: Principal): ConditionContext {
    const account = this.location.account;
    // Local traffic is plain HTTP inside one process; on AWS the SDK always uses TLS.
    const transport = { 'aws:securetransport': 'true', 's3:tlsversion': '1.3' };
    if (principal.kind !== 'service')
      return {
        ...transport,
        'aws:principalarn': principal.arn,
        'aws:principalaccount': account,
      };
    return {
      ...transport,
      'aws:sourcearn': principal.sourceArn,
      'aws:sourceaccount': account,
      'aws:sourceowner': account,
    };
  }

  private statementsOn(resource: string, principal: Principal): readonly Statement[] {
    const policy = this.resourcePolicies.get(resource.split('/')[0] ?? resource) ?? [];
    const exact = this.resourcePolicies.get(resource) ?? [];
    const all = policy === exact ? exact : [...policy, ...exact];
    return all.filter((statement) => this.names(statement.principals, principal));
  }

  private names(principals: readonly string[], principal: Principal): boolean {
    const root = globalArn(this.location, 'iam', 'root');
    return principals.some((name) => {
      if (name === '*') return true;
      if (principal.kind === 'service') return name === principal.name;
      // Naming the account hands the decision to its identity policies, so it allows nothing by
      // itself.
      return name === principal.arn && name !== root;
    });
  }
}

/** Answers that hang on facts of one request (a sender address) must not be remembered. */
function dependsOnRequest(statements: readonly Statement[], question: AccessRequest): boolean {
  return statements.some(
    (statement) =>
      concerns(statement, question) &&
      statement.conditions.some((condition) => condition.key.startsWith('ses:')),
  );
}

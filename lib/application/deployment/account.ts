// What an account tells of itself before a centre is deployed into it. Everything is asked for
// reading only; an answer may be refused, which the caller then shows.

export interface Account {
  /** Lambda functions that may run at once, all together. */
  concurrentFunctions(): Promise<number>;
  /** Applied quotas of Amazon Connect by their names in Service Quotas. */
  connectQuotas(): Promise<ReadonlyMap<string, number>>;
  connectInstances(): Promise<readonly ConnectInstanceSummary[]>;
  /** What an instance has by now, whoever made it. */
  thingsOf(instanceArn: string): Promise<InstanceThings>;
  /** Numbers of the account in this region: E.164 → ARN. */
  ownNumbers(): Promise<ReadonlyMap<string, string>>;
  /** The one that is asked, such as eu-central-1. */
  region(): Promise<string>;
  email(): Promise<{ readonly sandbox: boolean; readonly perSecond: number }>;
  /** Those of the addresses and domains that SES has verified. */
  verified(identities: readonly string[]): Promise<ReadonlySet<string>>;
  /** The set of rules by which SES receives; without a name it receives nothing. */
  receiving(): Promise<{
    readonly ruleSet: string | undefined;
    /** Addresses and domains its rules name. */
    readonly recipients: ReadonlySet<string>;
  }>;
  texts(): Promise<{ readonly sandbox: boolean; readonly monthlySpend: number }>;
  /** Numbers (E.164) and names that text messages may be sent from. */
  textSenders(): Promise<ReadonlySet<string>>;
  /** What of a centre of this name is deployed. */
  deployed(name: string): Promise<Deployed>;
  /** A user pool of this account and region; undefined when there is none of that id. */
  userPool(id: string): Promise<UserPoolThings | undefined>;
  /** Those of the names that secrets have already. */
  secretsNamed(names: readonly string[]): Promise<ReadonlySet<string>>;
}

interface UserPoolThings {
  readonly groups: ReadonlySet<string>;
  /** A resource server of the identifier that the API’s scopes have. */
  readonly hasScopes: boolean;
}

export interface Deployed {
  /** Which stacks. */
  readonly data: boolean;
  readonly connect: boolean;
  readonly api: boolean;
  /** Id of the Connect instance its queues are in. */
  readonly instance?: string | undefined;
}

interface ConnectInstanceSummary {
  readonly arn: string;
  readonly alias: string | undefined;
}

export interface InstanceThings {
  readonly routingProfiles: ReadonlySet<string>;
  readonly queues: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
  /** Where agent events go; Connect allows one stream. */
  readonly agentEvents: string | undefined;
  /** Where recordings of calls go; Connect allows one place. */
  readonly recordings: string | undefined;
}

// The account and region the local cloud emulates, and the ARNs that follow from them.
/** Where the local cloud pretends to be. */
export interface AwsLocation {
  readonly partition: 'aws';
  readonly account: string;
  readonly region: string;
  /** Base URL of the gateway, e.g. http://127.0.0.1:4510, without a slash at the end. */
  readonly endpoint: string;
}

export function arn(location: AwsLocation, service: string, resource: string): string {
  return `arn:${location.partition}:${service}:${location.region}:${location.account}:${resource}`;
}

/** ARNs of services without a region (IAM). */
export function globalArn(location: AwsLocation, service: string, resource: string): string {
  return `arn:${location.partition}:${service}::${location.account}:${resource}`;
}

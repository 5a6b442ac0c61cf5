/** Where the local cloud pretends to be. */
export interface Place {
  readonly partition: 'aws';
  readonly account: string;
  readonly region: string;
  /** Base URL of the gateway, e.g. http://127.0.0.1:4510, without a slash at the end. */
  readonly endpoint: string;
}

export function arn(place: Place, service: string, resource: string): string {
  return `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource}`;
}

/** ARNs of services without a region (IAM). */
export function globalArn(place: Place, service: string, resource: string): string {
  return `arn:${place.partition}:${service}::${place.account}:${resource}`;
}

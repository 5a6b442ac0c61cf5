// Own numbers, shown to the called (DIA-4): claimed at deployment, or there already.
import { CfnPhoneNumber } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { kept } from '../kept.ts';
import type { Instance } from './instance.ts';

export interface OwnNumber {
  /** E.164. */
  readonly address: string;
  /**
   * ARN in Connect; an existing number may be given without it, then no queue can show it by
   * itself.
   */
  readonly arn: string | undefined;
}

export function createOwnNumbers(
  scope: Construct,
  deployment: Deployment,
  instance: Instance,
): ReadonlyMap<string, OwnNumber> {
  const numbers = Object.entries(deployment.definitions.centre.numbers);
  return new Map(
    numbers.map(([id, number]): [string, OwnNumber] => {
      if ('number' in number) return [id, { address: number.number, arn: number.arn }];
      const claimed = new CfnPhoneNumber(scope, `Number-${id}`, {
        targetArn: instance.arn,
        countryCode: number.claim.country,
        type: number.claim.type,
        description: `${deployment.name}: ${id}`,
      });
      // a number given back is gone: somebody else may have it tomorrow
      claimed.applyRemovalPolicy(kept(deployment));
      return [id, { address: claimed.attrAddress, arn: claimed.attrPhoneNumberArn }];
    }),
  );
}

// Secrets Manager: current versions only.
import { randomUUID } from 'node:crypto';
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import { jsonService } from '../gateway/json-service.ts';
import type { Service } from '../gateway/service.ts';

interface Secret {
  readonly name: string;
  readonly arn: string;
  /** undefined until a value is put in. */
  readonly value: string | undefined;
  readonly version: string;
}

/** AWS Secrets Manager: what the template makes, current versions only. */
export class SecretStore {
  private readonly location: AwsLocation;
  private readonly byArn = new Map<string, Secret>();

  constructor(location: AwsLocation) {
    this.location = location;
  }

  /** Secrets Manager adds six characters to every name. */
  create(name: string, value?: string): Secret {
    const secret = { name, arn: this.arnOf(name), value, version: randomUUID() };
    this.byArn.set(secret.arn, secret);
    return secret;
  }

  /** As the owner of the secret would. */
  put(name: string, value: string): void {
    const { arn: secretArn } = this.get(name);
    this.byArn.set(secretArn, { name, arn: secretArn, value, version: randomUUID() });
  }

  arnOf(nameOrArn: string): string {
    if (nameOrArn.startsWith('arn:')) return nameOrArn;
    return arn(this.location, 'secretsmanager', `secret:${nameOrArn}-LoCaL1`);
  }

  get(nameOrArn: string): Secret {
    const secret = this.byArn.get(this.arnOf(nameOrArn));
    if (secret) return secret;
    throw new AwsError(
      'ResourceNotFoundException',
      "Secrets Manager can't find the specified secret.",
    );
  }
}

export function secretsService(secrets: SecretStore): Service {
  return jsonService('secretsmanager', 'json-1.1', {
    GetSecretValue: {
      access: ({ SecretId }) => [
        { action: 'secretsmanager:GetSecretValue', resource: secrets.arnOf(String(SecretId)) },
      ],
      run: ({ SecretId }) => {
        const { name, arn: ARN, value, version } = secrets.get(String(SecretId));
        if (value === undefined)
          throw new AwsError(
            'ResourceNotFoundException',
            "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
          );
        return {
          ARN,
          Name: name,
          SecretString: value,
          VersionId: version,
          VersionStages: ['AWSCURRENT'],
        };
      },
    },
    DescribeSecret: {
      access: ({ SecretId }) => [
        { action: 'secretsmanager:DescribeSecret', resource: secrets.arnOf(String(SecretId)) },
      ],
      run: ({ SecretId }) => {
        const { name, arn: ARN } = secrets.get(String(SecretId));
        return { ARN, Name: name };
      },
    },
  });
}

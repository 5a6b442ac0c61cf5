// Secrets Manager: the current version of a secret and the one before it.
import { randomUUID } from 'node:crypto';
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import { jsonService } from '../gateway/json-service.ts';
import type { Service } from '../gateway/service.ts';
import type { SimulatedTime } from '../time.ts';

interface Version {
  readonly id: string;
  readonly value: string;
  /** Epoch ms, simulated. */
  readonly created: number;
}

interface Secret {
  readonly name: string;
  readonly arn: string;
  /** undefined until a value is put in. */
  readonly current: Version | undefined;
  readonly previous: Version | undefined;
}

const STAGES = { AWSCURRENT: 'current', AWSPREVIOUS: 'previous' } as const;
type Stage = keyof typeof STAGES;

/** AWS Secrets Manager: what the template makes, with the labels AWSCURRENT and AWSPREVIOUS. */
export class SecretStore {
  private readonly location: AwsLocation;
  private readonly time: Pick<SimulatedTime, 'now'>;
  private readonly byArn = new Map<string, Secret>();

  constructor(location: AwsLocation, time: Pick<SimulatedTime, 'now'>) {
    this.location = location;
    this.time = time;
  }

  /** Secrets Manager adds six characters to every name. */
  create(name: string, value?: string): Secret {
    const current = value === undefined ? undefined : this.version(value);
    const secret = { name, arn: this.arnOf(name), current, previous: undefined };
    this.byArn.set(secret.arn, secret);
    return secret;
  }

  /** As the owner of the secret would, or a function by PutSecretValue. */
  put(nameOrArn: string, value: string): Secret {
    const { name, arn: secretArn, current: previous } = this.get(nameOrArn);
    const secret = { name, arn: secretArn, current: this.version(value), previous };
    this.byArn.set(secretArn, secret);
    return secret;
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

  private version(value: string): Version {
    return { id: randomUUID(), value, created: this.time.now() };
  }
}

export function secretsService(secrets: SecretStore): Service {
  return jsonService('secretsmanager', 'json-1.1', {
    GetSecretValue: {
      access: ({ SecretId }) => [
        { action: 'secretsmanager:GetSecretValue', resource: secrets.arnOf(String(SecretId)) },
      ],
      run: ({ SecretId, VersionStage = 'AWSCURRENT' }) => {
        const secret = secrets.get(String(SecretId));
        const stage = String(VersionStage);
        const version = isStage(stage) ? secret[STAGES[stage]] : undefined;
        if (version === undefined)
          throw new AwsError(
            'ResourceNotFoundException',
            `Secrets Manager can't find the specified secret value for staging label: ${stage}`,
          );
        return {
          ARN: secret.arn,
          Name: secret.name,
          SecretString: version.value,
          VersionId: version.id,
          VersionStages: [stage],
          CreatedDate: version.created / 1000,
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
    PutSecretValue: {
      access: ({ SecretId }) => [
        { action: 'secretsmanager:PutSecretValue', resource: secrets.arnOf(String(SecretId)) },
      ],
      run: ({ SecretId, SecretString }) => {
        const { name, arn: ARN, current } = secrets.put(String(SecretId), String(SecretString));
        const VersionId = current?.id ?? null;
        return { ARN, Name: name, VersionId, VersionStages: ['AWSCURRENT'] };
      },
    },
  });
}

const isStage = (stage: string): stage is Stage => Object.hasOwn(STAGES, stage);

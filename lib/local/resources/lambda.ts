// Lambda functions and what belongs to them. There is one version of each: the deployed code.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Cloud } from '../cloud.ts';
import { ignored, number, resourceKind } from '../template/resource-kind.ts';

const Code = z.strictObject({
  S3Bucket: z.string().optional(),
  S3Key: z.string().optional(),
  ZipFile: z.string().optional(),
});

/** AWS::Lambda::Function */
export const lambdaFunction = resourceKind(
  z.strictObject({
    FunctionName: z.string().optional(),
    Code,
    Handler: z.string(),
    Role: z.string(),
    Runtime: z.string(),
    Timeout: number.default(3),
    MemorySize: number.default(128),
    ReservedConcurrentExecutions: number.optional(),
    Environment: z
      .strictObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
      .default({ Variables: {} }),
    DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
    ...ignored(
      'Architectures',
      'Description',
      'EphemeralStorage',
      'KmsKeyArn',
      // only functions that are not run here have some (resources/cloudfront.ts)
      'Layers',
      'LoggingConfig',
      'RecursiveLoop',
      'RuntimeManagementConfig',
      'Tags',
      'TracingConfig',
    ),
  }),
  ({ cloud, properties, generatedName }) => {
    const name = properties.FunctionName ?? generatedName.slice(0, 64);
    const created = cloud.functions.create({
      name,
      arn: cloud.functions.arnOf(name),
      role: cloud.iam.roleFor('lambda.amazonaws.com', properties.Role),
      runtime: properties.Runtime,
      handler: properties.Handler,
      codeFolder: codeFolder(cloud, properties.Code),
      environment: properties.Environment.Variables,
      timeout: properties.Timeout,
      memory: properties.MemorySize,
      reservedConcurrency: properties.ReservedConcurrentExecutions,
      deadLetterTarget: properties.DeadLetterConfig?.TargetArn,
    });
    return { ref: name, attributes: { Arn: created.settings.arn }, thing: created };
  },
);

/**
 * The folder of the asset the template's object key names; inline code gets a folder of its own.
 */
function codeFolder(cloud: Cloud, code: z.infer<typeof Code>): string {
  if (code.ZipFile !== undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'ringback-inline-'));
    writeFileSync(join(folder, 'index.js'), code.ZipFile);
    return folder;
  }
  const folder = cloud.assembly.assets.get(code.S3Key ?? '');
  if (!folder || !existsSync(folder))
    throw new NotEmulated(
      `code that is not an asset of the assembly: ${code.S3Bucket}/${code.S3Key}`,
    );
  return folder;
}

/** AWS::Lambda::Permission: a statement of the function's resource policy. */
export const lambdaPermission = resourceKind(
  z.strictObject({
    FunctionName: z.string(),
    Action: z.string(),
    Principal: z.string(),
    SourceArn: z.string().optional(),
    SourceAccount: z.string().optional(),
    ...ignored('PrincipalOrgID'),
  }),
  ({ cloud, properties, generatedName }) => {
    const conditions = [
      { operator: 'ArnLike', key: 'aws:sourcearn', value: properties.SourceArn },
      { operator: 'StringEquals', key: 'aws:sourceaccount', value: properties.SourceAccount },
    ].flatMap(({ operator, key, value }) =>
      value === undefined ? [] : [{ operator, key, values: [value] }],
    );
    const resource = cloud.functions.arnOf(properties.FunctionName);
    cloud.iam.allowOnResource(resource, [
      {
        effect: 'Allow',
        actions: [properties.Action],
        resources: [resource],
        principals: [properties.Principal],
        conditions,
      },
    ]);
    return { ref: generatedName };
  },
);

const Destination = z.strictObject({ Destination: z.string() }).optional();

/** AWS::Lambda::EventInvokeConfig; destinations are queues. */
export const lambdaEventInvokeConfig = resourceKind(
  z.strictObject({
    FunctionName: z.string(),
    Qualifier: z.string(),
    MaximumRetryAttempts: number.default(2),
    DestinationConfig: z
      .strictObject({ OnFailure: Destination, OnSuccess: Destination })
      .default({}),
    ...ignored('MaximumEventAgeInSeconds'),
  }),
  ({ cloud, properties, generatedName }) => {
    const { OnFailure, OnSuccess } = properties.DestinationConfig;
    cloud.functions.get(properties.FunctionName).asynchronous = {
      maximumRetryAttempts: properties.MaximumRetryAttempts,
      onFailure: OnFailure && queueDestination(OnFailure.Destination),
      onSuccess: OnSuccess && queueDestination(OnSuccess.Destination),
    };
    return { ref: generatedName };
  },
);

function queueDestination(arn: string): string {
  if (!arn.startsWith('arn:aws:sqs:')) throw new NotEmulated(`destination '${arn}' of a function`);
  return arn;
}

/** AWS::Lambda::Version and ::Alias: there is one version of everything here, the deployed one. */
export const lambdaVersion = resourceKind(
  z.strictObject({ FunctionName: z.string(), ...ignored('CodeSha256', 'Description') }),
  ({ cloud, properties }) => {
    const ref = `${cloud.functions.arnOf(properties.FunctionName)}:1`;
    return { ref, attributes: { Version: '1', FunctionArn: ref } };
  },
);

export const lambdaAlias = resourceKind(
  z.strictObject({
    FunctionName: z.string(),
    FunctionVersion: z.string(),
    Name: z.string(),
    ...ignored('Description'),
  }),
  ({ cloud, properties }) => {
    const ref = `${cloud.functions.arnOf(properties.FunctionName)}:${properties.Name}`;
    return { ref, attributes: { AliasArn: ref } };
  },
);

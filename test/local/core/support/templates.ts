// Fragments of templates that many tests need.

export const att = (id: string, name = 'Arn') => ({ 'Fn::GetAtt': [id, name] });
export const ref = (id: string) => ({ Ref: id });

export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
}

/** A role for a service with the given permissions. */
export function role(service: string, grants: readonly Grant[] = []) {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
      },
      Policies: grants.map(({ actions, resources }, i) => ({
        PolicyName: `grant${i}`,
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: actions, Resource: resources }],
        },
      })),
    },
  };
}

export const lambdaRole = (grants: readonly Grant[] = []) => role('lambda.amazonaws.com', grants);

/** A function whose code is the asset of that name and whose role is `<Id>Role` unless told. */
export function fn(asset: string, roleId: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: `${asset}.zip` },
      Handler: 'index.handler',
      Role: att(roleId),
      Runtime: 'nodejs24.x',
      Timeout: 10,
      ...more,
    },
  };
}

export const consumes = (queueId: string): Grant => ({
  actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  resources: [att(queueId)],
});

export const queue = (properties: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: properties,
});

export function mapping(
  functionId: string,
  source: unknown,
  more: Readonly<Record<string, unknown>> = {},
) {
  return {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { FunctionName: ref(functionId), EventSourceArn: source, ...more },
  };
}

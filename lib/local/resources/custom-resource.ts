// A custom resource of CloudFormation: its function is run for real, as the service principal of
// CloudFormation would have it run, and answers by a request to the address it was given. Only
// creation happens here: every local run is a new deployment.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { resourceKind } from '../template/resource-kind.ts';

const ANSWERS = '/cloudformation/answers';

const Answer = z.object({
  Status: z.enum(['SUCCESS', 'FAILED']),
  Reason: z.string().optional(),
  PhysicalResourceId: z.string(),
  Data: z.record(z.string(), z.unknown()).optional(),
});

export const customResourceKind = resourceKind(
  z.looseObject({ ServiceToken: z.string() }),
  async ({ cloud, properties, logicalId, stackName, generatedName }) => {
    // As on AWS, only whoever was given the address can answer.
    const path = `${ANSWERS}/${generatedName}/${randomUUID()}`;
    let answered: JsonObject | undefined;
    cloud.gateway.registerOpenRoute(path, ({ body }) => {
      const read: unknown = JSON.parse(body.toString('utf8'));
      if (isObject(read)) answered = read;
      return { status: 200, body: '' };
    });
    const { location } = cloud;
    const outcome = await cloud.functions.get(properties.ServiceToken).invoke(
      JSON.stringify({
        RequestType: 'Create',
        RequestId: generatedName,
        StackId: `arn:aws:cloudformation:${location.region}:${location.account}:stack/${stackName}/local`,
        LogicalResourceId: logicalId,
        ResponseURL: `${location.endpoint}${path}`,
        ResourceType: 'AWS::CloudFormation::CustomResource',
        ResourceProperties: properties,
      }),
    );
    if (!answered) throw new Error(`the function gave no answer: ${outcome.payload}`);
    const { Status, Reason, PhysicalResourceId, Data = {} } = Answer.parse(answered);
    if (Status === 'FAILED') throw new Error(Reason ?? 'the function gave no reason');
    return { ref: PhysicalResourceId, attributes: Data as Readonly<Record<string, Json>> };
  },
);

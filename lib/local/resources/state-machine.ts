// State machines. Standard workflows are refused: the interpreter keeps no history.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { arn } from '../aws-location.ts';
import type { Cloud } from '../cloud.ts';
import { isObject, type JsonObject, own } from '../json.ts';
import { ignored, json, resourceKind } from '../template/resource-kind.ts';

const Schema = z.strictObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.string().default('STANDARD'),
  RoleArn: z.string(),
  Definition: json.optional(),
  DefinitionString: z.string().optional(),
  DefinitionS3Location: z
    .strictObject({ Bucket: z.string(), Key: z.string(), Version: z.string().optional() })
    .optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  ...ignored('EncryptionConfiguration', 'LoggingConfiguration', 'Tags', 'TracingConfiguration'),
});

/** AWS::StepFunctions::StateMachine, Express only. */
export const stateMachine = resourceKind(Schema, ({ cloud, properties, generatedName }) => {
  if (properties.StateMachineType !== 'EXPRESS')
    throw new NotEmulated(`state machine type '${properties.StateMachineType}'`);
  const name = properties.StateMachineName ?? generatedName.slice(0, 80);
  const machine = cloud.machines.create({
    name,
    arn: arn(cloud.location, 'states', `stateMachine:${name}`),
    role: cloud.iam.roleFor('states.amazonaws.com', properties.RoleArn),
    definition: readDefinition(cloud, properties),
  });
  const { arn: machineArn } = machine.settings;
  return { ref: machineArn, attributes: { Arn: machineArn, Name: name }, thing: machine };
});

function readDefinition(cloud: Cloud, properties: z.infer<typeof Schema>): JsonObject {
  const text = properties.DefinitionString ?? fromAsset(cloud, properties) ?? 'null';
  const source = properties.Definition ? JSON.stringify(properties.Definition) : text;
  const filled = source.replaceAll(/\$\{(\w+)\}/g, (whole, key: string) => {
    const value = own(properties.DefinitionSubstitutions, key);
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
  const definition: unknown = JSON.parse(filled);
  if (!isObject(definition)) throw new NotEmulated('a state machine without a definition');
  return definition;
}

function fromAsset(
  cloud: Cloud,
  { DefinitionS3Location: location }: z.infer<typeof Schema>,
): string | undefined {
  if (!location) return undefined;
  const path = cloud.assembly.assets.get(location.Key);
  if (!path)
    throw new NotEmulated(`a definition that is not an asset of the assembly: ${location.Key}`);
  return readFileSync(path, 'utf8');
}

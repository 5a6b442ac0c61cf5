// Parameters of the template, which functions read at run time.
import { z } from 'zod';
import { ignored, resourceKind } from '../template/resource-kind.ts';

/** AWS::SSM::Parameter */
export const ssmParameter = resourceKind(
  z.strictObject({
    Name: z.string().optional(),
    Type: z.string(),
    Value: z.string(),
    ...ignored('AllowedPattern', 'DataType', 'Description', 'Policies', 'Tags', 'Tier'),
  }),
  ({ cloud, properties, generatedName }) => {
    const name = properties.Name ?? generatedName;
    cloud.parameters.put(name, properties.Type, properties.Value);
    return { ref: name, attributes: { Type: properties.Type, Value: properties.Value } };
  },
);

// Secrets, given, generated or empty.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isObject } from '../json.ts';
import { ignored, number, resourceKind } from '../template/resource-kind.ts';

const Generate = z.strictObject({
  PasswordLength: number.default(32),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
  ...ignored(
    'ExcludeCharacters',
    'ExcludeLowercase',
    'ExcludeNumbers',
    'ExcludePunctuation',
    'ExcludeUppercase',
    'IncludeSpace',
    'RequireEachIncludedType',
  ),
});

/**
 * AWS::SecretsManager::Secret; without a value it stays empty until one is put in. Generated
 * values are hexadecimal, which every exclusion allows but one of digits.
 */
export const secretsManagerSecret = resourceKind(
  z.strictObject({
    Name: z.string().optional(),
    SecretString: z.string().optional(),
    GenerateSecretString: Generate.optional(),
    ...ignored('Description', 'KmsKeyId', 'ReplicaRegions', 'Tags'),
  }),
  ({ cloud, properties, generatedName }) => {
    const { SecretString, GenerateSecretString } = properties;
    const value = SecretString ?? (GenerateSecretString && generate(GenerateSecretString));
    const made = cloud.secrets.create(properties.Name ?? generatedName, value);
    return { ref: made.arn, attributes: { Id: made.arn } };
  },
);

function generate(settings: z.infer<typeof Generate>): string {
  const length = settings.PasswordLength;
  const password = randomBytes(length).toString('hex').slice(0, length);
  const key = settings.GenerateStringKey;
  if (key === undefined) return password;
  const template: unknown = JSON.parse(settings.SecretStringTemplate ?? '{}');
  return JSON.stringify({ ...(isObject(template) ? template : {}), [key]: password });
}

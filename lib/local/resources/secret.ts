// Secrets, given, generated or empty.
import { createHmac, randomBytes } from 'node:crypto';
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
 * values are hexadecimal, which every exclusion allows but one of digits. With a seed they follow
 * from it: ids of records hang on a secret, and with them who is called first.
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
    const name = properties.Name ?? generatedName;
    const value =
      SecretString ?? (GenerateSecretString && generate(GenerateSecretString, name, cloud.seed));
    const made = cloud.secrets.create(name, value);
    return { ref: made.arn, attributes: { Id: made.arn } };
  },
);

function generate(
  settings: z.infer<typeof Generate>,
  name: string,
  seed: string | undefined,
): string {
  const length = settings.PasswordLength;
  const password = drawn(length, name, seed).slice(0, length);
  const key = settings.GenerateStringKey;
  if (key === undefined) return password;
  const template: unknown = JSON.parse(settings.SecretStringTemplate ?? '{}');
  return JSON.stringify({ ...(isObject(template) ? template : {}), [key]: password });
}

function drawn(length: number, name: string, seed: string | undefined): string {
  if (seed === undefined) return randomBytes(length).toString('hex');
  let text = '';
  for (let part = 0; text.length < length; part++)
    text += createHmac('sha256', seed).update(`${name} ${part}`).digest('hex');
  return text;
}

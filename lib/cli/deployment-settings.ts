// The settings of a deployment: context values of cdk.json, each of which `-c name=value`
// overrides. A wrong one is said with what is right; the CDK would answer some with a stack trace,
// and CloudFormation others in the middle of a deployment.
import { z } from 'zod';

/** Longest with the longest name that CloudFormation, Lambda and Connect make of it. */
const LONGEST_NAME = 32;

export const USER_POOL_ARN = /^arn:aws[\w-]*:cognito-idp:[a-z0-9-]+:\d{12}:userpool\/[\w-]+$/;

const Settings = z.object({
  folder: z.string().min(1, 'a folder').default('examples/dental-recall'),
  name: z
    .string()
    .max(LONGEST_NAME, `${LONGEST_NAME} characters at most`)
    .regex(
      /^[A-Za-z]([A-Za-z0-9]|-(?=[A-Za-z0-9]))*$/,
      'letters, digits and single hyphens, beginning with a letter, such as clinic-north',
    )
    .default('ringback'),
  production: z
    .enum(['true', 'false'], 'true or false')
    .default('true')
    .transform((value) => value === 'true'),
  runbook: z.string().min(1, 'an address').default('docs/runbook.md'),
  alarmsTo: z.email('an e-mail address').optional(),
  concurrency: z.coerce
    .number('a whole number of functions')
    .int('a whole number of functions')
    .min(1, 'a whole number of functions')
    .optional(),
  userPool: z.string().regex(USER_POOL_ARN, 'the ARN of a user pool').optional(),
  userPoolDomain: z
    .string()
    .regex(
      /^https:\/\/[a-z0-9.-]+$/,
      'an address such as https://login.example.com, without a path',
    )
    .optional(),
  consoleOrigin: z
    .string()
    .regex(
      /^(https:\/\/[a-z0-9.-]+(:\d+)?|http:\/\/localhost(:\d+)?)$/,
      'an origin such as https://console.example.com, without a path',
    )
    .optional(),
  integrators: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*$/, 'names such as crm,billing')
    .transform((names) => [...new Set(names.split(','))])
    .default(['integrator']),
  exceptionsFrom: z.iso.date('a day such as 2026-11-29').optional(),
});
export type Settings = z.output<typeof Settings>;

/**
 * @param given the value of a setting, undefined or empty when there is none
 * @param spelt how the user wrote it
 */
export function readSettings(
  given: (name: string) => string | undefined,
  spelt = (name: string, value: string) => `-c ${name}=${value}`,
): { readonly settings: Settings } | { readonly wrong: readonly string[] } {
  const names = Object.keys(Settings.shape);
  const read = Settings.safeParse(
    Object.fromEntries(names.map((name) => [name, given(name) || undefined])),
  );
  if (read.success) return { settings: read.data };
  return {
    wrong: read.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${spelt(name, given(name) ?? '')} is not possible: ${message}`;
    }),
  };
}

/** As the stacks take them. */
export function withAccess({
  userPool,
  userPoolDomain,
  consoleOrigin,
  integrators,
  ...settings
}: Omit<Settings, 'folder'>) {
  return { ...settings, access: { userPool, userPoolDomain, consoleOrigin, integrators } };
}

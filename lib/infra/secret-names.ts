// The names of the secrets of a deployment. They stay the same for its whole life: functions find
// them by name, and people put their values in by name.
import type { Definitions } from '../language/definitions.ts';
import { secretNames } from './outside-secrets.ts';
import { pseudonymSecret } from './pseudonym-key.ts';
import { signingSecretNames } from './signing-secrets.ts';

export const secretNamesOf = (name: string, definitions: Definitions): readonly string[] => [
  pseudonymSecret({ name }),
  ...secretNames(definitions).map((id) => `${name}/${id}`),
  ...signingSecretNames(definitions).map((id) => `${name}/${id}`),
];

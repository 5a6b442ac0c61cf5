// Pseudonyms with the key of the deployment, which CloudFormation made and nobody needs to see:
// {"key": …, "former": […]}. How to change it is described in docs/personal-data.md.
import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import type { Secrets } from '../../application/ports/secrets.ts';
import { pseudonymsOf } from '../../domain/records/pseudonyms.ts';

/** Letters a key has at least. */
const SHORTEST = 32;

interface Keys {
  readonly key: string;
  readonly former: readonly string[];
}

/** @param name the secret's */
export function secretPseudonyms(secrets: Secrets, name: string): Pseudonyms {
  return {
    async of(text) {
      const { key, former } = readKeys(await secrets.read(name));
      return pseudonymsOf([key, ...former], text);
    },
  };
}

/** The value itself never shows in an error. */
function readKeys(value: string): Keys {
  const { key, former = [] } = asFields(value);
  if (isKey(key) && Array.isArray(former) && former.every(isKey)) return { key, former };
  throw new Error('the key of the pseudonyms is not {"key": "…", "former": ["…"]} of 32 and more');
}

const isKey = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= SHORTEST;

function asFields(value: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(value));
  } catch {
    return {};
  }
}

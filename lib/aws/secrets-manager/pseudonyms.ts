// Pseudonyms with the key of the deployment, which CloudFormation made and nobody needs to see:
// {"key": …, "former": […]}. How to change it is described in docs/personal-data.md.
import { z } from 'zod';
import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import type { Secrets } from '../../application/ports/secrets.ts';
import { pseudonymsOf } from '../../domain/records/pseudonyms.ts';

const Key = z.string().min(32);
const Keys = z.object({ key: Key, former: z.array(Key).default([]) });

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
function readKeys(value: string): z.output<typeof Keys> {
  const parsed = Keys.safeParse(asJson(value));
  if (parsed.success) return parsed.data;
  throw new Error('the key of the pseudonyms is not {"key": "…", "former": ["…"]} of 32 and more');
}

function asJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

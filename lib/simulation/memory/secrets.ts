// Secrets given as values.

import type { Secrets } from '../../application/ports/secrets.ts';
import { Fault } from '../../application/tasks/faults.ts';
import type { Definitions } from '../../language/definitions.ts';

export interface MemorySecrets extends Secrets {
  set(name: string, value: string): void;
}

/** Every secret the definitions name; outside of AWS its value does not matter. */
export function secretsNamedIn(definitions: Definitions): Readonly<Record<string, string>> {
  const names = [...JSON.stringify(definitions).matchAll(/"secret":\{"name":"([^"]+)"/g)];
  return Object.fromEntries(names.map(([, name = '']) => [name, 'secret']));
}

export function memorySecrets(values: Readonly<Record<string, string>> = {}): MemorySecrets {
  const secrets = new Map(Object.entries(values));
  return {
    set(name, value) {
      secrets.set(name, value);
    },
    async read(name) {
      const value = secrets.get(name);
      if (value === undefined) throw new Fault('NotFound', `no secret '${name}'`);
      return value;
    },
  };
}

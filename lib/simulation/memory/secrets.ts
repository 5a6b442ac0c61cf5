// Secrets given as values.

import type { Secrets } from '../../application/ports/secrets.ts';
import { Fault } from '../../application/tasks/faults.ts';

export interface MemorySecrets extends Secrets {
  set(name: string, value: string): void;
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

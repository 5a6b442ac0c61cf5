// Secrets given as values.
import { Fault } from '../../domain/faults.ts';
import type { Secrets } from '../../domain/ports.ts';

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

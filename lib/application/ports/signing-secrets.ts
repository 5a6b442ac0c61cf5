import type { SigningSecret } from '../../domain/webhooks/signature.ts';

/** Secrets that sign webhooks, by their name in the definitions; kept in memory for an hour. */
export interface SigningSecrets {
  /** Raises NotFound. `anew`: not from memory. */
  read(name: string, anew?: 'anew'): Promise<SigningSecret>;
}

/** The right to replace them. */
export interface SecretRotation {
  /** The value until now becomes the previous one, which still signs for a day. */
  replace(name: string, value: string): Promise<void>;
}

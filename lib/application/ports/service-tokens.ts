import type { ContactId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';

/** Tokens that api-login blocks fetched, each for one call; gone some hours after it. */
export interface ServiceTokens {
  keep(contact: ContactId, block: string, token: string, now: Instant): Promise<void>;
  read(contact: ContactId, block: string): Promise<string | undefined>;
}

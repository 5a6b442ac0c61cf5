// Tokens of services in memory, by call and block.
import type { ServiceTokens } from '../../application/ports/service-tokens.ts';

export function memoryServiceTokens(): ServiceTokens {
  const tokens = new Map<string, string>();
  return {
    async keep(contact, block, token) {
      tokens.set(`${contact}/${block}`, token);
    },
    read: async (contact, block) => tokens.get(`${contact}/${block}`),
  };
}

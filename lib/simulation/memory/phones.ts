// Phones of the agents in memory.

import type { Phones } from '../../application/ports/phones.ts';
import type { PhoneSetting } from '../../domain/campaigns/handling.ts';

/** What is kept of an agent's phone; `setting` is missing until it was set. */
interface MemoryPhone {
  readonly setting?: PhoneSetting;
  readonly deskPhone?: string;
}

export interface MemoryPhones extends Phones {
  give(agentArn: string, phone: MemoryPhone): void;
  of(agentArn: string): MemoryPhone | undefined;
  /** Whether the agent has to answer calls; not unless it was set. */
  isByHand(agentArn: string): boolean;
}

/** Everybody is known and has a desk phone, unless a phone was given. */
export function memoryPhones(): MemoryPhones {
  const phones = new Map<string, MemoryPhone>();
  return {
    give: (agentArn, phone) => void phones.set(agentArn, phone),
    of: (agentArn) => phones.get(agentArn),
    isByHand: (agentArn) =>
      (phones.get(agentArn)?.setting?.handling ?? 'automatic') !== 'automatic',
    async set(agentArn, { handling, wrapUp }) {
      const has = phones.get(agentArn) ?? { deskPhone: DESK_PHONE };
      if (handling === 'manual-phone' && has.deskPhone === undefined) return 'no-desk-phone';
      const isRight = has.setting?.handling === handling && has.setting.wrapUp === wrapUp;
      if (isRight) return 'unchanged';
      phones.set(agentArn, { ...has, setting: { handling, wrapUp } });
      return 'set';
    },
  };
}

const DESK_PHONE = '+48225550100';

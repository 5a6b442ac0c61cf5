// What an agent has filled in and not sent yet: kept for the tab, by contact, so that a reload
// loses nothing. Gone once the contact is classified, and with the tab.
import { useCallback, useState } from 'react';

export interface Draft {
  readonly fields: Readonly<Record<string, string>>;
  readonly classifier?: string | undefined;
  readonly recontactAt?: string | undefined;
  readonly owner?: string | undefined;
  /** Pages of the script that were passed, the present one last. */
  readonly pages?: readonly string[];
}

const EMPTY: Draft = { fields: {} };
const PREFIX = 'ringback.draft.';

/** The part of sessionStorage that is used. */
type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function keptDraft(contact: string, keep: Keep = sessionStorage): Draft {
  const kept = keep.getItem(`${PREFIX}${contact}`);
  if (kept === null) return EMPTY;
  try {
    return { ...EMPTY, ...JSON.parse(kept) };
  } catch {
    return EMPTY;
  }
}

export function keepDraft(contact: string, draft: Draft, keep: Keep = sessionStorage): void {
  keep.setItem(`${PREFIX}${contact}`, JSON.stringify(draft));
}

export const forgetDraft = (contact: string, keep: Keep = sessionStorage): void =>
  keep.removeItem(`${PREFIX}${contact}`);

/** The draft of a contact, and how it changes. */
export function useDraft(contact: string) {
  const [draft, setDraft] = useState(() => keptDraft(contact));
  const change = useCallback(
    (changes: Partial<Draft>) =>
      setDraft((before) => {
        const after = { ...before, ...changes };
        keepDraft(contact, after);
        return after;
      }),
    [contact],
  );
  return { draft, change };
}

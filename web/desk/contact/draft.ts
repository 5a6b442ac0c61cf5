// What an agent has filled in and not sent yet, by contact. It is kept in the session of the tab,
// so that a reload loses nothing, and told to the other tabs of the same person, so that all show
// the same and the last one to be closed still has it. Gone once the contact is classified, and
// with the tabs: nothing of a person is written to localStorage.
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../../kit/session/use-session.ts';
import type { HandingOn } from './call-bar.tsx';
import type { EndpointTexts } from './endpoint-lists.tsx';

/** A message that is being written. */
export interface Letter {
  readonly kind: 'sms' | 'email';
  /** One for all tries, in all tabs: it is sent once. */
  readonly id: string;
  readonly text: string;
  readonly from?: string | undefined;
  readonly subject?: string | undefined;
  readonly mailbox?: string | undefined;
  readonly html?: boolean | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
  readonly attachments?: readonly string[] | undefined;
}

export interface Draft {
  readonly fields: Readonly<Record<string, string>>;
  readonly classifier?: string | undefined;
  readonly recontactAt?: string | undefined;
  readonly owner?: string | undefined;
  /** Pages of the script that were passed, the present one last. */
  readonly pages?: readonly string[] | undefined;
  /** Answers to the script that are being written, or not kept yet. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
  readonly letter?: Letter | undefined;
  /** Numbers and addresses that are being changed. */
  readonly endpoints?: EndpointTexts | undefined;
  /** The call is about to be handed on. */
  readonly handing?: HandingOn | undefined;
  /** The form it belongs to is open. */
  readonly isOpen?: boolean | undefined;
}

/** What changes, or how it follows from what there is by then. */
export type DraftChange = Partial<Draft> | ((draft: Draft) => Partial<Draft>);

const EMPTY: Draft = { fields: {} };
const PREFIX = 'ringback.draft.';
const CHANNEL = 'ringback.drafts';

/** The part of sessionStorage that is used. */
type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The part of a BroadcastChannel that is used. */
export interface Others {
  postMessage(word: unknown): void;
  listen(hear: (word: unknown) => void): void;
}

interface Kept {
  readonly draft: Draft;
  /** How many changes it has seen, in whatever tab; the higher one is newer. */
  readonly changes: number;
}

/** asks: does anybody have it? · is: this is what it is now. */
type Word =
  | { readonly says: 'asks'; readonly key: string }
  | ({ readonly says: 'is'; readonly key: string } & Kept);

export class Drafts {
  private readonly keep: Keep;
  private readonly others: Others | undefined;
  private readonly known = new Map<string, Kept>();
  private readonly listeners = new Set<() => void>();

  constructor(keep: Keep, others: Others | undefined) {
    this.keep = keep;
    this.others = others;
    others?.listen((word) => this.hear(word as Word));
  }

  /** @param key of person and contact; the same object until it changes */
  read(key: string): Draft {
    return this.find(key).draft;
  }

  change(key: string, change: DraftChange): void {
    const { draft, changes: before } = this.find(key);
    const changes = typeof change === 'function' ? change(draft) : change;
    this.set(key, { draft: { ...draft, ...changes }, changes: before + 1 }, true);
  }

  /** It was sent. */
  forget(key: string): void {
    this.set(key, { draft: EMPTY, changes: this.find(key).changes + 1 }, true);
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private find(key: string): Kept {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const kept = readKept(this.keep.getItem(`${PREFIX}${key}`));
    this.known.set(key, kept);
    this.others?.postMessage({ says: 'asks', key } satisfies Word);
    return this.known.get(key) ?? kept;
  }

  private set(key: string, kept: Kept, isOurs: boolean): void {
    this.known.set(key, kept);
    if (kept.draft === EMPTY) this.keep.removeItem(`${PREFIX}${key}`);
    else this.keep.setItem(`${PREFIX}${key}`, JSON.stringify(kept));
    if (isOurs) this.others?.postMessage({ says: 'is', key, ...kept } satisfies Word);
    for (const listener of this.listeners) listener();
  }

  private hear(word: Word): void {
    const kept = this.known.get(word.key);
    if (word.says === 'asks') {
      if (kept !== undefined && kept.changes > 0)
        this.others?.postMessage({ says: 'is', key: word.key, ...kept } satisfies Word);
      return;
    }
    // of two changes at the same moment both tabs take the same one
    const isNewer =
      word.changes > (kept?.changes ?? 0) ||
      (word.changes === kept?.changes && JSON.stringify(word.draft) > JSON.stringify(kept.draft));
    if (!isNewer) return;
    const isEmpty = JSON.stringify(word.draft) === JSON.stringify(EMPTY);
    this.set(word.key, { draft: isEmpty ? EMPTY : word.draft, changes: word.changes }, false);
  }
}

function readKept(text: string | null): Kept {
  if (text === null) return { draft: EMPTY, changes: 0 };
  try {
    const { draft, changes } = JSON.parse(text);
    return { draft: { ...EMPTY, ...draft }, changes: Number(changes) };
  } catch {
    return { draft: EMPTY, changes: 0 };
  }
}

function otherTabs(): Others {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    postMessage: (word) => channel.postMessage(word),
    listen: (hear) => channel.addEventListener('message', ({ data }) => hear(data)),
  };
}

let ofThisTab: Drafts | undefined;
const drafts = (): Drafts => {
  ofThisTab ??= new Drafts(sessionStorage, otherTabs());
  return ofThisTab;
};

/** The draft of a contact, and how it changes. */
export function useDraft(contact: string) {
  const { name } = useSession().person;
  const key = `${name}/${contact}`;
  const listen = useCallback((listener: () => void) => drafts().listen(listener), []);
  const draft = useSyncExternalStore(listen, () => drafts().read(key));
  const does = useMemo(
    () => ({
      change: (change: DraftChange) => drafts().change(key, change),
      forget: () => drafts().forget(key),
    }),
    [key],
  );
  return { draft, ...does };
}

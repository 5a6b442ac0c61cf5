import type { EntryType } from '../../domain/model/journal.ts';

/** An event as it stands on the bus. */
export interface BusEvent {
  readonly type: EntryType;
  readonly detail: Readonly<Record<string, unknown>> & {
    readonly at: string;
    readonly campaign?: string;
    readonly record?: string;
  };
}

// Records as If-Match wants them: compared with the state a use case loads, and what it commits is
// conditioned on that state, so nothing can come between.
import type { RecordStore } from '../application/ports/record-store.ts';
import type { RecordRef } from '../domain/model/ids.ts';
import { mustMatch } from './handler.ts';
import { recordTag } from './views.ts';

export function matchingRecords(
  store: RecordStore,
  { campaign, record }: RecordRef,
  ifMatch: readonly string[] | undefined,
): RecordStore {
  if (ifMatch === undefined) return store;
  return {
    ...store,
    async load(ref) {
      const loaded = await store.load(ref);
      if (loaded !== undefined && ref.campaign === campaign && ref.record === record)
        mustMatch(ifMatch, recordTag(loaded));
      return loaded;
    },
  };
}

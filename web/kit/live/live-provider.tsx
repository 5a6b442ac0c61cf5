// The line of a page: opened once for all that it shows.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { lineTrust } from './line-trust.ts';
import { openLine } from './live-line.ts';
import { Untrue } from './untrue.ts';
import { LiveContext } from './use-every.ts';

export function LiveProvider({ children }: { children: ReactNode }) {
  const api = useClient();
  const queries = useQueryClient();
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    const untrue = new Untrue(queries);
    const trust = lineTrust((isTrusted) => {
      setTold(isTrusted);
      // what has changed before was told to others at most
      untrue.noteAll();
    });
    const end = openLine(api, {
      opened() {
        trust.opened();
        untrue.noteAll();
      },
      broken: () => trust.broken(),
      told: (notice) => untrue.note(notice),
    });
    return () => {
      end();
      trust.end();
      untrue.stop();
    };
  }, [api, queries]);
  return <LiveContext value={isTold}>{children}</LiveContext>;
}

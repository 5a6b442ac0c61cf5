// The line of a page: opened once for all that it shows.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { openLine } from './live-line.ts';
import { Untrue } from './untrue.ts';
import { LiveContext } from './use-every.ts';

export function LiveProvider({ children }: { children: ReactNode }) {
  const api = useClient();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const untrue = new Untrue(queries);
    const end = openLine(api, {
      opened() {
        setOpen(true);
        untrue.noteAll();
      },
      broken() {
        setOpen(false);
        untrue.noteAll();
      },
      told: (notice) => untrue.note(notice),
    });
    return () => {
      end();
      untrue.stop();
    };
  }, [api, queries]);
  return <LiveContext value={isOpen}>{children}</LiveContext>;
}

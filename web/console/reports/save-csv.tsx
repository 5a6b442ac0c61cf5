// A report as a file for a spreadsheet: all of its pages, one after the other.
import { useState } from 'react';
import type { Asking } from '../../kit/api/client.ts';
import { useClient } from '../../kit/api/use-api.ts';
import { saveText } from '../../kit/save-text.ts';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';

type CsvId = 'reportContactsCsv' | 'reportRecallsCsv' | 'reportRecordingsCsv' | 'reportFiguresCsv';

interface Props<K extends CsvId> {
  readonly name: string;
  readonly of: K;
  readonly asking: Asking<K>;
  readonly isDisabled?: boolean;
}

export function SaveCsv<K extends CsvId>({ name, of, asking, isDisabled = false }: Props<K>) {
  const { t } = useConsole();
  const api = useClient();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const press = async () => {
    setError(undefined);
    setSaving(true);
    try {
      const pages: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { ...asking.query, ...(cursor !== undefined && { cursor }) };
        const { body, next } = await api.ask(of, { ...asking, query } as Asking<K>);
        const page = String(body);
        pages.push(cursor === undefined ? page : withoutHeadings(page));
        cursor = next;
      } while (cursor !== undefined);
      saveText(name, pages.join(''));
    } catch (failed) {
      setError(failed as Error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <>
      <Button isDisabled={isDisabled || isSaving} onPress={() => void press()}>
        {t('reports.csv')}
      </Button>
      {error && <ProblemNote error={error} placeOf={placesOf.report(t)} />}
    </>
  );
}

/** Each page has them, and the mark of its encoding. */
const withoutHeadings = (page: string): string => page.slice(page.indexOf('\n') + 1);

// A list of a report: as many rows as were asked for, and a press for more.
import type { ReactNode } from 'react';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { Scrolling } from '../../kit/ui/scrolling.tsx';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';

export interface Column<R> {
  readonly key: string;
  readonly heading: string;
  readonly isNumber?: boolean;
  /** In one line, such as a moment. */
  readonly isWhole?: boolean;
  readonly of: (row: R) => ReactNode;
}

interface Props<R> {
  readonly title: string;
  readonly list: {
    readonly items: readonly R[] | undefined;
    readonly error: Error | null;
    readonly dataUpdatedAt: number;
    readonly refetch: () => unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  /** The first heads the row. */
  readonly columns: readonly Column<R>[];
}

export function ListTable<R>({ title, list, columns }: Props<R>) {
  const { t } = useConsole();
  return (
    <Asked of={list} data={list.items} placeOf={placesOf.report(t)}>
      {(rows) => (
        <>
          {rows.length === 0 ? (
            <p className="card empty">{t('reports.nothing')}</p>
          ) : (
            <div className="card">
              <Scrolling label={title}>
                <table className="folds">
                  <caption className="hidden">{title}</caption>
                  <thead>
                    <tr>
                      {columns.map(({ key, heading, isNumber = false }) => (
                        <th key={key} scope="col" className={isNumber ? 'number' : undefined}>
                          {heading}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row, n) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id
                      <Row key={n} row={row} columns={columns} />
                    ))}
                  </tbody>
                </table>
              </Scrolling>
            </div>
          )}
          {list.hasNextPage && (
            <Button isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
              {t('kit.more')}
            </Button>
          )}
        </>
      )}
    </Asked>
  );
}

function Row<R>({ row, columns }: { row: R; columns: readonly Column<R>[] }) {
  const [first, ...others] = columns;
  return (
    <tr>
      <th scope="row">{first?.of(row)}</th>
      {others.map(({ key, heading, isNumber = false, isWhole = false, of }) => (
        <td
          key={key}
          data-label={heading}
          className={isNumber ? 'number nowrap' : isWhole ? 'nowrap' : undefined}
        >
          {of(row)}
        </td>
      ))}
    </tr>
  );
}

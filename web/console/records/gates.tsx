// What a decision looked at: each condition with what it saw.
import type { Answer } from '../../kit/api/operation-types.ts';
import { useConsole } from '../language.ts';

type Gate = Answer<'explainRecord'>['present']['gates'][number];

export function Gates({ gates }: { gates: readonly Gate[] }) {
  const { t, format } = useConsole();
  return (
    <table className="gates">
      <caption className="hidden">{t('why.gates')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('why.gate')}</th>
          <th scope="col">{t('why.saw')}</th>
          <th scope="col">{t('why.wanted')}</th>
        </tr>
      </thead>
      <tbody>
        {gates.map(({ gate, passed, saw, wanted }) => (
          <tr key={`${gate} ${saw}`}>
            <th scope="row">
              <span className={passed ? 'passed' : 'failed'}>
                <i aria-hidden="true">{passed ? '✓' : '✕'}</i>
                <span className="hidden">{t(passed ? 'why.passed' : 'why.failed')}</span>
              </span>{' '}
              {format.gate(gate)}
            </th>
            <td>{format.sentence(String(saw))}</td>
            <td className="soft">{wanted === undefined ? '' : format.sentence(String(wanted))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

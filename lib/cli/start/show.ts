// What a person reads at the end of a run.

import { readReport } from '../../contacts/report.ts';
import type { RecordEntry } from '../../domain/model/journal.ts';
import { historyOf } from '../../domain/timeline/explain.ts';
import { displayTime, inLocalTime } from '../display-time.ts';
import type { Summary } from './summary.ts';

const number = new Intl.NumberFormat('en');

export function showSummary(summary: Summary, timeZone: string): string {
  const { records, attempts, messages, inbound } = summary;
  const sum = (parts: readonly [string, number][]) =>
    parts.map(([word, count]) => `${number.format(count)} ${word}`).join(' + ');
  const alerts = messages.alerts > 0 ? ` · ${messages.alerts} e-mails to supervisors` : '';
  const hours = (summary.virtualSeconds / 3600).toFixed(1);
  const at = (iso: string) => displayTime(Date.parse(iso), timeZone).slice(0, -3);
  return [
    `Campaign ${summary.campaign}: ${summary.state}`,
    `  from ${at(summary.startedAt)} to ${at(summary.endedAt)}: ${hours} simulated hours in ${summary.wallSeconds} s`,
    '',
    `  records   ${number.format(records.imported)} = ${sum([
      ['closed', records.closed],
      ['set aside', records.setAside],
      ['with a recall', records.scheduled],
      ['open', records.open],
    ])}`,
    `            ${number.format(records.success)} successes · not imported: ${number.format(records.duplicates)} duplicates, ${number.format(records.rejected)} rejected rows`,
    `  calls     ${number.format(attempts.total)} = ${sum([
      ['answered', attempts.answered],
      ['not answered', attempts['not-answered']],
      ['busy', attempts.busy],
      ['voicemail', attempts.voicemail],
      ['error', attempts.error],
      ['abandoned', attempts.abandoned],
    ])}`,
    ...(inbound
      ? [
          `  inbound   ${number.format(inbound.received)} = ${sum([
            ['answered by an agent', inbound.answered],
            ['forwarded', inbound.forwarded],
            ['voicemails', inbound.voicemail],
            ['with a call back', inbound.callback],
            ['hung up', inbound.hungUp],
            ['on the line', inbound.onTheLine],
          ])}`,
          `            ${number.format(inbound.surveyAnswers)} survey answers`,
        ]
      : []),
    `            agents busy ${(summary.utilisation * 100).toFixed(1)}% of their time · ${summary.doubleDialed} double calls`,
    `  messages  ${number.format(messages.sms)} SMS, ${number.format(messages.email)} e-mails${alerts}`,
    `  events    ${number.format(summary.eventsPublished)} on the bus, ${number.format(summary.journalEntries)} in the journal`,
    ...(summary.discrepancies.length === 0
      ? ['  All sums reconcile.']
      : ['  DOES NOT ADD UP:', ...summary.discrepancies.map((line) => `    ${line}`)]),
  ].join('\n');
}

/** @param csv the report of the import @param kept where it is */
export function showRejected(csv: string, most: number, kept?: string): string {
  const rows = readReport(csv);
  const count = (wanted: string) => rows.filter(({ outcome }) => outcome === wanted).length;
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected');
  const [duplicates, remarked] = [count('duplicate'), count('imported')];
  const where = kept === undefined ? '' : ` in ${kept}`;
  const others = [
    ...(duplicates > 0 ? [`${duplicates} ${duplicates === 1 ? 'duplicate' : 'duplicates'}`] : []),
    ...(remarked > 0 ? [`${remarked} imported with a remark`] : []),
  ];
  const also = others.length > 0 ? [`  and ${others.join(', ')}${where}`] : [];
  if (rejected.length === 0) return ['No row of the file was rejected.', ...also].join('\n');
  const shown = rejected
    .slice(0, most)
    .map(({ row, reasons }) => `  row ${String(row).padStart(5)}  ${reasons.join('; ')}`);
  const left = rejected.length - most;
  const more =
    left > 0 ? [`  … ${left} more${where}`] : kept === undefined ? [] : [`  (also${where})`];
  return [`Rejected rows (${rejected.length}):`, ...shown, ...more, ...also].join('\n');
}

export function showJournal(
  record: string,
  entries: readonly RecordEntry[],
  timeZone: string,
): string {
  const lines = historyOf(entries).map(
    ({ at, type, says }) =>
      `  ${displayTime(at, timeZone)}  ${type.padEnd(23)} ${inLocalTime(says, timeZone)}`,
  );
  return [`The journal of one record, ${record}:`, ...lines].join('\n');
}

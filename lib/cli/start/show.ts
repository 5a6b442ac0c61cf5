// What a person reads at the end of a run.

import { readReport } from '../../contacts/report.ts';
import type { RecordEntry } from '../../domain/model/journal.ts';
import { historyOf } from '../../domain/timeline/explain.ts';
import { plural } from '../../language/plural.ts';
import type { AlarmChange } from '../../local/alarms/cloudwatch-alarms.ts';
import { displayTime, inLocalTime } from '../display-time.ts';
import type { Summary } from './summary.ts';
import type { WebhookSums } from './webhook-sums.ts';

const number = new Intl.NumberFormat('en');
/** Columns at which the types of entries fit beside their sentences. */
const WIDE = 100;

export function showSummary(summary: Summary, timeZone: string): string {
  const { records, attempts, messages, inbound, webhooks } = summary;
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
    ...otherCampaigns(summary),
    `            ${plural(records.success, 'success', 'successes')} · not imported: ${plural(records.duplicates, 'duplicate')}, ${plural(records.rejected, 'rejected row')}`,
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
            [inbound.voicemail === 1 ? 'voicemail' : 'voicemails', inbound.voicemail],
            ['with a call back', inbound.callback],
            ['hung up', inbound.hungUp],
            ['on the line', inbound.onTheLine],
          ])}`,
          `            ${plural(inbound.surveyAnswers, 'survey answer')}`,
        ]
      : []),
    `            agents busy ${(summary.utilisation * 100).toFixed(1)}% of their time · ${plural(summary.doubleDialed, 'double call')}`,
    `  messages  ${ofMessages(`${number.format(messages.sms.ordered)} SMS`, messages.sms, sum)}`,
    `            ${ofMessages(plural(messages.email.ordered, 'e-mail'), messages.email, sum)}${alerts}`,
    ...textLines(summary),
    `  events    ${number.format(summary.eventsPublished)} on the bus, ${number.format(summary.journalEntries)} in the journal`,
    ...(webhooks ? webhookLines(webhooks, sum) : []),
    `  cost      ${cost(summary.cost)}`,
    ...(summary.discrepancies.length === 0
      ? ['  All sums reconcile.']
      : ['  DOES NOT ADD UP:', ...summary.discrepancies.map((line) => `    ${line}`)]),
  ].join('\n');
}

/** Which campaigns the figures are of, and what went from one to another. */
function otherCampaigns({ campaigns, passedOn }: Summary): readonly string[] {
  if (campaigns === undefined) return [];
  const each = Object.entries(campaigns).map(([id, count]) => `${number.format(count)} of ${id}`);
  const sent = Object.entries(passedOn).map(([how, count]) => `${number.format(count)} ${how}`);
  return [`            ${each.join(' + ')} · by classifiers: ${sent.join(', ')}`];
}

type Fates = Pick<Summary['messages']['sms'], 'delivered' | 'failed' | 'withdrawn' | 'underWay'>;

/** @param what how many there were */
const ofMessages = (
  what: string,
  of: Summary['messages']['sms'],
  sum: (parts: readonly [string, number][]) => string,
): string => (of.ordered === 0 ? what : `${what} = ${sum([...fates(of)])}`);

const fates = (of: Fates): readonly [string, number][] => [
  ['delivered', of.delivered],
  ['failed', of.failed],
  ['taken back unsent', of.withdrawn],
  ['under way', of.underWay],
];

function webhookLines(
  { deliveries, delivered, waiting, failed, tries, retries, failures }: WebhookSums,
  sum: (parts: readonly [string, number][]) => string,
): readonly string[] {
  const parts = sum([
    ['delivered', delivered],
    ['waiting', waiting],
    ['failed', failed],
  ]);
  return [
    `  webhooks  ${number.format(deliveries)} = ${parts}`,
    `            ${plural(tries, 'try', 'tries')}, ${plural(retries, 'retry', 'retries')}, ${plural(failures, 'failure')}`,
  ];
}

/** Only what there was: most campaigns have no replies, and nobody who may not be contacted. */
function textLines({ messages: { sms, email }, blocked }: Summary): readonly string[] {
  const { replies, optOuts } = sms;
  const held = [
    blocked.consent > 0 ? `${plural(blocked.consent, 'record')} without consent` : '',
    blocked.blacklist > 0 ? `${blocked.blacklist} on the blacklist` : '',
    blocked.cap > 0 ? `${blocked.cap} at a cap` : '',
    blocked.hours > 0 ? `${blocked.hours} put off to allowed hours` : '',
  ].filter((text) => text !== '');
  return [
    ...(replies > 0
      ? [`            ${plural(replies, 'reply', 'replies')} by SMS, ${optOuts} of them STOP`]
      : []),
    ...(email.replies > 0
      ? [`            ${plural(email.replies, 'reply', 'replies')} by e-mail`]
      : []),
    ...(held.length > 0 ? [`  blocked   ${held.join(' · ')}`] : []),
  ];
}

function cost({ aws, connectMinutes, ...by }: Summary['cost']): string {
  const thousand = by.awsPerThousandCalls;
  return [
    `AWS ${aws.toFixed(3)} USD`,
    ...(thousand === undefined ? [] : [`${thousand.toFixed(3)} for a thousand calls`]),
    `${by.awsAtRestPerMonth.toFixed(2)} a month at rest without alarms`,
    `and ${connectMinutes.toFixed(2)} for minutes of Connect`,
  ].join(', ');
}

/** Alarms that went off, in order; most runs have none. */
export function showAlarms(changes: readonly AlarmChange[], timeZone: string): readonly string[] {
  const wentOff = changes.filter(({ to }) => to === 'ALARM');
  if (wentOff.length === 0) return [];
  const lines = wentOff.map(
    ({ at, description }) => `    ${displayTime(at, timeZone).slice(0, -3)}  ${description}`,
  );
  return ['  alarms that would have been sent:', ...lines];
}

/** @param csv the report of the import */
export function showRejected(csv: string, most: number): string {
  const rows = readReport(csv);
  const count = (wanted: string) => rows.filter(({ outcome }) => outcome === wanted).length;
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected');
  const [duplicates, remarked] = [count('duplicate'), count('imported')];
  const others = [
    ...(duplicates > 0 ? [plural(duplicates, 'duplicate')] : []),
    ...(remarked > 0 ? [`${remarked} imported with a remark`] : []),
  ];
  if (rejected.length === 0) return ['No row of the file was rejected', ...others].join(', ');
  const also = others.length > 0 ? [`  and ${others.join(', ')}`] : [];
  const shown = rejected
    .slice(0, most)
    .map(({ row, reasons }) => `  row ${String(row).padStart(5)}  ${reasons.join('; ')}`);
  const left = rejected.length - most;
  const more = left > 0 ? [`  … and ${left} more`] : [];
  return [`Rejected rows (${rejected.length}):`, ...shown, ...more, ...also].join('\n');
}

/** @param kept where the report of the import is */
export function reportedRows(csv: string, kept: string): string {
  const rows = readReport(csv);
  if (rows.length === 0) return 'Every row of the file was imported.';
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected').length;
  const others = rows.length - rejected;
  if (rejected === 0) return `No row rejected, ${plural(others, 'row')} with a remark: ${kept}`;
  const also = others > 0 ? `, ${plural(others, 'other row')} with a remark` : '';
  return `${plural(rejected, 'row')} rejected${also}: ${kept}`;
}

/** @param columns of the terminal: on a narrow one the types of the entries are left out */
export function showJournal(
  record: string,
  entries: readonly RecordEntry[],
  timeZone: string,
  columns = WIDE,
): string {
  const lines = historyOf(entries).map(({ at, type, says }) => {
    const kind = columns < WIDE ? '' : ` ${type.padEnd(23)}`;
    return `  ${displayTime(at, timeZone)} ${kind} ${inLocalTime(says, timeZone)}`;
  });
  return [`The journal of one record, ${record}:`, ...lines].join('\n');
}

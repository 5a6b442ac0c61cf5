// What the report says of a campaign, or of all together: tiles first, then the plots, each with
// the figures behind it.

import { PRICE_LABELS } from '../../../language/schema/prices.ts';
import { CALL_STATUSES } from '../../../language/schema/rule.ts';
import type { Bill } from '../../../simulation/costs/bill.ts';
import type { CampaignFigures, TotalFigures } from '../../../simulation/dry-run/figures.ts';
import { percent, whole, words } from '../print.ts';
import { type Bar, barPlot } from './bar-plot.ts';
import { html, type Markup } from './markup.ts';
import { sharePlot } from './share-plot.ts';
import { behindPlot, table } from './table.ts';
import { dayName, timePlot, workedHours } from './time-plot.ts';

type Figures = CampaignFigures | TotalFigures;

/** @param bill of the whole run, where the section is about all of it */
export function sections(
  id: string,
  figures: Figures,
  { timeZone, bill }: { readonly timeZone: string; readonly bill?: Bill },
): Markup {
  return html`${tiles(figures, bill)}
${overTime(`${id}-time`, figures, timeZone)}
${share(`${id}-share`, figures)}
<div class="pair">${outcomes(`${id}-calls`, figures)}${funnel(`${id}-records`, figures)}</div>
${classified(figures)}
${inbound(figures)}`;
}

const clock = (moment: string) => `${dayName(moment.slice(0, 10))}, ${moment.slice(11)}`;

const money = (value: number, currency: string): string =>
  `${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: value < 10 ? 3 : 2 })} ${currency}`;

function tiles(figures: Figures, bill: Bill | undefined): Markup {
  const { calls, contacts, abandoned, cap, records, funnel, exhaustedAt } = figures;
  const left = records.scheduled + records.open;
  const success = funnel.imported === 0 ? 0 : funnel.success / funnel.imported;
  const over = abandoned.share > cap;
  const tile = (what: string, value: string, more: string, flag = '') =>
    html`<li><span class="what">${what}</span> <span class="value ${flag}">${value}</span> <span class="more">${more}</span></li>`;
  return html`<ul class="tiles">
${exhaustedAt === undefined ? tile('List exhausted', 'not yet', `${whole(left)} records left to call`) : tile('List exhausted', clock(exhaustedAt), `${whole(records.imported)} records`)}
${tile('Calls', whole(calls.total), `${whole(contacts)} conversations`)}
${tile('Successes', whole(funnel.success), `${percent(success)} of the records`)}
${tile('Abandoned', percent(abandoned.share, 2), `cap ${percent(cap)} · ${whole(abandoned.abandoned)} of ${whole(abandoned.answers)} answered`, over ? 'over' : '')}
${tile('Agents busy', percent(figures.utilisation), `${whole(figures.agents)} agents, ${whole(figures.staffedHours)} staffed hours`)}
${bill && tile('Cost', money(bill.total, bill.currency), bill.unpriced.length > 0 ? 'without items that have no price' : 'all items have a price')}
</ul>`;
}

const key = (fill: string, text: string): Markup =>
  html`<li><svg viewBox="0 0 12 12" aria-hidden="true"><rect class="${fill}" width="12" height="12" rx="2"/></svg>${text}</li>`;

function overTime(id: string, { hours }: Figures, timeZone: string): Markup {
  return html`<section class="plot"><h2>Calls and agents over time</h2>
<figure><figcaption>Hours in which agents work, ${timeZone}. Conversations are drawn in front of calls, busy agents in front of all agents at work.</figcaption>
<ul class="keys">${[key('calls', 'calls'), key('contacts', 'conversations'), key('agents', 'agents at work'), key('busy', 'agents busy')]}</ul>
${timePlot(id, hours)}
${behindPlot({
  caption: 'Per hour',
  headings: ['hour', 'calls', 'picked up', 'conversations', 'agents', 'busy'],
  rows: workedHours(hours).map((hour) => [
    hour.hour.replace('T', ' '),
    whole(hour.calls),
    whole(hour.answers),
    whole(hour.contacts),
    String(hour.agents),
    String(hour.busy),
  ]),
})}</figure></section>`;
}

function share(id: string, figures: Figures): Markup {
  const { days, abandoned } = figures;
  return html`<section class="plot"><h2>Share of abandoned calls against the cap</h2>
<figure><figcaption>A person picked up and no agent joined, or none within two seconds of the greeting (${whole(abandoned.late)} of ${whole(abandoned.abandoned)}). On a day with few answers a single call may exceed the cap.</figcaption>
${sharePlot(id, figures)}
${behindPlot({
  caption: 'Per day',
  headings: ['day', 'calls', 'conversations', 'picked up', 'abandoned', 'share', 'agents busy'],
  rows: days.map((day) => [
    day.day,
    whole(day.calls),
    whole(day.contacts),
    whole(day.answers),
    whole(day.abandoned),
    percent(day.share, 2),
    percent(day.utilisation),
  ]),
})}</figure></section>`;
}

const FILLS: Readonly<Partial<Record<string, string>>> = {
  answered: 'contacts',
  abandoned: 'abandoned',
};

function bars(
  id: string,
  title: string,
  caption: string,
  shown: readonly Bar[],
  of: number,
): Markup {
  return html`<section><h2>${title}</h2>
<figure><figcaption>${caption}</figcaption>
${barPlot(id, title, shown, of)}
${behindPlot({
  caption: title,
  headings: ['', 'count', 'share'],
  rows: shown.map(({ name, count }) => [name, whole(count), of === 0 ? '' : percent(count / of)]),
})}</figure></section>`;
}

function outcomes(id: string, { calls }: Figures): Markup {
  const ended = CALL_STATUSES.map((status) => ({
    name: words(status),
    count: calls[status],
    fill: FILLS[status] ?? 'calls',
  })).toSorted((a, b) => b.count - a.count);
  const underWay = calls.underWay > 0 ? ` ${whole(calls.underWay)} are under way.` : '';
  return bars(id, 'How calls ended', `${whole(calls.total)} calls.${underWay}`, ended, calls.total);
}

function funnel(id: string, { funnel: came, records }: Figures): Markup {
  const steps: readonly Bar[] = [
    { name: 'in the list', count: came.imported, fill: 'calls' },
    { name: 'called', count: came.called, fill: 'calls' },
    { name: 'talked to', count: came.reached, fill: 'contacts' },
    { name: 'classified', count: came.classified, fill: 'contacts' },
    { name: 'successes', count: came.success, fill: 'good' },
  ];
  const caption = `${whole(records.closed)} closed, ${whole(records.setAside)} set aside, ${whole(records.scheduled)} with a recall, ${whole(records.left)} left by agents, ${whole(records.open)} open; ${whole(records.duplicates)} duplicates and ${whole(records.rejected)} rejected rows were not imported.`;
  return bars(id, 'How far records got', caption, steps, came.imported);
}

function classified({ classifiers, closedBecause, messages }: Figures): Markup {
  const rows = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([name, count]) => [name, whole(count)]);
  return html`<div class="pair"><section><h2>What agents chose</h2>
${table({ caption: 'Classifications; a record may have several', headings: ['classifier', 'count'], rows: rows(classifiers) })}</section>
<section><h2>Why records closed</h2>
${table({ caption: `${whole(messages.sms)} text messages in ${whole(messages.smsParts)} parts and ${whole(messages.email)} e-mails were sent`, headings: ['because', 'records'], rows: rows(closedBecause) })}</section></div>`;
}

function inbound({ inbound: sums, records }: Figures): Markup {
  if (sums === undefined) return html``;
  const rows: readonly (readonly [string, number])[] = [
    ['received', sums.received],
    ['answered', sums.answered],
    ['forwarded', sums.forwarded],
    ['missed', sums.missed],
    ['on the line at the end', sums.onTheLine],
    ['missed: left a message', sums.voicemail],
    ['missed: called back', sums.callback],
    ['missed: hung up', sums.hungUp],
    ['survey answers', sums.surveyAnswers],
  ];
  return html`<section><h2>Inbound calls</h2>
${table({
  caption: `${whole(records.callers)} records were added by calls from unknown numbers`,
  headings: ['', 'count'],
  rows: rows.map(([name, count]) => [name, whole(count)]),
})}</section>`;
}

export function cost(bill: Bill): Markup {
  const { currency, lines, unpriced } = bill;
  const note =
    unpriced.length === 0
      ? 'Without free tiers and taxes.'
      : `Without free tiers and taxes, and without ${unpriced.map((id) => PRICE_LABELS[id]).join(', ')}: give these prices with --prices.`;
  return html`<section class="costs"><h2>What it would cost</h2><p class="quiet">${note}</p>
${table({
  caption: `${money(bill.aws, currency)} for AWS, ${money(bill.connect, currency)} for Amazon Connect minutes, ${money(bill.carriers, currency)} for carriers`,
  headings: ['', 'quantity', 'price', 'amount', 'basis'],
  texts: [4],
  rows: lines.map((line) => [
    line.label,
    line.quantity >= 100 ? whole(line.quantity) : String(Number(line.quantity.toPrecision(4))),
    line.unitPrice === undefined ? '' : String(Number(line.unitPrice.toPrecision(6))),
    line.amount === undefined ? 'no price' : line.amount.toFixed(3),
    `${line.basis}: ${line.how} · price ${line.certainty ?? 'missing'}: ${line.source}`,
  ]),
  sums: [`total, ${currency}`, '', '', bill.total.toFixed(3), ''],
})}</section>`;
}

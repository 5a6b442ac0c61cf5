// The page says what the figures say: it is read back, number by number.
import { describe, expect, it } from 'vitest';
import { reportPage } from '../../../../lib/cli/simulate/report/page.ts';
import { ticksTo } from '../../../../lib/cli/simulate/report/scale.ts';
import { escaped } from '../../../../lib/domain/model/escaped.ts';
import type { CampaignFigures, CentreFigures } from '../../../../lib/simulation/dry-run/figures.ts';
import { aPlan, centreFiguresOf } from '../../../support/dry-run.ts';

const centre = await centreFiguresOf(
  aPlan({ people: 200, outbound: { mode: 'predictive' } }, { days: 3 }),
);
const [figures] = centre.campaigns as [CampaignFigures];
const NAMES = { centre: 'Medika <Północ>', campaigns: ['Spring recall'] };
const page = reportPage([{ variant: { name: '' }, figures: centre }], NAMES);

/** Cells of the table with this caption. */
function rowsOf(html: string, caption: string): readonly (readonly string[])[] {
  const [, body = ''] =
    new RegExp(`<caption>${caption}[^<]*</caption>[\\s\\S]*?<tbody>([\\s\\S]*?)</tbody>`).exec(
      html,
    ) ?? [];
  return [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => cell),
  );
}
const numberOf = (cell = '') => Number(cell.replaceAll(',', ''));
const tile = (html: string, what: string) =>
  new RegExp(`<span class="what">${what}</span> <span class="value[^"]*">([^<]*)</span>`).exec(
    html,
  )?.[1];

describe('the report', () => {
  it('carries the names of the campaign and the centre', () => {
    expect(page).toMatch(/<title>Dry run of \S+ · Medika &lt;Północ&gt;<\/title>/);
    expect(page).toContain('<p class="names">Spring recall · Medika &lt;Północ&gt;</p>');
  });

  it('has nothing wider than a telephone of 400 pixels, except in what is moved sideways', () => {
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
    const narrow = style.slice(
      style.indexOf('@media (max-width: 640px)'),
      style.indexOf('@media print'),
    );
    const outside = style.replace(narrow, '');
    const widths = [...outside.matchAll(/minmax\((?!min\(100%)(\d+)px/g)].map(([, px]) =>
      Number(px),
    );

    expect(widths.filter((px) => px > 370)).toEqual([]);
    expect(narrow).toContain('.plot figure { overflow-x: auto; }');
    for (const [svg] of page.matchAll(/<svg viewBox="0 0 960[\s\S]*?<\/svg>/g)) {
      const before = page.slice(0, page.indexOf(svg));
      expect(before.slice(before.lastIndexOf('<section'))).toMatch(/^<section class="plot">/);
    }
  });

  it('has the figures of --json in its tiles', () => {
    expect(numberOf(tile(page, 'Calls'))).toBe(figures.calls.total);
    expect(numberOf(tile(page, 'Successes'))).toBe(figures.funnel.success);
    expect(tile(page, 'Abandoned')).toBe(`${(figures.abandoned.share * 100).toFixed(2)}%`);
    expect(tile(page, 'Agents busy')).toBe(`${(figures.utilisation * 100).toFixed(1)}%`);
  });

  it('has the table of every hour and day behind its plots', () => {
    const hours = rowsOf(page, 'Per hour').map(([hour, calls, answers, contacts]) => ({
      hour: hour?.replace(' ', 'T'),
      calls: numberOf(calls),
      answers: numberOf(answers),
      contacts: numberOf(contacts),
    }));
    const days = rowsOf(page, 'Per day').map(([day, calls, , , abandoned]) => [
      day,
      numberOf(calls),
      numberOf(abandoned),
    ]);

    const told = figures.hours
      .filter(({ calls, contacts, agents }) => calls + contacts > 0 || agents >= 0.05)
      .map(({ hour, calls, answers, contacts }) => ({ hour, calls, answers, contacts }));
    expect(hours).toEqual(told);
    expect(days).toEqual(figures.days.map((day) => [day.day, day.calls, day.abandoned]));
  });

  it('has the outcomes of calls, the way of records and every line of the bill', () => {
    const counts = (caption: string) =>
      Object.fromEntries(
        rowsOf(page, caption).map(([name = '', count]) => [name, numberOf(count)]),
      );

    const { total: _, underWay: __, ...ended } = figures.calls;
    expect(counts('How calls ended')).toEqual(
      Object.fromEntries(
        Object.entries(ended).map(([status, count]) => [status.replaceAll('-', ' '), count]),
      ),
    );
    expect(Object.values(counts('How far records got'))).toEqual(Object.values(figures.funnel));
    const bill = [
      ...page.matchAll(
        /<tr><th scope="row">([^<]*)<\/th><td>[^<]*<\/td><td>[^<]*<\/td><td>([^<]*)<\/td><td class="text">/g,
      ),
    ];
    const amounts = bill.map(([, label, amount]) => `${label} ${amount}`);
    expect(amounts.pop()).toBe(`total, USD ${centre.cost.total.toFixed(3)}`);
    expect(amounts).toEqual(
      centre.cost.lines.map(({ label, amount }) => `${label} ${amount?.toFixed(3) ?? 'no price'}`),
    );
  });

  it('draws a bar for every hour with calls, and the cap', () => {
    const withCalls = figures.hours.filter(({ calls }) => calls > 0).length;

    expect(page.match(/<rect class="calls" x="[\d.]+" y/g)?.length).toBeGreaterThanOrEqual(
      withCalls,
    );
    expect(page).toContain('the cap, 3.0%');
  });

  it('gives every plot a title and a description, by ids that are there once', () => {
    const plots = [...page.matchAll(/<svg [^>]*role="img" aria-labelledby="([^"]+)"/g)].map(
      ([, ids = '']) => ids.split(' '),
    );

    expect(plots).toHaveLength(4);
    for (const id of plots.flat()) {
      expect(page.split(`id="${id}"`)).toHaveLength(2);
    }
    expect(page.match(/<figcaption>/g)).toHaveLength(4);
    expect(page.match(/<details>/g)).toHaveLength(4);
  });

  it('reaches for nothing outside itself', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|(?:src|href)=/);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('@media print');
  });

  it('says when it is partial, or does not add up', () => {
    const odd: CentreFigures = { ...centre, partial: true, discrepancies: ['a < b'] };
    const told = reportPage([{ variant: { name: '' }, figures: odd }], NAMES);

    expect(told).toContain('Partial: the run was stopped');
    expect(told).toContain('These sums do not reconcile: a &lt; b.');
  });

  it('sets variants side by side', () => {
    const compared = [
      { variant: { name: 'a', agents: 8 }, figures: centre },
      {
        variant: { name: 'b', agents: 9 },
        figures: { ...centre, total: { ...centre.total, agents: 9 } },
      },
    ];
    const told = reportPage(compared, NAMES);

    expect(rowsOf(told, 'The same list')[0]).toEqual(['agents', '8', '9']);
    expect(told).toContain('b: agents 9');
  });

  it('escapes what comes from files', () => {
    expect(escaped(`<b title="x">&'`)).toBe('&lt;b title=&quot;x&quot;&gt;&amp;&#39;');
    const odd = { ...centre, campaigns: [{ ...figures, campaign: '<i>' }] };
    expect(reportPage([{ variant: { name: '' }, figures: odd }], NAMES)).not.toContain('<i>');
  });
});

describe('an axis', () => {
  it('ends at a round number at or above the largest value', () => {
    expect([ticksTo(1), ticksTo(7), ticksTo(1980), ticksTo(4.05)]).toEqual([
      [0, 0.25, 0.5, 0.75, 1],
      [0, 2, 4, 6, 8],
      [0, 500, 1000, 1500, 2000],
      [0, 2, 4, 6],
    ]);
  });
});

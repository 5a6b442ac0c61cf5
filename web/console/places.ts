// What a mistake is about in each form of the console: the label of the field in question.
import { fieldsAt, type Labels, placesIn } from '../kit/ui/places.ts';
import type { Conditions } from './filters/wanted.ts';
import type { useConsole } from './language.ts';

type T = ReturnType<typeof useConsole>['t'];

interface Field {
  readonly field: string;
  readonly label: string;
}

/** Of the records that are looked for. */
export interface Search {
  readonly fields: readonly Field[];
  readonly conditions: Conditions;
}

export const placesOf = {
  consent: (t: T, of: { readonly address: string; readonly says: string }) =>
    placesIn({
      '/address': of.address,
      '/change/purpose': t('people.purpose'),
      '/change/channel': t('people.channel'),
      '/change/reason': of.says,
      '/change/source': of.says,
      '/change/wording': of.says,
    }),

  endpoints: (t: T) =>
    placesIn({}, { '/phones': t('people.phones'), '/emails': t('people.emails') }),

  known: (fields: readonly Field[]) => placesIn(fieldsAt('/fields', fields)),

  /** @param address the one that was to be the default */
  default: (address: string | undefined) => placesIn({ '/value': address }),

  search: (t: T, search: Search) =>
    placesIn({ '/phone': t('records.phone'), ...ofConditions(t, '/conditions', search) }),

  filter: (t: T, search: Search) =>
    placesIn({ '/title': t('filters.title'), ...ofConditions(t, '/conditions', search) }),

  bulk: (t: T) => placesIn({ '/change/kind': t('bulk.what'), '/change/agent': t('bulk.agent') }),

  copy: (t: T, search: Search = { fields: [], conditions: {} }) =>
    placesIn({
      '/from': t('copies.from'),
      '/records/filter': t('copies.who'),
      '/continuously': t('copies.continuously'),
      '/keepOwners': t('copies.keepOwners'),
      ...ofConditions(t, '/records/conditions', search),
    }),

  mapping: (t: T) => placesIn({ '/mapping': t('imports.columns'), '/csv': t('imports.choose') }),

  report: (t: T) =>
    placesIn({
      'query/campaign': t('campaigns.name'),
      'query/from': t('reports.from'),
      'query/to': t('reports.to'),
      'query/agent': t('reports.agent'),
      'query/by': t('reports.by'),
      'query/question': t('reports.question'),
      'query/answer': t('reports.answer'),
    }),
} as const;

function ofConditions(t: T, at: string, { fields, conditions }: Search): Labels {
  const labels: Labels = {
    states: t('records.state'),
    classifiers: t('records.classifier'),
    lastCall: t('records.lastCall'),
    success: t('filters.success'),
    agents: t('filters.agent'),
    attemptsAtLeast: t('filters.atLeast'),
    attemptsAtMost: t('filters.atMost'),
    contactedSince: t('filters.contactedSince'),
    notContactedSince: t('filters.notContactedSince'),
    addedSince: t('filters.addedSince'),
    addedBefore: t('filters.addedBefore'),
  };
  const tests = (conditions.fields ?? []).map(({ field }, n) => [
    `${at}/fields/${n}`,
    fields.find((one) => one.field === field)?.label ?? field,
  ]);
  return {
    ...Object.fromEntries(Object.entries(labels).map(([name, says]) => [`${at}/${name}`, says])),
    ...Object.fromEntries(tests),
  };
}

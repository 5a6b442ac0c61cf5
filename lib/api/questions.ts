// The fields of a campaign as an agent fills them in.
import { own } from '../language/dictionary.ts';
import type { Campaign } from '../language/schema/campaign.ts';

/** @param values of a record; those of one that is to be added are empty */
export const questions = (fields: Campaign['fields'], values: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([field, { label, options, ...facts }]) => ({
    field,
    label: label ?? field,
    type: facts.type,
    options: [...(options ?? [])],
    required: facts.required,
    editable: facts.editable,
    significant: facts.significant,
    value: own(values, field) ?? '',
  }));

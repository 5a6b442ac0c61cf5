import { PARAMETERS, readTemplate } from '../../../domain/messaging/message-text.ts';
import { SERVICE_CONTACT_VALUES, SERVICE_VALUES } from '../../../language/schema/desk.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  campaignsUsing,
  fieldsOf,
  inboundCampaigns,
  inboundPath,
  unlessKnown,
} from '../check-facts.ts';
import { campaignsWithScript } from '../scripts.ts';
import {
  campaignTemplates,
  messageTemplates,
  scriptTemplates,
  serviceTemplates,
} from '../templates.ts';

/**
 * Record fields that messages, scripts and IVRs use exist in every campaign concerned (SMS-5,
 * IVR-5, INB-14, DIA-5, CAM-25).
 */
export const unknownField: Check = function* (facts) {
  yield* inMessages(facts);
  yield* inTexts(facts);
  yield* inServices(facts);
  yield* inScripts(facts);
  yield* recognisingCallers(facts);
};

const inMessages: Check = function* (facts) {
  for (const { rule, tile, text, at } of messageTemplates(facts)) {
    const read = readTemplate(text);
    for (const field of read.kind === 'broken' ? [] : read.fields) {
      if (field === PARAMETERS) continue;
      for (const [campaign] of campaignsUsing(facts.definitions, rule)) {
        const message = `tile '${tile}' uses {{ ${field} }}, but campaign '${campaign}' has no field '${field}'`;
        yield* unlessKnown(field, fieldsOf(facts, campaign), at, message);
      }
    }
  }
};

const inTexts: Check = function* (facts) {
  for (const { campaign: id, of, part, text, at } of campaignTemplates(facts)) {
    const read = readTemplate(text);
    const user = of.startsWith('campaign') ? `the ${part}` : `the ${part} of ${of}`;
    for (const field of read.kind === 'broken' ? [] : read.fields) {
      if (field === PARAMETERS) continue;
      const message = `${user} uses {{ ${field} }}, but campaign '${id}' has no field '${field}'`;
      yield* unlessKnown(field, fieldsOf(facts, id), at, message);
    }
  }
};

const BESIDE_FIELDS: readonly string[] = [PARAMETERS, ...SERVICE_VALUES, ...SERVICE_CONTACT_VALUES];

const inServices: Check = function* (facts) {
  for (const { campaign, of, text, at } of serviceTemplates(facts)) {
    const read = readTemplate(text);
    for (const field of read.kind === 'broken' ? [] : read.fields) {
      if (BESIDE_FIELDS.includes(field)) continue;
      const message = `${of} uses {{ ${field} }}, but campaign '${campaign}' has no field '${field}'`;
      yield* unlessKnown(field, fieldsOf(facts, campaign), at, message);
    }
  }
};

const inScripts: Check = function* (facts) {
  for (const { script, page, text, at } of scriptTemplates(facts)) {
    const read = readTemplate(text);
    for (const field of read.kind === 'broken' ? [] : read.fields) {
      if (field === PARAMETERS) continue;
      for (const campaign of campaignsWithScript(facts.definitions, script)) {
        const message = `page '${page}' uses {{ ${field} }}, but campaign '${campaign}' has no field '${field}'`;
        yield* unlessKnown(field, fieldsOf(facts, campaign), at, message);
      }
    }
  }
};

const recognisingCallers: Check = function* (facts) {
  const { definitions, places } = facts;
  for (const [id, { ivr, authorisation }] of inboundCampaigns(definitions)) {
    const uses: { field: string; path: readonly string[] }[] = blocksOfKind(
      definitions,
      'authorise',
    ).flatMap(([of, block, { field }]) =>
      of === ivr && field !== undefined
        ? [{ field, path: [...blockPath(ivr, block), 'field'] }]
        : [],
    );
    if (authorisation !== 'internal') {
      const path = [...inboundPath(id), 'authorisation', 'field'];
      uses.unshift({ field: authorisation.field, path });
    }
    for (const { field, path } of uses) {
      const message = `campaign '${id}' has no field '${field}'`;
      yield* unlessKnown(field, fieldsOf(facts, id), places.valueAt(path), message);
    }
  }
};

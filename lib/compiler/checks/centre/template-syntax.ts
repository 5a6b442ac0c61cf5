import { readTemplate } from '../../../domain/messaging/message-text.ts';
import type { Check } from '../check-facts.ts';
import {
  callTemplates,
  campaignTemplates,
  messageTemplates,
  scriptTemplates,
  serviceTemplates,
} from '../templates.ts';

/**
 * Messages, spoken texts and requests are valid Liquid templates (SMS-5, CBR-11, CBR-12, IVR-3).
 */
export const templateSyntax: Check = function* (facts) {
  for (const { tile, part, text, at } of messageTemplates(facts)) {
    const read = readTemplate(text);
    if (read.kind !== 'broken') continue;
    const message = `the ${part} of tile '${tile}' is not a valid template: ${read.reason}`;
    yield { at, message };
  }
  for (const { of, part, text, at } of campaignTemplates(facts)) {
    const read = readTemplate(text);
    if (read.kind !== 'broken') continue;
    yield { at, message: `the ${part} of ${of} is not a valid template: ${read.reason}` };
  }
  for (const { of, text, at } of serviceTemplates(facts)) {
    const read = readTemplate(text);
    if (read.kind !== 'broken') continue;
    yield { at, message: `the address of ${of} is not a valid template: ${read.reason}` };
  }
  for (const { page, text, at } of scriptTemplates(facts)) {
    const read = readTemplate(text);
    if (read.kind !== 'broken') continue;
    yield { at, message: `the text of page '${page}' is not a valid template: ${read.reason}` };
  }
  for (const { text, at } of callTemplates(facts)) {
    const read = readTemplate(text);
    if (read.kind === 'broken') yield { at, message: `not a valid template: ${read.reason}` };
  }
};

import { personalIn } from '../../../domain/desk/record-pages.ts';
import type { Check } from '../check-facts.ts';
import { serviceTemplates } from '../templates.ts';

/** What an address says of a person is meant (CAM-25). */
export const personalDataInAddress: Check = function* (facts) {
  for (const { of, service, fields, text, at } of serviceTemplates(facts)) {
    if (service.personalData) continue;
    const said = personalIn(text, fields).map((name) => `{{ ${name} }}`);
    if (said.length === 0) continue;
    yield { at, message: `the address of ${of} holds data of the person: ${said.join(', ')}` };
  }
};

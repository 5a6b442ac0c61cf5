// Messages that agents choose from, each with its path.
import type { Definitions } from '../../language/definitions.ts';

export const deskTemplates = ({ campaigns }: Definitions) =>
  Object.entries(campaigns).flatMap(([campaign, { templates, fields }]) =>
    Object.entries(templates).map(([name, template]) => ({
      campaign,
      of: `template '${name}'`,
      template,
      fields,
      path: ['campaigns', campaign, 'templates', name] as readonly string[],
    })),
  );

/** Those that are e-mails. */
export const emailTemplates = (definitions: Definitions) =>
  deskTemplates(definitions).flatMap(({ template, ...rest }) =>
    template.kind === 'email' ? [{ ...rest, template }] : [],
  );

/** Those that are text messages. */
export const textTemplates = (definitions: Definitions) =>
  deskTemplates(definitions).flatMap(({ template, ...rest }) =>
    template.kind === 'sms' ? [{ ...rest, template }] : [],
  );

// The options of `ringback init`, read, or rejected with a clear message.
import { orWrong, parsed } from '../arguments.ts';
import { IS_PACKAGE } from '../installation.ts';
import type { Wrong } from '../option-values.ts';
import { type Answers, readChannels, readCountry, readLanguages, readTimeZone } from './answers.ts';
import { isInProject } from './files/repository-files.ts';

export interface InitOptions {
  readonly folder: string;
  /** Asks nothing. */
  readonly yes: boolean;
  /** A package.json, a cdk.json and a CI file around the centre. */
  readonly repository: boolean;
  /** Answers given as options. */
  readonly given: Partial<Answers>;
}

export const HELP = `ringback init <folder> [options]

Makes a small contact centre that is in order: a campaign, a callback rule with tests, twenty invented contacts and a
README with the next commands. Asks what it is not told; nothing is written before the last answer, and nothing that
exists is written over.

  --country <code>      a code or a name: PL, Poland          (that of this machine's time zone)
  --languages <list>    en, pl, cs; the first is the default  (that of the country, where it is one of these; or en)
  --time-zone <name>    such as Europe/Warsaw                 (that of the country)
  --channels <list>     outbound calls are always part of it; inbound lets people call in, sms and email let the
                        rule write to people                  (outbound)
  --repository          makes the folder a repository of its own: the centre in centre/, with package.json, cdk.json
                        and a CI file around it; the default outside of a project, with Ringback as a package
  -y, --yes             asks nothing: what is not given is as in brackets

Without a terminal, as in a script, give all four or -y.`;

export const readInitOptions = (args: readonly string[]): InitOptions | Wrong =>
  orWrong(() => read(args));

function read(args: readonly string[]): InitOptions | Wrong {
  const { values, positionals } = parsed(args, {
    country: { type: 'string' },
    languages: { type: 'string' },
    'time-zone': { type: 'string' },
    channels: { type: 'string' },
    repository: { type: 'boolean', default: false },
    yes: { type: 'boolean', short: 'y', default: false },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || folder.trim() === '') return { wrong: 'name the folder to make' };
  if (more.length > 0) return { wrong: `only one folder at a time; remove '${more[0]}'` };
  const given = {
    country: option('--country', readCountry, values.country),
    languages: option('--languages', readLanguages, values.languages),
    timeZone: option('--time-zone', readTimeZone, values['time-zone']),
    channels: option('--channels', readChannels, values.channels),
  };
  const repository = values.repository || (IS_PACKAGE && !isInProject(folder));
  return { folder, yes: values.yes, repository, given };
}

/** @throws RangeError that names the option and what it takes */
function option<T extends string | readonly string[] | ReadonlySet<string>>(
  name: string,
  read: (text: string) => T | Wrong,
  text: string | undefined,
): T | undefined {
  if (text === undefined) return undefined;
  const found = read(text);
  if (typeof found === 'object' && 'wrong' in found)
    throw new RangeError(`${name}: ${found.wrong}`);
  return found;
}

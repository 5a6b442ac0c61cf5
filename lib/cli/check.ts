// `ringback check <folder>`: every error with its position and what to write instead.
import { likelySize, textsIn } from '../compiler/checks/texts.ts';
import type { Definitions } from '../language/definitions.ts';
import { plural } from '../language/plural.ts';
import { misused } from './arguments.ts';
import type { Command } from './command.ts';
import { folderArguments } from './folder-arguments.ts';
import { hasErrors, loadFolder } from './load-folder.ts';
import { countOf, diagnosticLines } from './print-diagnostics.ts';

export const HELP = `ringback check <folder> [--json]

Checks the definitions of a contact centre and lists every error: file, line and column, what is wrong and what
to write instead. Exits with 1 if there are errors; warnings alone do not count.

  --json   one JSON object: { ok, diagnostics: [{ code, severity, message, remedy, at }] }`;

export const check: Command = async (args, io) => {
  const given = folderArguments(args);
  if ('wrong' in given) {
    return misused(io, 'check', given);
  }
  const loaded = await loadFolder(given.folder);
  if (loaded.kind === 'unreadable') {
    if (given.json) io.out(JSON.stringify({ ok: false, reason: loaded.reason }));
    else io.err(loaded.reason);
    return 1;
  }
  const { diagnostics, definitions } = loaded;
  const ok = !hasErrors(diagnostics);
  if (given.json) {
    io.out(JSON.stringify({ ok, diagnostics }, null, 2));
    return ok ? 0 : 1;
  }
  for (const line of diagnosticLines(given.folder, diagnostics)) io.out(line);
  if (diagnostics.length > 0) io.out(`\n${countOf(diagnostics)}`);
  if (ok && definitions) {
    io.out(`${given.folder} has no errors: ${inventory(definitions)}.`);
    for (const line of textLines(definitions)) io.out(line);
  }
  return ok ? 0 : 1;
};

/** How long the texts of campaigns will be, for every part is billed. */
function textLines(definitions: Definitions): readonly string[] {
  return Object.keys(definitions.campaigns).flatMap((id) => {
    const text = textsIn(definitions).find(({ of }) => of === `campaign '${id}'`);
    if (text === undefined) return [];
    const { parts, characters } = likelySize(text);
    return [
      `The text of campaign '${id}' takes about ${plural(parts, 'part')}: ${characters} characters at its longest likely values.`,
    ];
  });
}

function inventory({ campaigns, rules, ivrs, scripts, queues, groups }: Definitions): string {
  const agents = Object.values(groups).reduce((sum, group) => sum + group.agents.length, 0);
  return [
    plural(Object.keys(campaigns).length, 'campaign'),
    plural(Object.keys(rules).length, 'rule'),
    ...(Object.keys(ivrs).length > 0 ? [plural(Object.keys(ivrs).length, 'IVR')] : []),
    ...(Object.keys(scripts).length > 0 ? [plural(Object.keys(scripts).length, 'script')] : []),
    plural(Object.keys(queues).length, 'queue'),
    plural(agents, 'agent'),
  ].join(', ');
}

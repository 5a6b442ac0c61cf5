// The answers to the call scripts of a campaign.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import { answerColumns } from '../../domain/scripts/answers.ts';
import { scriptsOf } from '../../domain/scripts/script-for.ts';
import { own } from '../../language/dictionary.ts';
import type { RouteHandlers } from '../handler.ts';
import { cursorOf, unknownCursor } from '../paging.ts';
import type { SCRIPT_READS } from '../routes/scripts.ts';
import { listPosition } from './record-pages.ts';
import { significantOf } from './report-contacts.ts';

export const scriptReads: RouteHandlers<typeof SCRIPT_READS, PortsOf<'api-read'>> = {
  async listScriptAnswers({ params, query }, ports) {
    const after = listPosition(query.cursor);
    if (after === 'unknown') return unknownCursor();
    const { question, answer } = query;
    const campaign = campaignId(params.campaign);
    const page = await ports.recordList.page(campaign, query.limit, after);
    const definitions = ports.definitions.definitions();
    const settings = own(definitions.campaigns, params.campaign);
    const kept = await Promise.all(page.records.map((record) => ports.records.kept(record)));
    const calls = kept.flatMap(({ attempts }, n) => {
      const of = page.records[n];
      const significant = of && significantOf(of, settings);
      return attempts
        .toSorted((a, b) => a.orderedAt - b.orderedAt)
        .map((attempt) => ({ ...attempt, significant }));
    });
    const items = calls.flatMap(({ script, id, agent, orderedAt, classifier, ...of }) => {
      const given = question === undefined ? '' : script?.answers[question];
      if (script === undefined || given === undefined) return [];
      if (question !== undefined && answer !== undefined && given !== answer) return [];
      const { id: name, answers } = script;
      const { record, significant } = of;
      const call = { attempt: id, script: name, agent, at: toIso(orderedAt), classifier };
      return [{ record, significant, ...call, answers: { ...answers } }];
    });
    const columns = answerColumns(scriptsOf(definitions, params.campaign));
    return {
      body: {
        columns: [...columns],
        items,
        next: page.next && cursorOf([page.next.createdAt, page.next.record]),
      },
    };
  },
};

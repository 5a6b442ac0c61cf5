// A line of the journal becomes an event on the bus (WHK-2).
import { eventOf } from '../../domain/events/event.ts';
import { JournalLine } from '../../domain/model/journal-line.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';

export const publishJournal: UseCase<'publish-journal', PortsOf<'publish-journal'>> = async ({
  entry,
}) => {
  const { type, detail } = eventOf(JournalLine.parse(entry));
  return { detailType: type, detail };
};

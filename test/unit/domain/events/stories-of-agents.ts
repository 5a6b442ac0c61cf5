// What agents enter during a call.
import { answerScript } from '../../../../lib/application/scripts/answer-script.ts';
import { aFloor, type Floor } from '../../application/a-floor.ts';

/** Eva answers the script of the queue during the call. */
export async function aScript(): Promise<Floor> {
  const asked = { wanted: { kind: 'checkbox', label: 'They want it' } } as const;
  const talk = { name: 'Talk', start: 'hello', pages: { hello: { questions: asked } } };
  const floor = await aFloor({ queue: { script: 'talk' }, scripts: { talk }, records: ['ann'] });
  await floor.tick();
  await floor.placeAll();
  const { id, ...call } = await floor.attempt('ann');
  await answerScript(call, id, { answers: { wanted: 'yes' }, by: 'eva' }, floor.ports);
  return floor;
}

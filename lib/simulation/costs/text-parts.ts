// The parts of a text message, for the local cloud, which knows the simulation but not the domain.
export { textSize } from '../../domain/messaging/text-size.ts';

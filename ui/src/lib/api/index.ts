export { api, Failure, sentence } from './call.ts';
export { heard } from './events.ts';
export type * from './wire.ts';

export { api, Failure, refused, sentence, type Refused } from './call.ts';
export { heard } from './events.ts';
export type * from './bindings.ts';

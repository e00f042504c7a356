// The one door to Rust: every command answers with its value or throws a Failure that names its remedy.
import { t } from '$lib/words/index.ts';
import { commands, type Failure as Told } from './bindings.ts';

type Result<T, E> = { status: 'ok'; data: T } | { status: 'error'; error: E };

export class Failure extends Error {
  readonly kind: Told['kind'];
  readonly code: string;
  readonly field: string | null;
  readonly args: Record<string, string>;
  constructor(told: Told) {
    super(told.code);
    this.kind = told.kind;
    this.code = told.code;
    this.field = told.field;
    this.args = told.args;
  }
}

/** The sentence for a person: what is wrong and what to do. */
export function sentence(error: unknown): string {
  if (error instanceof Failure) return t(`refusal-${error.code}`, error.args);
  return t('shell-unreachable');
}

/** A refusal as a form shows it: beside its field when it has one. */
export interface Refused {
  field: string | null;
  text: string;
}

export function refused(error: unknown): Refused {
  return { field: error instanceof Failure ? error.field : null, text: sentence(error) };
}

type Plain<F> = F extends (...args: infer A) => Promise<Result<infer T, Told>> ? (...args: A) => Promise<T> : F;
type Api = { [K in keyof typeof commands]: Plain<(typeof commands)[K]> };

function bound(): Api {
  const api: Record<string, unknown> = {};
  for (const [name, command] of Object.entries(commands)) {
    const run = command as (...args: unknown[]) => Promise<unknown>;
    api[name] = async (...args: unknown[]) => opened(await run(...args));
  }
  return api as Api;
}

/** Commands that cannot fail answer plainly; the others wrap their answer. */
function opened(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('status' in answer)) return answer;
  const result = answer as Result<unknown, Told>;
  if (result.status === 'error') throw new Failure(result.error);
  return result.status === 'ok' && 'data' in result ? result.data : answer;
}

export const api: Api = bound();

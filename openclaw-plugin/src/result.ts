/** A failure as a value. Modules return faults instead of throwing. */
export interface Fault {
  /**
   * unreachable: no answer in time, or an answer that is not the API's. refused: the API rejected
   * the request with a reason. invalid: our input cannot be used. aborted: the caller cancelled.
   */
  kind: "unreachable" | "refused" | "invalid" | "aborted";
  /** For programs, for example `no_model` */
  code: string;
  /** For people: what was wrong and what was expected */
  message: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; fault: Fault };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failure = <T>(fault: Fault): Result<T> => ({ ok: false, fault });

export const invalid = <T>(code: string, mistakes: string[]): Result<T> =>
  failure({ kind: "invalid", code, message: mistakes.join("; ") });

/** Something that went wrong, as a value: nothing here throws across a module's edge. */
export interface Fault {
  /**
   * unreachable: nobody answered in time, or not as the API does; refused: the API said no, and
   * why; invalid: what we were given cannot be used; aborted: whoever asked has gone
   */
  kind: "unreachable" | "refused" | "invalid" | "aborted";
  /** For programs, as `no_model` */
  code: string;
  /** For people: what was wrong and what was expected */
  message: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: Fault };

export const success = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const failure = <T>(fault: Fault): Outcome<T> => ({ ok: false, fault });

export const invalid = <T>(code: string, mistakes: string[]): Outcome<T> =>
  failure({ kind: "invalid", code, message: mistakes.join("; ") });

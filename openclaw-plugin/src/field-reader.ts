import { nearest } from "./spelling.js";

/** Reads the fields of an object and collects all mistakes in them. Null counts as missing. */
export class FieldReader {
  readonly mistakes: string[] = [];
  private readonly values: Record<string, unknown>;

  constructor(what: string, input: unknown, known: readonly string[]) {
    const given = isObject(input) ? input : undefined;
    this.values = given ?? {};
    if (given === undefined) {
      this.mistakes.push(`${what} is ${shown(input)}: expected an object`);
    }
    for (const name of Object.keys(this.values).filter((name) => !known.includes(name))) {
      this.mistakes.push(`unknown ${what} '${name}': did you mean '${nearest(name, known)}'?`);
    }
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  value(name: string): unknown {
    return this.values[name];
  }

  text(name: string, maxLength: number): string | undefined {
    return this.read(name, `text of 1 to ${maxLength} characters`, (value) =>
      typeof value === "string" && value.trim() !== "" && value.length <= maxLength ? value : undefined,
    );
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    return this.read(name, `one of ${choices.join(", ")}`, (value) =>
      choices.find((choice) => choice === value),
    );
  }

  integer(name: string, min: number, max: number): number | undefined {
    return this.read(name, `a whole number from ${min} to ${max}`, (value) =>
      Number.isInteger(value) && (value as number) >= min && (value as number) <= max
        ? (value as number)
        : undefined,
    );
  }

  dollars(name: string, max: number): number | undefined {
    return this.read(name, `US dollars above 0, at most ${max}`, (value) =>
      typeof value === "number" && value > 0 && value <= max ? value : undefined,
    );
  }

  flag(name: string): boolean | undefined {
    return this.read(name, "true or false", (value) => (typeof value === "boolean" ? value : undefined));
  }

  object(name: string): Record<string, unknown> | undefined {
    return this.read(name, "an object", (value) => (isObject(value) ? value : undefined));
  }

  /** A list of at least one element, of which each passes the check. */
  list<T>(name: string, expected: string, fits: (element: unknown) => element is T): T[] | undefined {
    return this.read(name, `a list of ${expected}`, (value) =>
      Array.isArray(value) && value.length > 0 && value.every(fits) ? value : undefined,
    );
  }

  require(name: string, expected: string): void {
    if (!this.has(name)) {
      this.mistakes.push(`'${name}' is missing: expected ${expected}`);
    }
  }

  /** A value that none of the other methods can read. */
  read<T>(name: string, expected: string, parse: (value: unknown) => T | undefined) {
    if (!this.has(name)) {
      return undefined;
    }
    const parsed = parse(this.values[name]);
    if (parsed === undefined) {
      this.mistakes.push(`'${name}' is ${shown(this.values[name])}: expected ${expected}`);
    }
    return parsed;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = value === undefined ? "missing" : (JSON.stringify(value) ?? typeof value);
  return text.length <= 40 ? text : `${text.slice(0, 40)}...`;
}

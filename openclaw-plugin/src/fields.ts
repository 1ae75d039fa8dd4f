import { nearest } from "./spelling.js";

/** Reads the fields of an object and gathers what is wrong with them. Null counts as not given. */
export class Fields {
  readonly mistakes: string[] = [];
  private readonly values: Record<string, unknown>;

  constructor(what: string, given: unknown, known: readonly string[]) {
    const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
    this.values = isObject ? (given as Record<string, unknown>) : {};
    if (!isObject) {
      this.mistakes.push(`${what} is ${shown(given)}: expected an object`);
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

  text(name: string, most: number): string | undefined {
    return this.read(name, `text of 1 to ${most} characters`, (value) =>
      typeof value === "string" && value.trim() !== "" && value.length <= most ? value : undefined,
    );
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    return this.read(name, `one of ${choices.join(", ")}`, (value) =>
      choices.find((choice) => choice === value),
    );
  }

  integer(name: string, least: number, most: number): number | undefined {
    return this.read(name, `a whole number from ${least} to ${most}`, (value) =>
      Number.isInteger(value) && (value as number) >= least && (value as number) <= most
        ? (value as number)
        : undefined,
    );
  }

  dollars(name: string, most: number): number | undefined {
    return this.read(name, `US dollars above 0, at most ${most}`, (value) =>
      typeof value === "number" && value > 0 && value <= most ? value : undefined,
    );
  }

  require(name: string, expected: string): void {
    if (!this.has(name)) {
      this.mistakes.push(`'${name}' is missing: expected ${expected}`);
    }
  }

  private read<T>(name: string, expected: string, parse: (value: unknown) => T | undefined) {
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

function shown(value: unknown): string {
  const text = value === undefined ? "missing" : (JSON.stringify(value) ?? typeof value);
  return text.length <= 40 ? text : `${text.slice(0, 40)}...`;
}

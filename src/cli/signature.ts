/** `--seed S`, or `--help`, which takes no value. */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** One letter, where there is one. */
  readonly short?: string;
  /** What its value is called in the help; null where it takes none. */
  readonly value: string | null;
  readonly required?: boolean;
  readonly summary: string;
}

/** What may stand behind the name of a command. */
export interface Signature {
  readonly name: string;
  readonly files: 'one' | 'many';
  readonly options: readonly Option[];
}

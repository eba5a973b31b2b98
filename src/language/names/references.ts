import type { Span } from '../syntax/span';
import type { Expression, Reference, VariableStatement } from '../syntax/tree';
import { type Affine, affine } from './affine';
import type { Group } from './dependencies';
import { isVariable } from './dependencies';
import { Memo } from './memo';
import { NodeMap } from './nodeMap';
import { type Definition, isChain, type Scope } from './scope';

/** A random variable, or an element of a chain, that stands in a list of parents or that a definition uses. */
export interface VariableUse {
  readonly definition: Definition;
  /** Of a chain's element; null for a single variable, and for an index that is not made of whole numbers and the loop's. */
  readonly index: Affine | null;
  /** Equal for uses of the same variable or element; null where the element cannot be told. */
  readonly key: string | null;
  readonly span: Span;
  /** As to be written in a list of parents. */
  readonly written: string;
  /** The let that it comes through; null for a use on the spot. */
  readonly through: Definition | null;
}

/** A variable in a list of parents. */
export interface ParentUse extends VariableUse {
  readonly reference: Reference;
  /** In the list, counted from 0. */
  readonly position: number;
}

const nothing: ReadonlySet<string> = new Set();
const noUses: readonly VariableUse[] = [];
const noParents: readonly ParentUse[] = [];

/** Which random variables each definition uses directly: on the spot or through lets. */
export class References {
  readonly #text: string;
  readonly #scope: Scope;
  readonly #groups: readonly Group[];
  readonly #parents: Memo<VariableStatement, readonly ParentUse[]>;
  readonly #uses: Memo<VariableStatement, readonly VariableUse[]>;
  readonly #misnamed: Memo<VariableStatement, ReadonlySet<string>>;
  #lets: Map<Definition, readonly VariableUse[]> | null = null;

  constructor(text: string, scope: Scope, groups: readonly Group[]) {
    this.#text = text;
    this.#scope = scope;
    this.#groups = groups;
    const { statements } = scope.numbers;
    this.#parents = new Memo<VariableStatement, readonly ParentUse[]>(new NodeMap(statements));
    this.#uses = new Memo<VariableStatement, readonly VariableUse[]>(new NodeMap(statements));
    this.#misnamed = new Memo<VariableStatement, ReadonlySet<string>>(new NodeMap(statements));
  }

  /** The uses in an expression in the order of the text, every one of them. */
  usesIn(expression: Expression, loop: string | null): readonly VariableUse[] {
    const uses: VariableUse[] = [];
    this.#collect(expression, loop, uses);
    return uses.length === 0 ? noUses : uses;
  }

  /** The uses of a let, each variable once. */
  usesOfLet(definition: Definition): readonly VariableUse[] {
    this.#lets ??= this.#allLets();
    return this.#lets.get(definition) ?? [];
  }

  /** The variables in a list of parents; what is no variable is left out. */
  parentsOf(statement: VariableStatement): readonly ParentUse[] {
    if (statement.parents === null) return noParents;
    return this.#parents.get(statement, this, (of, references) => references.#findParents(of));
  }

  /** The uses in the right-hand side of a definition, in the order of the text. */
  usesOf(statement: VariableStatement): readonly VariableUse[] {
    return this.#uses.get(statement, this, findUses);
  }

  #findParents(statement: VariableStatement): readonly ParentUse[] {
    const parents: ParentUse[] = [];
    const loop = loopOf(statement);
    for (const [position, reference] of (statement.parents ?? []).entries()) {
      const definition = this.#scope.definedAt.get(reference.name);
      if (definition === undefined || !isVariable(definition)) continue;
      const { index, key, span, written } = this.#use(definition, reference.span, reference.index, loop);
      parents.push({ definition, index, key, span, written, through: null, reference, position });
    }
    return parents;
  }

  /** Parents that the list names with another index than the right-hand side does: one mistake, and no dependence. */
  misnamedParents(statement: VariableStatement): ReadonlySet<string> {
    if (statement.parents === null) return nothing;
    return this.#misnamed.get(statement, this, findMisnamed);
  }

  #use(definition: Definition, span: Span, index: Expression | null, loop: string | null): VariableUse {
    if (!isChain(definition)) {
      return { definition, index: null, key: definition.name, span, written: definition.name, through: null };
    }
    const form = index ? affine(index, loop) : null;
    const key = form && `${definition.name}[${form.slope}t${form.offset}]`;
    return { definition, index: form, key, span, written: this.#text.slice(span.start, span.end), through: null };
  }

  #collect(expression: Expression, loop: string | null, uses: VariableUse[]): void {
    switch (expression.kind) {
      case 'Name':
        this.#collectName(expression, uses);
        return;
      case 'Index': {
        const { base, index } = expression;
        const definition = base.kind === 'Name' ? this.#scope.definedAt.get(base) : undefined;
        if (definition && isVariable(definition) && isChain(definition)) {
          uses.push(this.#use(definition, expression.span, index, loop));
        } else {
          this.#collect(base, loop, uses);
          this.#collect(index, loop, uses);
        }
        return;
      }
      case 'Vector':
        for (const item of expression.items) this.#collect(item, loop, uses);
        return;
      case 'Unary':
        this.#collect(expression.operand, loop, uses);
        return;
      case 'Binary':
        this.#collect(expression.left, loop, uses);
        this.#collect(expression.right, loop, uses);
        return;
      case 'Call':
        for (const { value } of expression.args) this.#collect(value, loop, uses);
        return;
      case 'Pipeline':
        this.#collect(expression.input, loop, uses);
        for (const stage of expression.stages) this.#collect(stage, loop, uses);
        return;
      case 'Case':
        for (const subject of expression.subjects) this.#collect(subject, loop, uses);
        for (const { value } of expression.rows) this.#collect(value, loop, uses);
        return;
      default:
        return;
    }
  }

  #collectName(name: Expression & { kind: 'Name' }, uses: VariableUse[]): void {
    const definition = this.#scope.definedAt.get(name);
    if (definition === undefined) return;
    if (definition.kind === 'let') {
      for (const use of this.usesOfLet(definition)) uses.push({ ...use, span: name.span, through: definition });
    } else if (isVariable(definition)) {
      uses.push(this.#use(definition, name.span, null, null));
    }
  }

  /** In the order of the dependencies, so that no let is asked for before it is known. */
  #allLets(): Map<Definition, readonly VariableUse[]> {
    const lets = new Map<Definition, readonly VariableUse[]>();
    this.#lets = lets;
    for (const { steps } of this.#groups) {
      for (const { definition } of steps) {
        const statement = definition.statements[0];
        if (statement?.kind !== 'Let') continue;
        const once = new Map<string, VariableUse>();
        for (const use of this.usesIn(statement.value, null)) once.set(use.key ?? `${use.definition.name}?`, use);
        lets.set(definition, [...once.values()]);
      }
    }
    return lets;
  }
}

export function loopOf(statement: VariableStatement): string | null {
  return statement.loop?.variable?.text ?? null;
}

function findUses(statement: VariableStatement, references: References): readonly VariableUse[] {
  return references.usesIn(statement.distribution, loopOf(statement));
}

function findMisnamed(statement: VariableStatement, references: References): ReadonlySet<string> {
  const parents = references.parentsOf(statement);
  if (!parents.some(({ index }) => index !== null)) return nothing;
  const uses = references.usesOf(statement);
  const listed = new Set(parents.map(({ key }) => key));
  const used = new Set(uses.map(({ key }) => key));
  const unlisted = new Set(uses.flatMap(({ key, definition }) => (listed.has(key) ? [] : [definition])));
  const misnamed = parents.filter(({ key, definition }) => !used.has(key) && unlisted.has(definition));
  return new Set(misnamed.flatMap(({ key }) => key ?? []));
}

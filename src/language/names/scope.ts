import type { Defined, Use } from '../analysis';
import { literalInteger } from '../syntax/literal';
import type { Span } from '../syntax/span';
import type {
  Call,
  Expression,
  Identifier,
  Name,
  NetworkStatement,
  Reference,
  Statement,
  Tree,
  VariableStatement,
} from '../syntax/tree';
import { denseParameters, matchArguments } from './arguments';
import { DefinedAt } from './definedAt';
import { isFamily, isFunction } from './lookup';
import { NodeMap } from './nodeMap';
import { type TreeNumbers, treeNumbers } from './nodeNumbers';

/** A name while it is being found out about. */
export type Definition = { -readonly [Key in keyof Defined]: Defined[Key] } & {
  /** Counted from 0 over all definitions of a text, so that what is known of them can be kept in arrays. */
  readonly number: number;
  spans: Span[];
  statements: Statement[];
};

/** Which definition every name of a text means. */
export interface Scope {
  /** By their numbers. */
  readonly definitions: readonly Definition[];
  readonly globals: ReadonlyMap<string, Definition>;
  /** Loop indices and network arguments. */
  readonly locals: readonly Definition[];
  readonly uses: readonly Use[];
  readonly definedAt: Pick<DefinedAt<Definition>, 'get' | 'has'>;
  /** The definitions that each statement uses, as often as it does, in the order of the text. */
  readonly usedBy: Pick<NodeMap<Statement, readonly Definition[]>, 'get'>;
  /** The calls of each network outside of its own body, in the order of the text, but for those whose arguments need another. */
  readonly callsOf: ReadonlyMap<Definition, readonly Call[]>;
  /** Statements that use a name that nothing defines. What follows from that goes without saying. */
  readonly unresolved: ReadonlySet<Statement>;
  /** Whether a let is among them. */
  readonly hasUnresolvedLet: boolean;
  /** The arguments of each network and the index of each loop. */
  readonly localsOf: Pick<NodeMap<Statement, readonly Definition[]>, 'get'>;
  /** Of the text's nodes, for whatever else is found out about them. */
  readonly numbers: TreeNumbers;
}

/** Finds every definition and every use of a name. Names are global and order-free, apart from loop indices and network arguments. */
export function resolve(tree: Tree): Scope {
  return new Resolver(tree).run();
}

const none: ReadonlyMap<string, Definition> = new Map();

class Resolver {
  readonly #tree: Tree;
  readonly #globals = new Map<string, Definition>();
  readonly #locals: Definition[] = [];
  readonly #uses: Use[] = [];
  readonly #definitions: Definition[] = [];
  readonly #definedAt: DefinedAt<Definition>;
  readonly #numbers: TreeNumbers;
  readonly #usedBy: NodeMap<Statement, readonly Definition[]>;
  readonly #callsOf = new Map<Definition, Call[]>();
  readonly #localsOf: NodeMap<Statement, readonly Definition[]>;
  readonly #unresolved = new Set<Statement>();
  #used: Definition[] = [];
  #scope: ReadonlyMap<string, Definition> = none;
  #statement: Statement | null = null;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#definedAt = new DefinedAt(tree.span.end, this.#definitions);
    this.#numbers = treeNumbers(tree.span.end);
    this.#usedBy = new NodeMap(this.#numbers.statements);
    this.#localsOf = new NodeMap(this.#numbers.statements);
  }

  run(): Scope {
    for (const statement of this.#tree.statements) this.#define(statement);
    for (const definition of this.#globals.values()) definition.range = chainRange(definition);
    for (const statement of this.#tree.statements) this.#resolveStatement(statement);
    return {
      definitions: this.#definitions,
      globals: this.#globals,
      locals: this.#locals,
      uses: this.#uses,
      definedAt: this.#definedAt,
      usedBy: this.#usedBy,
      callsOf: this.#callsOf,
      localsOf: this.#localsOf,
      numbers: this.#numbers,
      unresolved: this.#unresolved,
      hasUnresolvedLet: [...this.#unresolved].some(({ kind }) => kind === 'Let'),
    };
  }

  #define(statement: Statement): void {
    const name = definedName(statement);
    if (name === null) return;
    const existing = this.#globals.get(name.text);
    if (existing) {
      existing.spans.push(name.span);
      existing.statements.push(statement);
      return;
    }
    const kind = statement.kind === 'Variable' ? statement.role : kinds[statement.kind as keyof typeof kinds];
    this.#globals.set(name.text, this.#make(kind, name, statement));
  }

  #make(kind: Definition['kind'], name: Identifier, statement: Statement): Definition {
    const number = this.#definitions.length;
    const [spans, statements] = [[name.span], [statement]];
    const definition: Definition = { number, kind, name: name.text, spans, statements, type: null, range: null };
    this.#definitions.push(definition);
    return definition;
  }

  #resolveStatement(statement: Statement): void {
    this.#statement = statement;
    this.#used = [];
    this.#scope = this.#localsIn(statement);
    if (this.#scope.size > 0) this.#localsOf.set(statement, [...this.#scope.values()]);
    switch (statement.kind) {
      case 'Param':
        for (const bound of statement.domain?.args ?? []) this.#expression(bound);
        this.#expression(statement.value);
        break;
      case 'Let':
        this.#expression(statement.value);
        break;
      case 'Network':
        this.#expression(statement.body);
        break;
      case 'Variable':
        if (statement.target?.index) this.#expression(statement.target.index);
        for (const parent of statement.parents ?? []) this.#reference(parent);
        this.#expression(statement.distribution);
        if (statement.loop) {
          this.#expression(statement.loop.from);
          this.#expression(statement.loop.to);
        }
        break;
      case 'Data':
        if (statement.name) this.#global(statement.name);
        break;
      case 'View':
        if (statement.target) this.#reference(statement.target);
        break;
      default:
        break;
    }
    // A copy holds no room for further ones: of a large text that is much.
    this.#usedBy.set(statement, this.#used.slice());
  }

  #localsIn(statement: Statement): ReadonlyMap<string, Definition> {
    if (statement.kind === 'Network') return this.#argumentsOf(statement);
    if (statement.kind === 'Variable') return this.#loopOf(statement);
    return none;
  }

  #argumentsOf(statement: NetworkStatement): ReadonlyMap<string, Definition> {
    const found = new Map<string, Definition>();
    for (const argument of statement.args) {
      if (!found.has(argument.text)) found.set(argument.text, this.#make('argument', argument, statement));
    }
    for (const local of found.values()) this.#locals.push(local);
    return found;
  }

  /** The index of a loop; also one that only the target names, so that a forgotten `for` is one mistake and not several. */
  #loopOf(statement: VariableStatement): ReadonlyMap<string, Definition> {
    const { loop, target } = statement;
    let name: Identifier | null = loop?.variable ?? null;
    if (loop === null && target?.index?.kind === 'Name' && !this.#globals.has(target.index.text)) {
      name = { kind: 'Identifier', span: target.index.span, text: target.index.text };
    }
    if (name === null) return none;
    const found = this.#make('loop', name, statement);
    found.type = { kind: 'integer', shape: [] };
    found.range = loop === null ? null : bounds(literalInteger(loop.from), literalInteger(loop.to));
    this.#locals.push(found);
    return new Map([[found.name, found]]);
  }

  #reference(reference: Reference): void {
    this.#global(reference.name);
    if (reference.index) this.#expression(reference.index);
  }

  #global(name: Identifier): void {
    const definition = this.#globals.get(name.text);
    if (definition) this.#use(name, definition);
    else this.#unresolved.add(this.#statement!);
  }

  #use(node: Name | Identifier, definition: Definition): void {
    this.#definedAt.set(node, definition);
    this.#used.push(definition);
    const isDefinition = definition.kind === 'loop' && definition.spans[0]!.start === node.span.start;
    if (!isDefinition) this.#uses.push({ span: node.span, defined: definition });
  }

  #expression(expression: Expression): void {
    switch (expression.kind) {
      case 'Name': {
        const definition = this.#scope.get(expression.text) ?? this.#globals.get(expression.text);
        if (definition?.kind !== 'network') {
          if (definition) this.#use(expression, definition);
          else this.#unresolved.add(this.#statement!);
          return;
        }
        // A network without a call is a mistake, and no dependence.
        this.#definedAt.set(expression, definition);
        this.#uses.push({ span: expression.span, defined: definition });
        this.#unresolved.add(this.#statement!);
        return;
      }
      case 'Vector':
        for (const item of expression.items) this.#expression(item);
        return;
      case 'Unary':
        this.#expression(expression.operand);
        return;
      case 'Binary':
        this.#expression(expression.left);
        this.#expression(expression.right);
        return;
      case 'Index':
        this.#expression(expression.base);
        this.#expression(expression.index);
        return;
      case 'Pipeline':
        this.#expression(expression.input);
        for (const stage of expression.stages) this.#expression(stage);
        return;
      case 'Case':
        for (const subject of expression.subjects) this.#expression(subject);
        for (const row of expression.rows) this.#expression(row.value);
        return;
      case 'Call':
        this.#call(expression);
        return;
      default:
        return;
    }
  }

  #call(call: Call): void {
    const name = call.callee.text;
    const definition = this.#globals.get(name);
    if (definition?.kind !== 'network' && !isFamily(name) && !isFunction(name) && name !== 'dense') {
      this.#unresolved.add(this.#statement!);
    }
    if (definition?.kind === 'network') {
      this.#use(call.callee, definition);
      this.#arguments(call);
      if (!definition.statements.includes(this.#statement!)) this.#addCall(definition, call);
      return;
    }
    this.#arguments(call);
  }

  #addCall(network: Definition, call: Call): void {
    const calls = this.#callsOf.get(network);
    if (calls === undefined) this.#callsOf.set(network, [call]);
    // The calls in its arguments have been met before.
    else if (calls.at(-1)!.span.start < call.span.start) calls.push(call);
  }

  #arguments(call: Call): void {
    const activation = call.callee.text === 'dense' ? matchArguments(denseParameters, call.args).values[1] : null;
    for (const argument of call.args) {
      if (argument !== activation || argument.value.kind !== 'Name') this.#expression(argument.value);
    }
  }
}

const kinds = { Param: 'param', Let: 'let', Network: 'network' } as const;

/** The name that a statement defines; null where it defines none. */
export function definedName(statement: Statement): Identifier | null {
  switch (statement.kind) {
    case 'Param':
    case 'Let':
    case 'Network':
      return statement.name;
    case 'Variable':
      return statement.target?.name ?? null;
    default:
      return null;
  }
}

/** Whether a definition is a chain: its first statement has an index. */
export function isChain(definition: Defined): boolean {
  const statement = definition.statements[0];
  return definition.kind !== 'loop' && statement?.kind === 'Variable' && (statement.target?.index ?? null) !== null;
}

/** The first and the last index of the elements that a statement of a chain defines; null where it cannot be told. */
export function indicesOf(statement: VariableStatement): readonly [number, number] | null {
  const { target, loop } = statement;
  if (target === null || target.index === null) return null;
  if (loop !== null) {
    const overLoop = target.index.kind === 'Name' && target.index.text === loop.variable?.text;
    return overLoop ? bounds(literalInteger(loop.from), literalInteger(loop.to)) : null;
  }
  const index = literalInteger(target.index);
  return bounds(index, index);
}

function bounds(from: number | null, to: number | null): readonly [number, number] | null {
  return from === null || to === null || from < 1 || from > to ? null : [from, to];
}

/** null where one of the statements is not understood, or an index between them has no definition: nothing more is then said of the elements. */
function chainRange(definition: Definition): readonly [number, number] | null {
  if (!isChain(definition)) return null;
  const pieces: (readonly [number, number])[] = [];
  for (const statement of definition.statements) {
    if (statement.kind !== 'Variable') continue;
    const piece = indicesOf(statement);
    if (piece === null) return null;
    pieces.push(piece);
  }
  pieces.sort((a, b) => a[0] - b[0]);
  let range: readonly [number, number] | null = null;
  for (const [from, to] of pieces) {
    if (range && from > range[1] + 1) return null;
    range = range ? [range[0], Math.max(range[1], to)] : [from, to];
  }
  return range;
}

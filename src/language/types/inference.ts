import type { FamilyParameter } from '../../model/families';
import { type MatchedArguments, matchArguments } from '../names/arguments';
import { type Group, isVariable, type Step, statementsOf } from '../names/dependencies';
import { Memo } from '../names/memo';
import { NodeMap } from '../names/nodeMap';
import type { Definition, Scope } from '../names/scope';
import { inTurn, makeTasks } from '../names/tasks';
import type { Call, Expression, NumberLiteral, Statement, VariableStatement } from '../syntax/tree';
import type { Constant } from './constant';
import { supportAlone } from './inferDistribution';
import { inferExpression } from './inferExpression';
import { inferParam } from './inferParam';
import type { Inferring } from './inferring';
import { drawOf, type Info, rangeOfType, type ValueInfo, value } from './info';
import { opened, type Range, union } from './range';
import { integer } from './valueType';

/** Numbers computed for constants in one pass over a text; beyond it constants count as unknown, so that no text is slow. */
const mostConstants = 2_000_000;

/** Numbers written out of which what is known is kept. */
const mostLiterals = 1000;

/** What a call gives a network. */
export interface Given {
  readonly call: Call;
  /** In the order of the call; null for what is not understood. */
  readonly args: readonly (ValueInfo | null)[];
}

/**
 * What is known of every expression of a text: its type and shape, where its numbers can lie, and its present value.
 * Where something is wrong it is null, and whatever is made of it is null too, so that one mistake is reported once.
 */
export class Inference implements Inferring {
  readonly scope: Scope;
  /** Every expression but numbers written out and names. */
  readonly #infos: NodeMap<Expression, Info | null>;
  /** Of names, by the numbers of their definitions. */
  readonly #known: (ValueInfo | null | undefined)[];
  readonly #given = new Map<Definition, Given>();
  readonly #matched: Memo<Call, MatchedArguments>;
  readonly #literals = new Map<number, Info | null>();
  #budget = mostConstants;

  constructor(scope: Scope, groups: readonly Group[]) {
    this.scope = scope;
    this.#infos = new NodeMap(scope.numbers.expressions);
    this.#matched = new Memo(new NodeMap(scope.numbers.calls));
    this.#known = new Array(scope.definitions.length).fill(undefined);
    for (const group of groups) {
      if (group.cyclic) this.#inferCycle(group.steps);
      else for (const step of group.steps) this.#inferStep(step);
    }
    for (const definition of scope.globals.values()) definition.type = this.definition(definition)?.type ?? null;
  }

  info(expression: Expression): Info | null {
    if (expression.kind === 'Number') return this.#literal(expression);
    // A name is looked up faster than what was kept of it.
    if (expression.kind === 'Name') return inferExpression(expression, this);
    const before = this.#infos.get(expression);
    if (before !== undefined) return before;
    const info = inferExpression(expression, this);
    this.#infos.set(expression, info);
    return info;
  }

  value(expression: Expression): ValueInfo | null {
    const info = this.info(expression);
    return info?.sort === 'value' ? info : null;
  }

  definition(definition: Definition): ValueInfo | null {
    const known = this.#known[definition.number];
    if (known !== undefined) return known;
    return definition.kind === 'loop' ? this.#loop(definition) : null;
  }

  /** The call that tells what the arguments of a network are, and what it tells; null where the network is never called. */
  givenTo(network: Definition): Given | null {
    return this.#given.get(network) ?? null;
  }

  matched(call: Call, parameters: readonly FamilyParameter[]): MatchedArguments {
    return this.#matched.get(call, parameters, match);
  }

  keep(constant: Constant | null): Constant | null {
    if (constant === null) return null;
    this.#budget -= constant.length;
    return this.#budget < 0 ? null : constant;
  }

  /** The same few numbers stand in a text over and over. */
  #literal(expression: NumberLiteral): Info | null {
    const before = this.#literals.get(expression.value);
    if (before !== undefined) return before;
    const info = inferExpression(expression, this);
    if (this.#literals.size < mostLiterals) this.#literals.set(expression.value, info);
    return info;
  }

  #loop(definition: Definition): ValueInfo {
    const range = definition.range;
    const info = value(
      integer,
      range ? { low: range[0], high: range[1], lowOpen: false, highOpen: false } : rangeOfType(integer),
    );
    this.#known[definition.number] = info;
    return info;
  }

  #inferStep(step: Step): void {
    const { definition, part } = step;
    if (part === 'arguments') this.#inferArguments(step);
    else if (isVariable(definition)) this.#inferVariable(definition);
    else this.#known[definition.number] = this.#inferStatement(definition.statements[0]!);
  }

  #inferStatement(statement: Statement): ValueInfo | null {
    switch (statement.kind) {
      case 'Param':
        return inferParam(statement, this);
      case 'Let':
        return this.value(statement.value);
      case 'Network':
        return this.value(statement.body);
      case 'Variable':
        return this.#inferDraw(statement);
      default:
        return null;
    }
  }

  #inferDraw(statement: VariableStatement): ValueInfo | null {
    const info = this.info(statement.distribution);
    return info?.sort === 'distribution' ? drawOf(info) : null;
  }

  /** A network's arguments are what one of its calls gives it; a number written out may be any other number elsewhere. */
  #inferArguments({ definition: network, call }: Step): void {
    const statement = network.statements[0];
    if (call === null || statement?.kind !== 'Network') return;
    const args = call.args.map(({ value }) => this.value(value));
    this.#given.set(network, { call, args });
    const parameters = (this.scope.localsOf.get(statement) ?? []).map(({ name }) => ({ name }));
    const { values } = matchArguments(parameters, call.args);
    for (const [position, local] of (this.scope.localsOf.get(statement) ?? []).entries()) {
      const argument = values[position];
      const info = argument ? this.value(argument.value) : null;
      const type = info && (info.constant ? { kind: 'real' as const, shape: info.type.shape } : info.type);
      local.type = type;
      this.#known[local.number] = type && value(type, rangeOfType(type), null, info?.form ?? null);
    }
  }

  #inferVariable(definition: Definition): void {
    let all: ValueInfo | null = null;
    for (const statement of statementsOf(definition)) {
      const info = this.#inferStatement(statement);
      all = all && info ? join(all, info) : (all ?? info);
    }
    this.#known[definition.number] = all;
  }

  /**
   * A chain needs itself. Statements that need nothing of the cycle come first and tell the type; where its numbers
   * can lie is then what its families allow whatever their parameters, since each element may widen it for the next.
   */
  #inferCycle(steps: readonly Step[]): void {
    const tasks = makeTasks(steps, this.scope);
    for (const { step, statement } of inTurn(tasks)) {
      if (step.part === 'arguments') this.#inferArguments(step);
      else this.#known[step.definition.number] = this.#anyOf(step.definition, this.#inferStatement(statement));
    }
    for (const { statement } of tasks) this.#inferStatement(statement);
  }

  #anyOf(definition: Definition, info: ValueInfo | null): ValueInfo | null {
    if (info === null || !isVariable(definition)) return info;
    let range: Range | null = null;
    for (const statement of statementsOf(definition)) {
      const next = statement.kind === 'Variable' ? supportAlone(statement.distribution) : null;
      if (next === null) return value(info.type, rangeOfType(info.type));
      const inside = info.type.kind === 'real' ? opened(next) : next;
      range = range ? union(range, inside) : inside;
    }
    return value(info.type, range ?? rangeOfType(info.type), null, info.form);
  }
}

function match(call: Call, parameters: readonly FamilyParameter[]): MatchedArguments {
  return matchArguments(parameters, call.args);
}

/** What is known of a chain from two of its statements. */
function join(a: ValueInfo, b: ValueInfo): ValueInfo {
  return { ...a, range: union(a.range, b.range), form: a.form === b.form ? a.form : null };
}

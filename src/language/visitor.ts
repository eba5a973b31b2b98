import type { Check, Position, Rule, Site } from './rule';
import { isChain } from './scope';
import type { Binary, Call, Case, Expression, Statement, VariableStatement } from './tree';

type Visit = (node: never, check: Check, site: Site) => void;

interface Handler {
  readonly rule: Rule;
  readonly visit: Visit;
}

/** Takes every rule past every statement and expression, once, in the order of the text. */
export class RuleVisitor {
  readonly #rules: readonly Rule[];
  readonly #check: Check;
  readonly #enter: (rule: Rule) => void;
  readonly #statements = new Map<string, Handler[]>();
  readonly #expressions = new Map<string, Handler[]>();

  /** @param enter is told which rule runs next. */
  constructor(rules: readonly Rule[], check: Check, enter: (rule: Rule) => void) {
    this.#rules = rules;
    this.#check = check;
    this.#enter = enter;
    for (const rule of rules) {
      sort(rule, rule.statement ?? {}, this.#statements);
      sort(rule, rule.expression ?? {}, this.#expressions);
    }
  }

  run(): void {
    for (const statement of this.#check.tree.statements) {
      if (!statement.broken) this.#statement(statement);
    }
    for (const rule of this.#rules) {
      this.#enter(rule);
      rule.tree?.(this.#check);
    }
  }

  #statement(statement: Statement): void {
    const number: Site = { statement, position: 'number' };
    this.#dispatch(this.#statements, statement, number);
    switch (statement.kind) {
      case 'Param':
        for (const bound of statement.domain?.args ?? []) this.#expression(bound, number);
        this.#expression(statement.value, number);
        return;
      case 'Let':
        this.#expression(statement.value, number);
        return;
      case 'Network':
        this.#expression(statement.body, number);
        return;
      case 'Variable':
        this.#variable(statement, number);
        return;
      case 'Fit':
        for (const { value } of statement.options) this.#expression(value, number);
        return;
      case 'View':
        this.#expression(statement.range, number);
        return;
      default:
        return;
    }
  }

  #variable(statement: VariableStatement, number: Site): void {
    for (const parent of statement.parents ?? []) if (parent.index) this.#expression(parent.index, number);
    this.#expression(statement.distribution, { statement, position: 'distribution' });
  }

  #expression(expression: Expression, site: Site): void {
    this.#dispatch(this.#expressions, expression, site);
    const number = site.position === 'number' ? site : { ...site, position: 'number' as const };
    switch (expression.kind) {
      case 'Vector':
        for (const item of expression.items) this.#expression(item, number);
        return;
      case 'Unary':
        this.#expression(expression.operand, number);
        return;
      case 'Binary':
        this.#expression(
          expression.left,
          expression.operator === '^' ? positionOfBase(expression.left, site, this.#check) : number,
        );
        if (!isCopies(expression, this.#check)) this.#expression(expression.right, number);
        return;
      case 'Call':
        this.#arguments(expression, number);
        return;
      case 'Index':
        this.#expression(expression.base, this.#isChain(expression.base) ? { ...site, position: 'element' } : number);
        this.#expression(expression.index, number);
        return;
      case 'Pipeline':
        this.#expression(expression.input, number);
        for (const stage of expression.stages) this.#expression(stage, { ...site, position: 'stage' });
        return;
      case 'Case':
        this.#case(expression, site, number);
        return;
      default:
        return;
    }
  }

  #isChain(base: Expression): boolean {
    const definition = base.kind === 'Name' ? this.#check.scope.definedAt.get(base) : undefined;
    return definition !== undefined && isChain(definition);
  }

  #arguments(call: Call, number: Site): void {
    for (const { value } of call.args) {
      // The name of an activation is no name of the model.
      if (call.callee.text === 'dense' && value.kind === 'Name' && !this.#check.scope.definedAt.has(value)) continue;
      this.#expression(value, number);
    }
  }

  #case(table: Case, site: Site, number: Site): void {
    for (const subject of table.subjects) this.#expression(subject, number);
    for (const { value } of table.rows) this.#expression(value, site.position === 'distribution' ? site : number);
  }

  #dispatch(handlers: ReadonlyMap<string, readonly Handler[]>, node: Statement | Expression, site: Site): void {
    for (const { rule, visit } of handlers.get(node.kind) ?? []) {
      this.#enter(rule);
      visit(node as never, this.#check, site);
    }
  }
}

/** The number of copies has a rule of its own. */
function isCopies({ operator, left }: Binary, check: Check): boolean {
  return operator === '^' && check.inference.info(left)?.sort === 'distribution';
}

/** `D^n` is a distribution where one is expected and D is one, or nothing that could be anything else. */
function positionOfBase(base: Expression, site: Site, check: Check): Site {
  if (site.position === 'distribution') return site;
  const position: Position = check.inference.info(base)?.sort === 'distribution' ? 'distribution' : 'number';
  return position === site.position ? site : { ...site, position };
}

function sort(rule: Rule, visits: object, into: Map<string, Handler[]>): void {
  for (const [kind, visit] of Object.entries(visits)) {
    const handlers = into.get(kind);
    const handler: Handler = { rule, visit: visit as Visit };
    if (handlers) handlers.push(handler);
    else into.set(kind, [handler]);
  }
}

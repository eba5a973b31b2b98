import type { Model } from '../../model/model';
import type { DataFiles, Symbols } from '../analysis';
import { buildModel } from '../build/buildModel';
import { Ancestors } from '../names/ancestors';
import { Memo } from '../names/memo';
import { NodeMap } from '../names/nodeMap';
import { order } from '../names/order';
import { References } from '../names/references';
import { resolve } from '../names/scope';
import type { Diagnostic } from '../syntax/diagnostic';
import type { Tree } from '../syntax/tree';
import { Inference } from '../types/inference';
import type { Check, Finding, Rule } from './rule';
import { rules } from './ruleList';
import { RuleVisitor } from './visitor';
import { mostSuggestions } from './wording';

export interface Checked {
  /** In the order of the rules. */
  readonly diagnostics: readonly Diagnostic[];
  readonly symbols: Symbols;
  /** Builds the model. To be called only where neither the parser nor the rules found an error. */
  build(): Model;
}

const orderOfRules: ReadonlyMap<string, number> = new Map(rules.map(({ code }, position) => [code, position]));

/** Runs every rule over a tree. Total: whatever the tree, it comes back with what is wrong with it. */
export function check(text: string, tree: Tree, files: DataFiles): Checked {
  const scope = resolve(tree);
  const groups = order(scope);
  const inference = new Inference(scope, groups);
  const found: Diagnostic[] = [];
  let running: Rule | null = null;
  const report = ({ span, message, severity = 'error', fixes = [], related = [] }: Finding) => {
    found.push({ code: running?.code ?? '', severity, span, message, fixes, related });
  };
  const references = new References(text, scope, groups);
  const context: Check = {
    text,
    tree,
    files,
    scope,
    inference,
    groups,
    references,
    found,
    parameterValues: new Memo(new NodeMap(scope.numbers.calls)),
    problems: new Memo(new NodeMap(scope.numbers.calls)),
    suggestions: { left: mostSuggestions },
    report,
  };
  const visitor = new RuleVisitor(rules, context, (rule) => {
    running = rule;
  });
  visitor.run();
  found.sort((a, b) => orderOfRules.get(a.code)! - orderOfRules.get(b.code)!);
  return {
    diagnostics: found,
    symbols: { globals: scope.globals, locals: scope.locals, uses: scope.uses, ancestors: new Ancestors(scope) },
    build: () => buildModel(tree, groups, inference),
  };
}

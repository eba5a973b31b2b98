import type { Argument, Expression, Reference, Statement, Tree } from '../../src/language/syntax/tree';

/** A tree on one line for each statement, in prefix notation: the shape without the spans. */
export function sketch(tree: Tree): string[] {
  return tree.statements.map((statement) => (statement.broken ? '!' : '') + sketchStatement(statement));
}

function sketchStatement(s: Statement): string {
  switch (s.kind) {
    case 'Model':
      return `model ${quote(s.title?.value)}`;
    case 'Param': {
      const domain = s.domain && `${s.domain.name.text}${s.domain.args.length > 0 ? `(${list(s.domain.args)})` : ''}`;
      return `param ${s.name?.text ?? '?'}${domain ? `: ${domain}` : ''} = ${show(s.value)}`;
    }
    case 'Let':
      return `let ${s.name?.text ?? '?'} = ${show(s.value)}`;
    case 'Network':
      return `network ${s.name?.text ?? '?'}(${s.args.map(({ text }) => text).join(', ')}) = ${show(s.body)}`;
    case 'Variable': {
      const parents = s.parents ? ` | ${s.parents.map(reference).join(', ')}` : '';
      const loop = s.loop ? ` for ${s.loop.variable?.text ?? '?'} in ${show(s.loop.from)}..${show(s.loop.to)}` : '';
      return `${s.role} ${reference(s.target)}${parents} ~ ${show(s.distribution)}${loop}`;
    }
    case 'Data': {
      const columns = s.columns?.map((c) => (c.kind === 'String' ? quote(c.value) : c.text)).join(', ');
      const source = s.value ? `= ${show(s.value)}` : `from ${quote(s.file?.value)}`;
      return `data ${s.name?.text ?? '?'} ${source}${columns === undefined ? '' : ` columns ${columns}`}`;
    }
    case 'Weights':
      return `weights ${quote(s.file?.value)}`;
    case 'Fit':
      return `fit ${s.method?.text ?? '?'}(${s.options.map((o) => `${o.name.text} = ${show(o.value)}`).join(', ')})`;
    case 'View':
      return `view ${reference(s.target)} in ${show(s.range)}`;
    case 'Broken':
      return 'broken';
  }
}

function reference(r: Reference | null): string {
  return r ? `${r.name.text}${r.index ? `[${show(r.index)}]` : ''}` : '?';
}

function show(e: Expression): string {
  switch (e.kind) {
    case 'Number':
    case 'Boolean':
      return String(e.value);
    case 'Name':
      return e.text;
    case 'Vector':
      return `[${list(e.items)}]`;
    case 'Unary':
      return `(- ${show(e.operand)})`;
    case 'Binary':
      return `(${e.operator} ${show(e.left)} ${show(e.right)})`;
    case 'Call':
      return `${e.callee.text}(${e.args.map(argument).join(', ')})`;
    case 'Index':
      return `(at ${show(e.base)} ${show(e.index)})`;
    case 'Pipeline':
      return `(-> ${[e.input, ...e.stages].map(show).join(' ')})`;
    case 'Case': {
      const rows = e.rows.map((row) => `${row.patterns ? list(row.patterns) : 'else'}: ${show(row.value)}`);
      return `case ${list(e.subjects)} {${rows.join('; ')}}`;
    }
    case 'Hole':
      return '?';
  }
}

function argument({ name, value }: Argument): string {
  return name ? `${name.text}: ${show(value)}` : show(value);
}

function list(items: readonly Expression[]): string {
  return items.map(show).join(', ');
}

function quote(text: string | undefined): string {
  return text === undefined ? '?' : JSON.stringify(text);
}

import type { Distribution, Variable } from '../../model/model';
import type { Program } from '../evaluate/program';
import type { Choice } from './preview';

/** Elements of a chain that are offered, and coordinates of a vector, at most. */
const offered = 64;

/** Everything of one role that can be looked at. The first choice of a pair of reals is the plane of both. */
export function choicesOf(program: Pick<Program, 'structure'>, role: Variable['role']): Choice[] {
  return program.structure.variables.filter((variable) => variable.role === role).flatMap(choicesOfVariable);
}

function choicesOfVariable(variable: Variable): Choice[] {
  const { name, range, type } = variable;
  const size = type.shape.reduce((product, length) => product * length, 1);
  const indices = range === null ? [null] : spaced(range[0], range[1]);
  return indices.flatMap((index) => {
    const element = index === null ? name : `${name}[${index}]`;
    if (type.shape.length === 0) return [{ variable: name, index, coordinate: null, label: element }];
    const coordinates = Array.from({ length: Math.min(size, offered) }, (_, j) => ({
      variable: name,
      index,
      coordinate: j + 1,
      label: coordinateLabel(element, index, j, type.shape),
    }));
    const plane = { variable: name, index, coordinate: null, label: element };
    return size === 2 && type.kind === 'real' && !onSimplex(variable) ? [plane, ...coordinates] : coordinates;
  });
}

/** Values that sum to 1 lie on a line of the plane, where they have no density over it. */
function onSimplex(variable: Variable): boolean {
  const families = (distribution: Distribution): boolean => {
    switch (distribution.kind) {
      case 'family':
        return distribution.family === 'Dirichlet';
      case 'copies':
        return families(distribution.base);
      case 'table':
        return distribution.rows.some((row) => families(row.value));
    }
  };
  return variable.definitions.some(({ distribution }) => families(distribution));
}

/** What number `j` (from 0) of a draw of an element is called: `x₂`, `x[3][2]`, `x[2, 1]`. */
export function coordinateLabel(element: string, index: number | null, j: number, shape: readonly number[]): string {
  if (shape.length === 1) return index === null ? `${element}${subscript(j + 1)}` : `${element}[${j + 1}]`;
  const at: number[] = [];
  let rest = j;
  for (const length of [...shape].reverse()) {
    at.unshift((rest % length) + 1);
    rest = Math.floor(rest / length);
  }
  return `${element}[${at.join(', ')}]`;
}

function subscript(value: number): string {
  return [...String(value)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!).join('');
}

/** All indices of a chain, or of a long one some of them: its ends, and others evenly between. */
function spaced(first: number, last: number): number[] {
  const count = last - first + 1;
  if (count <= offered) return Array.from({ length: count }, (_, i) => first + i);
  return Array.from({ length: offered }, (_, i) => first + Math.round((i * (count - 1)) / (offered - 1)));
}

/** The choice that was asked for, where the model still has it; otherwise one of the same variable, or else the first. */
export function resolveChoice(
  asked: Choice | null,
  choices: readonly Choice[],
  fallback: Pick<Choice, 'variable' | 'index'> | null,
): Choice | null {
  if (asked !== null) {
    const same = choices.find(
      (choice) =>
        choice.variable === asked.variable && choice.index === asked.index && choice.coordinate === asked.coordinate,
    );
    const near = same ?? choices.find((choice) => choice.variable === asked.variable);
    if (near !== undefined) return near;
  }
  const near = choices.find((choice) => choice.variable === fallback?.variable && choice.index === fallback.index);
  return near ?? choices.find((choice) => choice.variable === fallback?.variable) ?? choices[0] ?? null;
}

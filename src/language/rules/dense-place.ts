import { activations } from '../../model/activations';
import type { Check, Rule, Site } from '../check/rule';
import { code } from '../check/wording';
import type { Expression } from '../syntax/tree';

/** A layer outside of a network, one without an input, or something else behind an arrow. */
export const densePlace: Rule = {
  code: 'dense-place',
  expression: {
    Pipeline: (pipeline, check, { statement }) => {
      for (const stage of pipeline.stages) {
        if (stage.kind === 'Hole') return;
        if (stage.kind === 'Call' && stage.callee.text === 'dense') continue;
        const text = check.text.slice(stage.span.start, stage.span.end);
        const advice = Object.hasOwn(activations, text)
          ? `An activation goes inside: ${code(`dense(16, ${text})`)}.`
          : `Write ${code('dense(units, activation)')}.`;
        check.report({ span: stage.span, message: `Behind ${code('->')} stands a layer. ${advice}` });
        return;
      }
      if (statement.kind !== 'Network') {
        const first = pipeline.stages[0];
        if (first === undefined) return;
        const message = `The weights of a layer belong to a network: define ${code('network f(z) = z -> dense(16) -> …')} and call it here.`;
        check.report({ span: first.span, message });
      }
    },
    Call: (call, check, site) => reportAlone(call, call.callee.text, check, site),
    Name: (name, check, site) => {
      if (!check.scope.definedAt.has(name)) reportAlone(name, name.text, check, site);
    },
  },
};

function reportAlone(expression: Expression, name: string, check: Check, { position }: Site): void {
  if (name !== 'dense' || position === 'stage' || (expression.kind === 'Name' && position === 'number')) return;
  const message = `A layer needs an input: write ${code('z -> dense(16)')}.`;
  check.report({ span: expression.span, message });
}

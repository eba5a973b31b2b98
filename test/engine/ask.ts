import { setBackend } from '@tensorflow/tfjs-core';
import type { Curve, Preview, PreviewAnswer, PreviewRequest } from '../../src/engine/api/preview';
import { previewModel } from '../../src/engine/service/previewModel';
import { Session } from '../../src/engine/service/session';

import './plain';

const now = () => performance.now();

export { backends } from './plain';

/** Every answer to a request, without pauses, on the plain backend. */
export function answers(request: PreviewRequest, session = new Session()): PreviewAnswer[] {
  void setBackend('cpu');
  return [...previewModel(session, request, 'cpu', now)].filter((answer) => answer !== null);
}

/** The final answer, which must be a preview. */
export function final(request: PreviewRequest, session = new Session()): Preview {
  const last = answers(request, session).at(-1);
  if (last?.kind !== 'preview') throw new Error(`Refused: ${last?.reason ?? 'no answer'}`);
  if (!last.final) throw new Error('The last answer is not final.');
  return last;
}

export function curveOf(preview: Preview): Curve {
  if (preview.observed.kind !== 'curve') throw new Error(`Not a curve but ${preview.observed.kind}.`);
  return preview.observed;
}

/** The first answer, which must be a preview. */
export function first(request: PreviewRequest, session = new Session()): Preview {
  void setBackend('cpu');
  for (const answer of previewModel(session, request, 'cpu', now)) {
    if (answer?.kind === 'preview') return answer;
    if (answer?.kind === 'refusal') throw new Error(`Refused: ${answer.reason}`);
  }
  throw new Error('No answer.');
}

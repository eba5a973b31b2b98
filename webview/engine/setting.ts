import type { Numbers } from './evaluation';
import type { Graph } from './graph';
import type { PreviewRequest } from './preview';
import type { Session } from './session';

/** What the pictures of one request have in common. */
export interface Setting {
  readonly session: Session;
  readonly request: PreviewRequest;
  readonly given: Numbers;
  readonly graph: Graph;
}

import type { PreviewRequest } from '../../api/preview';
import type { Numbers } from '../../evaluate/numbers';
import type { Graph } from '../../plan/graph';
import type { Session } from '../../service/session';

/** What the pictures of one request have in common. */
export interface Setting {
  readonly session: Session;
  readonly request: PreviewRequest;
  readonly given: Numbers;
  readonly graph: Graph;
}

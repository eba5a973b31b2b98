import type { BackendName, PreviewAnswer, PreviewRequest } from '../api/preview';
import { previewModel } from './previewModel';
import type { Session } from './session';

/** Which of TensorFlow.js's backends computes. */
export interface PresentBackend {
  /** Makes the wanted one the present one, where it is there. @returns the name of the one in use */
  use(wanted: 'auto' | BackendName): Promise<BackendName>;
}

/** Answers requests one at a time; a newer one overtakes the one that is being answered. */
export class Runner {
  private waiting: PreviewRequest | null = null;
  private running: Promise<void> | null = null;
  private lastPosted: number;

  constructor(
    private readonly session: Session,
    private readonly backends: PresentBackend,
    private readonly post: (answer: PreviewAnswer) => void,
    private readonly now: () => number,
    private readonly pause: () => Promise<void>,
  ) {
    this.lastPosted = now();
  }

  submit(request: PreviewRequest): void {
    this.session.admit(request);
    this.waiting = request;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  /** Resolves when nothing is left to answer. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private async run(): Promise<void> {
    for (let request = this.take(); request !== null; request = this.take()) {
      try {
        await this.answer(request);
      } catch (error) {
        this.post({ kind: 'refusal', generation: request.generation, reason: unexpected(error) });
      }
    }
  }

  private take(): PreviewRequest | null {
    const request = this.waiting;
    this.waiting = null;
    return request;
  }

  private async answer(request: PreviewRequest): Promise<void> {
    const backend = await this.backends.use(request.query.backend);
    let answered = false;
    let resumed = this.now();
    for (const answer of previewModel(this.session, request, backend, this.now)) {
      if (answer !== null) {
        this.post(answer);
        answered = true;
        this.lastPosted = this.now();
      }
      if (this.now() - resumed < slice) continue;
      await this.pause();
      resumed = this.now();
      // While requests come faster than they can be answered, one of them is still answered now and then.
      const starving = !answered && resumed - this.lastPosted > patience;
      if (this.waiting !== null && !starving) return;
    }
  }
}

/** Milliseconds of work between two looks at what has arrived. */
const slice = 8;
/** Milliseconds without an answer after which a request is not overtaken before its first. */
const patience = 200;

function unexpected(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  return `The preview failed on this model (${what}). That is a fault of the preview, not of the model.`;
}

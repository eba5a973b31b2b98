import { type ChildProcess, fork } from 'node:child_process';
import type { Reply } from './ask';
import type { Asked, ClaimModel, ModelFiles, Question } from './model';

/** What a question needs to be asked elsewhere: no truths. */
export interface Errand {
  readonly model: ModelFiles;
  readonly question: Asked;
  readonly limit: number;
}

/** A process that answers one question after the other, ended and begun anew where one hangs. */
export class Answerer {
  private child: ChildProcess | null = null;

  /**
   * @param program what to start; it answers an `Errand` that is sent to it with a `Reply`
   * @param patience for each question, in seconds by the clock: far above its limit in processor time
   */
  constructor(
    private readonly program: string,
    private readonly limit: number,
    private readonly patience: number,
  ) {}

  ask(model: ClaimModel, question: Question): Promise<Reply> {
    this.child ??= fork(this.program, ['--answer'], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const { child } = this;
    const { text, files } = model;
    const { of } = question;
    // The truths have functions among them, which cannot be sent.
    const asked: Asked =
      question.kind === 'density'
        ? { kind: 'density', of, at: question.at }
        : { kind: 'posterior', of, given: question.given };
    return new Promise((resolve) => {
      const end = (reply: Reply) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(reply);
      };
      const timer = setTimeout(() => {
        this.close();
        end({ kind: 'slow', cpu: this.limit });
      }, this.patience * 1000);
      child.once('message', (reply) => end(reply as Reply));
      child.once('exit', (code) => {
        this.child = null;
        end({ kind: 'fault', words: `The process ended with ${code}.`, cpu: 0 });
      });
      child.send({
        model: files === undefined ? { text } : { text, files },
        question: asked,
        limit: this.limit,
      } satisfies Errand);
    });
  }

  close(): void {
    this.child?.removeAllListeners();
    this.child?.kill('SIGKILL');
    this.child = null;
  }
}

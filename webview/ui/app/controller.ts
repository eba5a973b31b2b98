import { render } from 'lit';
import type { PreviewAnswer } from '../../../src/engine/api/preview';
import { readHostMessage } from '../../../src/protocol';
import { SliderRanges } from '../../handles/sliderRange';
import { finishRows } from '../export/exporter';
import { openExport } from '../export/exporting';
import type { WholeRequest } from '../request/engineLink';
import { answer, choose, edit, fail, forget, letGo, observe, receive, resample, restart } from '../request/events';
import { holdStill, tick } from '../request/playing';
import { rowsOf } from '../request/playRows';
import type { Step } from '../request/step';
import { Player } from '../sampling/player';
import { Pictures } from '../scene/pictures';
import type { Actions, Held, Probe, Scene } from '../scene/scene';
import { Sizes } from '../scene/sizes';
import { readTheme, type Theme, watchTheme } from '../scene/theme';
import { looksLike } from '../state/looksLike';
import { paintReport } from '../state/report';
import { initialState, keptState, plotOf, type State } from '../state/state';
import { watchTyping } from '../widgets/typing';
import { runCommand } from './commands';
import type { Host } from './host';
import { panel } from './panel';
import { TextKeys } from './textKeys';

/** The engine as the panel sees it: requests go out, answers come back through `Controller.answered`. */
export interface Engine {
  request(request: WholeRequest): void;
}

/** What only follows the plot waits for the next frame that has a new one, for no longer than this, in milliseconds. */
const grace = 40;

/** A computation that takes longer than this, in milliseconds, shows that it is running. */
const patience = 150;

/** Ties host, engine and page together: every event makes a new state, and the newest state is painted once a frame. */
export class Controller {
  readonly #host: Host;
  readonly #engine: Engine;
  readonly #root: HTMLElement;
  readonly #sizes: Sizes;
  readonly #keys: TextKeys;
  readonly #player = new Player(window, () => this.#take(document.hidden ? holdStill(this.#state) : tick(this.#state)));
  readonly #actions: Actions;
  #container: HTMLElement;
  #pictures = new Pictures();
  #state: State;
  #theme: Theme;
  #probe: Probe | null = null;
  #open: ReadonlySet<string> = new Set();
  readonly #sliders = new SliderRanges();
  #held: Held | null = null;
  #gesture = 0;
  #marked = '';
  #busy = false;
  #busyTimer: ReturnType<typeof setTimeout> | null = null;
  #scheduled = false;
  #soon: ReturnType<typeof setTimeout> | null = null;
  /** Whether something that the host wants to hear of has not been painted yet. */
  #unreported = false;
  #kept = '';

  constructor(host: Host, engine: Engine, root: HTMLElement) {
    this.#host = host;
    this.#engine = engine;
    this.#root = root;
    this.#container = this.#freshContainer();
    this.#state = initialState(host.kept);
    this.#theme = readTheme(root.ownerDocument);
    this.#sizes = new Sizes(() => this.paint());
    this.#keys = new TextKeys(root.ownerDocument);
    watchTyping(root.ownerDocument);
    watchTheme(root.ownerDocument, (theme) => {
      this.#theme = theme;
      this.#schedule();
    });
    this.#actions = {
      take: (change) => {
        this.#take(change(this.#state));
        // Samples that were drawn for the last export are there already.
        if (this.#state.asked.length === 0) finishRows(this.#scene());
      },
      post: (message) => host.post(message),
      resample: () => this.#take(resample(this.#state)),
      pin: () => {
        const pinned = !this.#state.pinned;
        this.#take(receive(this.#state, { type: 'pinned', pinned }));
        host.post({ type: 'pin', pinned });
      },
      reveal: (uri, { start, end }) => host.post({ type: 'reveal', uri, span: { start, end } }),
      choose: (part, label) => this.#take(choose(this.#state, part, label)),
      point: (probe) => {
        this.#probe = probe;
        this.#schedule();
      },
      unpoint: (by) => {
        if (this.#probe === null || (by !== undefined && this.#probe.by !== by)) return;
        this.#probe = null;
        this.#schedule();
      },
      observe: (given) => this.#take(observe(this.#state, given)),
      forget: () => this.#take(forget(this.#state)),
      grab: (held) => {
        this.#held = held;
        this.#gesture++;
        this.#schedule();
      },
      edit: (changes) => {
        // A key press is a gesture by itself.
        if (this.#held === null) this.#gesture++;
        this.#follow(edit(this.#state, this.#gesture, changes, this.#held !== null));
        if (this.#held === null) this.#follow(letGo(this.#state));
      },
      letGo: (cancelled) => {
        const { pending } = this.#state;
        if (cancelled && pending !== null) {
          const before = [...pending.before].map(([slot, value]) => ({ slot, value }));
          this.#take(edit(this.#state, this.#gesture, before));
        }
        this.#held = null;
        this.#take(letGo(this.#state));
      },
      mark: (slots) => {
        const { model } = this.#state;
        if (model === null || slots.join() === this.#marked) return;
        this.#marked = slots.join();
        host.post({ type: 'mark', uri: model.uri, structureKey: model.structureKey, slots: [...slots] });
      },
      table: (name, open) => {
        if (this.#open.has(name) === open) return;
        this.#open = open ? new Set([...this.#open, name]) : new Set([...this.#open].filter((one) => one !== name));
        this.#schedule();
      },
    };
    this.#schedule();
  }

  /** A message of the host, not to be trusted before it is read. */
  received(data: unknown): void {
    const message = readHostMessage(data);
    if (typeof message === 'string') {
      this.#host.post({ type: 'log', level: 'warn', message: `A message of the host was dropped. ${message}` });
      return;
    }
    this.#unreported ||= message.type === 'stale' || message.type === 'gone';
    if (message.type === 'command') {
      runCommand(message.command, this.#scene());
      return;
    }
    if (message.type === 'text') {
      this.#keys.run(message.command, this.#scene());
      return;
    }
    if (message.type === 'keyboard') {
      this.#keys.back();
      return;
    }
    const before = this.#state;
    const step = receive(before, message);
    const { shown } = step.state;
    // The plot of these numbers was there before the text had them, or what was wrong is over.
    this.#unreported ||=
      shown?.asked.model.version !== before.shown?.asked.model.version ||
      (step.request === null && step.state.problem !== before.problem);
    // A frame in which nothing is new would be in the way of the next one, which shows the answer.
    if (!looksLike({ ...step.state, shown: before.shown }, before)) this.#take(step);
    else if (shown !== before.shown) this.#follow(step);
    else this.#take(step, false);
  }

  /** An answer of the engine. */
  answered(given: PreviewAnswer): void {
    const before = this.#state;
    const step = answer(before, given);
    const changed = step.state.shown !== before.shown || step.state.problem !== before.problem;
    this.#unreported ||= changed;
    if (step.state.shown?.preview.observed.choice.label !== before.shown?.preview.observed.choice.label) {
      this.#probe = null;
    }
    this.#take(step);
    finishRows(this.#scene());
  }

  /** The engine was lost and begins anew with what it was asked last. */
  restarted(reason: string): void {
    this.#take(restart(this.#state, reason));
  }

  /** A mistake of the panel or of the engine: shown in the panel and told to the host, never thrown. */
  failed(error: unknown): void {
    this.#tellOf(error);
    this.#unreported = true;
    this.#take(fail(this.#state, sentenceOf(error)));
  }

  /** Draws the newest state now. */
  paint(): void {
    this.#scheduled = false;
    if (this.#soon !== null) clearTimeout(this.#soon);
    this.#soon = null;
    try {
      render(panel(this.#scene()), this.#container);
    } catch (error) {
      this.#recover(error);
    }
    if (this.#unreported) this.#reportAfterFrame();
    this.#keep();
  }

  #take({ state, request, incomplete, edit: written }: Step, seen = true): void {
    this.#state = state;
    if (request !== null) this.#engine.request(request);
    if (written !== null) this.#host.post(written);
    if (incomplete) this.#host.post({ type: 'ready' });
    this.#watchTheClock();
    this.#player.follow(state.play, rowsOf(state)?.laws != null);
    if (seen) this.#schedule();
  }

  /** A change of what goes along with the plot, which is about to change too: one frame shows both. */
  #follow(step: Step): void {
    this.#take(step, false);
    this.#soon ??= setTimeout(() => this.#schedule(), grace);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      if (this.#scheduled) this.paint();
    });
  }

  /** Shows that a computation is running once it has taken long; a refinement of what is shown does not count. */
  #watchTheClock(): void {
    const state = this.#state;
    const refused = state.problem?.kind === 'refusal' ? state.problem.asked.generation : 0;
    const waiting = state.generation > Math.max(state.shown?.asked.generation ?? 0, refused);
    if (!waiting || state.problem?.kind === 'failure') {
      if (this.#busyTimer !== null) clearTimeout(this.#busyTimer);
      this.#busyTimer = null;
      this.#busy = false;
    } else if (this.#busyTimer === null && !this.#busy) {
      this.#busyTimer = setTimeout(() => {
        this.#busyTimer = null;
        this.#busy = true;
        this.#schedule();
      }, patience);
    }
  }

  /** What the panel knows, for tests. */
  get state(): State {
    return this.#state;
  }

  #scene(): Scene {
    return {
      state: this.#state,
      now: () => this.#state,
      probe: this.#probe,
      busy: this.#busy,
      held: this.#held,
      theme: this.#theme,
      sizes: this.#sizes,
      pictures: this.#pictures,
      sliders: this.#sliders,
      open: this.#open,
      actions: this.#actions,
    };
  }

  /** The plot that could not be drawn is given up, and the page begins anew: half a picture is worse than none. */
  #recover(error: unknown): void {
    this.#tellOf(error);
    this.#unreported = true;
    this.#container.remove();
    this.#container = this.#freshContainer();
    this.#pictures = new Pictures();
    this.#probe = null;
    this.#state = openExport({ ...fail(this.#state, sentenceOf(error)).state, shown: null }, false).state;
    render(panel(this.#scene()), this.#container);
  }

  #freshContainer(): HTMLElement {
    const container = this.#root.ownerDocument.createElement('div');
    container.className = 'container';
    this.#root.replaceChildren(container);
    return container;
  }

  /** Tells the host once the frame is out: a task queued in an animation frame runs after that frame's paint. */
  #reportAfterFrame(): void {
    if (plotOf(this.#state) === null && this.#state.problem === null) return;
    this.#unreported = false;
    const painted = this.#state;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      this.#host.post({ type: 'painted', report: paintReport(painted, Date.now()) });
    };
    port2.postMessage(null);
  }

  #keep(): void {
    if (this.#state.uri === '') return;
    const kept = keptState(this.#state);
    const text = JSON.stringify(kept);
    if (text === this.#kept) return;
    this.#kept = text;
    this.#host.keep(kept);
  }

  #tellOf(error: unknown): void {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#host.post({ type: 'log', level: 'error', message });
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

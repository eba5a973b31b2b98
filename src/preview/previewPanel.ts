import * as vscode from 'vscode';
import type { Paint, PreviewInfo } from '../api';
import type { Analyses, PreviewInput } from '../host/analyses';
import { Paced } from '../host/paced';
import {
  type EditMessage,
  keyboardCommands,
  type PaintReport,
  type PanelCommand,
  type PreviewSettings,
  readWebviewMessage,
  type SentHostMessage,
  type TextCommand,
  type WebviewMessage,
} from '../protocol';
import { fileName, panelTitle } from './fileName';
import { Latency } from './latency';
import { LiteralEditor } from './literalEditor';
import { LiteralMarks } from './literalMarks';
import { nothingSent, previewMessage } from './messages';
import { findDocument, openDocument } from './modelDocument';
import { openPage } from './page';
import { revealSpan } from './revealSpan';
import { saveExport } from './saveExport';
import { TextKeys } from './textKeys';
import { Waiting } from './waiting';

/** How often, in milliseconds, a preview is told of the caret at most: a held arrow key moves it faster than anyone reads. */
const caretPace = 50;

/** What a hidden preview is told later, the newest of each. */
const keptWhileHidden: ReadonlySet<SentHostMessage['type']> = new Set(['settings', 'pinned', 'caret', 'editRefused']);

/** What every preview works with. */
export interface PreviewServices {
  readonly extensionUri: vscode.Uri;
  readonly analyses: Analyses;
  readonly log: vscode.LogOutputChannel;
  settings(): PreviewSettings;
}

/**
 * One preview: a webview, the model it shows, and what the webview has been told. A hidden webview is told nothing, so
 * that it computes nothing, and hears what it has missed when it is shown again; a command shows it. One that starts, or
 * starts anew after it was moved to another window, says `ready` and is told all.
 */
export class PreviewPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: PreviewServices;
  readonly #latency = new Latency();
  readonly #literals: LiteralEditor;
  readonly #keys: TextKeys;
  readonly #marks = new LiteralMarks();
  readonly #carets = new Paced<SentHostMessage>(caretPace, (message) => this.#post(message));
  /** The names that files have now, to be known before anything is told of them. */
  readonly #renames = new Waiting<SentHostMessage>(
    () => this.#listening,
    (message) => this.#post(message),
  );
  /** Commands are about what the webview has drawn: one that has only begun would do nothing. */
  readonly #commands = new Waiting<SentHostMessage>(
    () => this.#listening && this.#drawn,
    (message) => this.#post(message),
  );
  readonly #painted = new vscode.EventEmitter<Paint>();
  readonly #pinAsked = new vscode.EventEmitter<boolean>();
  #uri: vscode.Uri;
  #document: vscode.TextDocument | null = null;
  #gone: string | null = null;
  #pinned: boolean;
  #ready = false;
  /** Whether it has drawn anything of the model that it was told of last since it was ready. */
  #drawn = false;
  /** The model that it was told of last. */
  #posted = '';
  #sent = nothingSent;
  /** What it was told last: there is nothing to say for as long as it is the same. */
  #told: PreviewInput | null = null;
  /** Settings, pin, caret and a refused edit that it was to be told of while it was hidden. */
  readonly #missed = new Map<SentHostMessage['type'], SentHostMessage>();
  #report: PaintReport | null = null;
  #opening = 0;

  readonly onDidPaint = this.#painted.event;
  /** The user has asked for it in the webview. */
  readonly onDidAskToPin = this.#pinAsked.event;
  readonly onDidDispose: vscode.Event<void>;
  readonly onDidChangeViewState: vscode.Event<unknown>;

  constructor(panel: vscode.WebviewPanel, services: PreviewServices, uri: vscode.Uri, pinned: boolean) {
    this.#panel = panel;
    this.#services = services;
    this.#literals = new LiteralEditor(services.analyses, (gesture, reason) => this.#refuseEdit(gesture, reason));
    this.#keys = new TextKeys(services.log);
    this.#uri = uri;
    this.#pinned = pinned;
    this.onDidDispose = panel.onDidDispose;
    this.onDidChangeViewState = panel.onDidChangeViewState;
    panel.webview.onDidReceiveMessage((message) => this.#receive(message));
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.#shown();
      else if (this.#ready) void panel.webview.postMessage({ type: 'hidden' } satisfies SentHostMessage);
    });
    openPage(panel, services.extensionUri);
    void this.show(uri);
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  set pinned(pinned: boolean) {
    this.#pinned = pinned;
    this.#panel.title = panelTitle(this.#uri.path, pinned);
    this.#post({ type: 'pinned', pinned });
  }

  get visible(): boolean {
    return this.#panel.visible;
  }

  get active(): boolean {
    return this.#panel.active;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  /** Whether the editor of its text has the keyboard for a moment, though nobody has turned to it. */
  get borrowing(): boolean {
    return this.#keys.borrowing;
  }

  get info(): PreviewInfo {
    const { title, visible } = this.#panel;
    return { uri: this.#uri.toString(), title, pinned: this.#pinned, visible, report: this.#report };
  }

  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  /** Shows another model, or the same once more after its document was opened again. */
  async show(uri: vscode.Uri): Promise<void> {
    const opening = ++this.#opening;
    if (uri.toString() !== this.#uri.toString()) this.#report = null;
    this.#uri = uri;
    this.#panel.title = panelTitle(uri.path, this.#pinned);
    this.#latency.reset();
    const found = findDocument(uri) ?? (await openDocument(uri));
    if (opening !== this.#opening) return;
    if (typeof found === 'string') this.#lose(found);
    else {
      this.#document = found;
      this.#gone = null;
      this.update(Date.now());
      this.#tellCaret();
    }
  }

  /** Tells the webview of the document as it is now. @param changedAt milliseconds since the epoch. */
  update(changedAt: number): void {
    if (!this.#listening) return;
    this.#renames.flush();
    if (this.#gone !== null) this.#post({ type: 'gone', reason: this.#gone });
    const document = this.#document;
    if (!document) return;
    const input = this.#services.analyses.previewInput(document);
    if (input === this.#told) return;
    this.#told = input;
    const { version } = document;
    const of = { uri: document.uri.toString(), fileName: fileName(document.uri.path), version, changedAt };
    const { message, sent } = previewMessage(of, input, this.#sent);
    this.#latency.sent(version, changedAt);
    // A command is about the model that it was given for, not about the one that is still on the page.
    if (of.uri !== this.#posted) this.#drawn = false;
    this.#posted = of.uri;
    this.#post(message);
    this.#sent = sent;
  }

  /** The text of the document, or a file that it names, has changed; or the document is open again. */
  documentChanged(document: vscode.TextDocument, changedAt: number): void {
    this.#opening++;
    this.#document = document;
    this.#gone = null;
    this.update(changedAt);
  }

  /** Saving an unsaved document for the first time makes a file of the same text: the preview goes along. */
  documentSaved(saved: vscode.TextDocument): void {
    const document = this.#document;
    if (!document?.isUntitled || saved.isUntitled || document.getText() !== saved.getText()) return;
    this.#services.analyses.renamed(document.uri, saved.uri);
    this.renamed(document.uri, saved.uri);
    void this.show(saved.uri);
  }

  /** A file, or a folder, has another name: what was chosen for the models in it stays. */
  renamed(from: vscode.Uri, to: vscode.Uri): void {
    this.#renames.push({ type: 'renamed', from: from.toString(), to: to.toString() });
  }

  /** The document was closed: keep showing its file where there is one, say so where there is none. */
  documentClosed(document: vscode.TextDocument): void {
    if (document !== this.#document) return;
    this.#document = null;
    void this.show(this.#uri);
  }

  sendSettings(): void {
    this.#post({ type: 'settings', settings: this.#services.settings() });
  }

  /** The caret, or the selection, of an editor of the document has moved. */
  caretMoved(document: vscode.TextDocument, selection: vscode.Selection): void {
    if (document !== this.#document) return;
    const span = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
    this.#carets.push({ type: 'caret', uri: document.uri.toString(), version: document.version, span });
  }

  /** Where the caret is before it moves for the first time. */
  #tellCaret(): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === this.#document);
    if (editor !== undefined) this.caretMoved(editor.document, editor.selection);
  }

  resample(): void {
    if (!this.#panel.visible) this.#uncover();
    this.#commands.push({ type: 'resample' });
  }

  command(command: PanelCommand): void {
    if (keyboardCommands.has(command)) this.reveal(false);
    else if (!this.#panel.visible) this.#uncover();
    this.#commands.push({ type: 'command', command });
  }

  /** Undoes, redoes or saves, in the text or, where something is half typed into the panel, there: the panel knows which. */
  inText(command: TextCommand): void {
    if (this.#listening) this.#post({ type: 'text', command });
    else void this.#runInText(command);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** To be called once the panel is disposed of. */
  close(): void {
    this.#opening++;
    this.#ready = false;
    this.#marks.dispose();
    this.#carets.drop();
    this.#painted.dispose();
    this.#pinAsked.dispose();
  }

  /** Brings it out from behind other tabs. The keyboard goes along where the editor that has it goes out of sight. */
  #uncover(): void {
    this.reveal(this.column !== vscode.window.tabGroups.activeTabGroup.viewColumn);
  }

  #lose(reason: string): void {
    this.#document = null;
    this.#told = null;
    this.#gone = reason;
    this.update(Date.now());
  }

  #forget(): void {
    this.#sent = nothingSent;
    this.#told = null;
  }

  get #listening(): boolean {
    return this.#ready && this.#panel.visible;
  }

  #shown(): void {
    for (const message of this.#missed.values()) this.#post(message);
    this.#missed.clear();
    this.update(Date.now());
    this.#commands.flush();
  }

  #post(message: SentHostMessage): void {
    if (this.#listening) void this.#panel.webview.postMessage(message);
    else if (keptWhileHidden.has(message.type)) this.#missed.set(message.type, message);
  }

  #receive(value: unknown): void {
    const message = readWebviewMessage(value);
    if (typeof message === 'string') this.#services.log.warn(`Dropped a message of the preview: ${message}`);
    else this.#handle(message);
  }

  #handle(message: WebviewMessage): void {
    const { log } = this.#services;
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#drawn = false;
        this.#literals.restart();
        this.#forget();
        this.#missed.clear();
        this.sendSettings();
        this.#post({ type: 'pinned', pinned: this.#pinned });
        this.update(Date.now());
        this.#tellCaret();
        break;
      case 'painted': {
        const { report } = message;
        const latency = this.#latency.painted(report.version, report.paintedAt);
        this.#report = report;
        log.trace(`Painted ${fileName(this.#uri.path)}: ${JSON.stringify({ latency, ...report })}`);
        this.#painted.fire({ uri: this.#uri.toString(), report, latency });
        this.#drawn = true;
        this.#commands.flush();
        break;
      }
      case 'reveal':
        if (this.#document && message.uri === this.#document.uri.toString())
          void revealSpan(this.#document, message.span, message.preserveFocus ?? false).then(undefined, (error) =>
            log.error(error),
          );
        break;
      case 'edit':
        this.#edit(message);
        break;
      case 'mark':
        this.#mark(message);
        break;
      case 'text':
        void this.#answerKey(message);
        break;
      case 'export':
        saveExport(message, this.#uri).then(undefined, (error) => {
          log.error(error, message.name);
          const reason = error instanceof Error ? error.message : String(error);
          void vscode.window.showErrorMessage(`${message.name} could not be exported: ${reason}`);
        });
        break;
      case 'pin':
        this.#pinAsked.fire(message.pinned);
        break;
      case 'log':
        log[message.level](`Preview of ${fileName(this.#uri.path)}: ${message.message}`);
        break;
    }
  }

  #edit(edit: EditMessage): void {
    const document = this.#document;
    // Whatever was dragged is drawn as if it was in the text: the preview must hear that it is not.
    if (document?.uri.toString() !== edit.uri) {
      this.#refuseEdit(edit.gesture, 'The file was closed while its plot was dragged; nothing was written.');
      return;
    }
    const reason = refusal(document);
    if (reason !== null) this.#refuseEdit(edit.gesture, reason);
    else void this.#literals.take(document, edit);
  }

  async #answerKey({ command, uri }: Extract<WebviewMessage, { type: 'text' }>): Promise<void> {
    if (uri === this.#uri.toString()) await this.#runInText(command);
    if (command !== 'save') this.#post({ type: 'keyboard' });
  }

  async #runInText(command: TextCommand): Promise<void> {
    const document = this.#document;
    if (document === null) void vscode.window.showInformationMessage(this.#gone ?? 'The model is not open yet.');
    else await this.#literals.inTurn(() => this.#keys.run(command, document, this.column));
  }

  #refuseEdit(gesture: number, reason: string): void {
    this.#services.log.info(`Nothing was written. ${reason}`);
    this.#post({ type: 'editRefused', gesture, reason });
  }

  #mark({ uri, structureKey, slots }: Extract<WebviewMessage, { type: 'mark' }>): void {
    const document = this.#document;
    if (document?.uri.toString() !== uri) return;
    const { model } = this.#services.analyses.get(document);
    const spans = model?.structureKey === structureKey ? slots.flatMap((slot) => model.numberSpans[slot] ?? []) : [];
    this.#marks.show(document, spans);
  }
}

/** Why a document cannot be written to; null where it can, as far as is known before it is tried. */
function refusal(document: vscode.TextDocument): string | null {
  return vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false
    ? `${fileName(document.uri.path)} is read-only.`
    : null;
}

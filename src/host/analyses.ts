import * as vscode from 'vscode';
import { type DataByVariable, DataRows } from '../files/dataRows';
import { ModelFiles } from '../files/modelFiles';
import { namedFiles } from '../files/namedFiles';
import { TrainedWeights } from '../files/trainedWeights';
import type { FileOpener } from '../files/workspaceFile';
import type { Analysis, DataFiles } from '../language/analysis';
import { faultyAnalysis, guardedAnalysis } from '../language/guardedAnalysis';
import type { Span } from '../language/syntax/span';
import { writtenNumbers } from '../language/syntax/writtenNumbers';
import type { LayersByName } from '../model/weights';
import type { Openings } from './openings';
import { isModel } from './selector';
import type { TextChange } from './textChange';

/** A document has a new analysis, because its text or a file that it names has changed. */
export interface AnalysisChange {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
  /** Milliseconds since the epoch when the host heard of the change. */
  readonly changedAt: number;
}

/** All that a preview is told of a text. */
export interface PreviewInput {
  readonly analysis: Analysis;
  readonly data: DataByVariable;
  readonly weights: LayersByName;
  /** What the numbers at these places of the text were when it was opened; null for one that was not there then. */
  opened(spans: readonly Span[]): (number | null)[];
}

/**
 * The one place where texts are analysed: once for each version of a document, for the diagnostics, the preview and
 * every language feature. Follows the open documents, and the files that they name.
 */
export class Analyses implements vscode.Disposable {
  readonly #documents = new Map<string, DocumentAnalysis>();
  readonly #changes = new vscode.EventEmitter<AnalysisChange>();
  readonly #closed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];

  /** Fires within the editor's own event for a change of text, not later. */
  readonly onDidChange = this.#changes.event;
  /** A document that had an analysis was closed, or is in another language now. */
  readonly onDidClose = this.#closed.event;

  /**
   * @param opener how the files that models name are opened in this host
   * @param openings follows what numbers the documents had when they were opened
   * @param log is told of faults; the documents live on
   */
  constructor(
    private readonly opener: FileOpener,
    private readonly openings: Openings,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#subscriptions = [
      this.#changes,
      this.#closed,
      vscode.workspace.onDidOpenTextDocument((document) => this.#refresh(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || !isModel(document)) return;
        this.#of(document).changed(contentChanges);
        this.#announce(document);
      }),
      // Before the document is opened under its new name.
      vscode.workspace.onWillRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.renamed(oldUri, newUri);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    ];
  }

  /** Analyses the documents that are open already. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#refresh(document);
  }

  /** The analysis of the document as it is now, with the files that it names as far as they have been read. */
  get(document: vscode.TextDocument): Analysis {
    return this.#of(document).input().analysis;
  }

  /** What has been read of the files that the document names. */
  tables(document: vscode.TextDocument): DataFiles {
    return this.#of(document).tables;
  }

  /** The same, with the data and the trained weights, for the preview. */
  previewInput(document: vscode.TextDocument): PreviewInput {
    return this.#of(document).input();
  }

  /** A file, or a folder, has another name, or is about to: what was opened under the old one stays opened. */
  renamed(from: vscode.Uri, to: vscode.Uri): void {
    this.openings.renamed(from.toString(), to.toString());
  }

  /** Nothing shows a closed document: it will be opened anew. */
  forgetOpening(uri: vscode.Uri): void {
    this.openings.forget(uri.toString());
  }

  dispose(): void {
    for (const analysis of this.#documents.values()) analysis.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #of(document: vscode.TextDocument): DocumentAnalysis {
    const key = document.uri.toString();
    const known = this.#documents.get(key);
    if (known?.document === document) return known;
    const analysis = new DocumentAnalysis(
      document,
      this.opener,
      this.openings,
      () => this.#announce(document),
      this.log,
    );
    // A closed document fires no more events, so nothing would ever forget it.
    if (!document.isClosed) {
      known?.dispose();
      this.#documents.set(key, analysis);
    }
    return analysis;
  }

  #refresh(document: vscode.TextDocument): void {
    if (isModel(document)) this.#announce(document);
  }

  #announce(document: vscode.TextDocument): void {
    const changedAt = Date.now();
    this.#changes.fire({ document, analysis: this.get(document), changedAt });
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const known = this.#documents.get(key);
    if (!known) return;
    known.dispose();
    this.#documents.delete(key);
    this.#closed.fire(document);
  }
}

const noData: PreviewInput['data'] = new Map();

/** The analysis of one document, kept until its text or a file changes. */
class DocumentAnalysis implements vscode.Disposable {
  readonly #files: ModelFiles;
  readonly #rows = new DataRows();
  readonly #weights = new TrainedWeights();
  #input: PreviewInput | null = null;
  #version = -1;
  /** What has made the text of the one that was read last. */
  #edits: readonly TextChange[] = [];

  constructor(
    readonly document: vscode.TextDocument,
    opener: FileOpener,
    private readonly openings: Openings,
    filesChanged: () => void,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#files = new ModelFiles(document.uri, opener, () => {
      this.#input = null;
      filesChanged();
    });
  }

  get tables(): DataFiles {
    return this.#files.tables;
  }

  /** The text was changed. */
  changed(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.#edits = changes.map(({ rangeOffset: start, rangeLength, text }) => ({
      start,
      end: start + rangeLength,
      text,
    }));
  }

  input(): PreviewInput {
    const { version } = this.document;
    if (!this.#input || version !== this.#version) {
      this.#input = this.#read();
      this.#version = version;
    }
    return this.#input;
  }

  #read(): PreviewInput {
    const text = this.document.getText();
    try {
      return this.#readAll(text);
    } catch (error) {
      this.#tellFault(error);
      return { analysis: faultyAnalysis(text, error), data: noData, weights: new Map(), opened: () => [] };
    }
  }

  #tellFault(error: unknown): void {
    this.log.error(error instanceof Error ? error : String(error), this.document.uri.toString());
  }

  #readAll(text: string): PreviewInput {
    const analyse = (files: DataFiles) => guardedAnalysis(text, files, (error) => this.#tellFault(error));
    const before = this.#files.tables;
    let plain = analyse(before);
    const named = namedFiles(plain.tree);
    this.#files.name(named);
    // A path that is refused has its answer at once; a file that is read has it later.
    if (this.#files.tables !== before) plain = analyse(this.#files.tables);
    const { tree } = plain;
    const uri = this.document.uri.toString();
    this.openings.follow(uri, this.#edits, text, () => writtenNumbers(tree));
    const [path] = named.weights.keys();
    const file = path === undefined ? undefined : this.#files.weights(path);
    const { analysis, layers } = this.#weights.join(plain, file);
    // The model is built only where something needs it: a preview, or data.
    const hasData = tree.statements.some(({ kind }) => kind === 'Data');
    const data = hasData && analysis.model ? this.#rows.of(analysis.model, this.#files.tables) : noData;
    return { analysis, data, weights: layers, opened: (spans) => this.openings.at(uri, spans) };
  }

  dispose(): void {
    this.#files.dispose();
  }
}

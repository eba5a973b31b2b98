import type { CornerPicture, FanPicture, RowsColumn, RowsPicture } from '../../../src/engine/api/aside';
import { parametersOf } from '../../handles/parameters';
import { writtenWith } from '../../handles/writtenWith';
import type { Size } from '../../plots/axes/frame';
import type { PlotScale } from '../../plots/axes/onScale';
import { type BarsLayout, layoutBars } from '../../plots/bars/bars';
import { layoutShelf, type ShelfLayout } from '../../plots/bars/shelf';
import { compare } from '../../plots/compare/comparison';
import { withSnapshot } from '../../plots/compare/withSnapshot';
import { layoutCorner } from '../../plots/corner/corner';
import { cornerTable, describeCorner } from '../../plots/corner/cornerWords';
import { type CurveLayout, layoutCurve, type PlotOptions } from '../../plots/curve/curve';
import { layoutFan } from '../../plots/fan/fan';
import { describeFan, fanTable } from '../../plots/fan/fanWords';
import { type ModelGraph, modelGraph } from '../../plots/graph/modelGraph';
import { layoutGraph } from '../../plots/graph/modelGraphLayout';
import { modelGraphPlot } from '../../plots/graph/modelGraphPlot';
import { graphTargets } from '../../plots/graph/modelGraphTargets';
import { graphWords } from '../../plots/graph/modelGraphWords';
import { layoutConditional } from '../../plots/overlay/conditional';
import { layoutPlayed } from '../../plots/overlay/playMarks';
import { contourMarks } from '../../plots/plane/contourMarks';
import { layoutPlane, type PlaneLayout } from '../../plots/plane/plane';
import { heatRamp } from '../../plots/plane/ramp';
import { scaledPlot } from '../../plots/scale/scaledPlot';
import { cellText } from '../../plots/text/cellText';
import type { Plot } from '../../plots/words/pointing';
import { describe } from '../../plots/words/summary';
import { tableOf } from '../../plots/words/table';
import { seenElements } from '../request/chains';
import { drawsOf } from '../request/playRows';
import { memo } from '../state/memo';
import { orderOf, type SampleSort, shownColumns } from '../state/sampleTable';
import { lastKept } from './kept';
import { posteriorPlot } from './posteriorPlot';

export type Picture = CurveLayout | BarsLayout | PlaneLayout;

/** What is worked out for one plot and one size, kept until either changes: pointing at a plot places nothing anew. */
export class PlotPictures {
  readonly layout = memo((plot: Plot, size: Size, fontSize: number, compact: boolean): Picture => {
    const options: PlotOptions = { fontSize, compact };
    if (plot.kind === 'curve') return layoutCurve(plot, size, options);
    return plot.kind === 'bars' ? layoutBars(plot, size, options) : layoutPlane(plot, size, options);
  });
  readonly shelf = memo((plot: Plot, size: Size, fontSize: number): ShelfLayout | null =>
    plot.kind === 'bars' ? layoutShelf(plot, size, { fontSize, compact: true }) : null,
  );
  readonly description = memo(describe);
  readonly table = memo(tableOf);
}

/** The pictures of the two panes. */
export class Pictures {
  readonly observed = new PlotPictures();
  readonly prior = new PlotPictures();
  readonly scaled = memo(scaledPlot);
  readonly conditional = memo(layoutConditional);
  readonly posterior = memo(posteriorPlot);
  readonly parameters = memo(parametersOf);
  readonly written = memo(writtenWith);
  readonly graph = memo(modelGraph);
  /** @param data what stands on the plate of the data; null without data */
  readonly graphLayout = memo((graph: ModelGraph, fontSize: number, data: string | null) =>
    layoutGraph(graph, { fontSize, data }),
  );
  readonly graphPlot = memo(modelGraphPlot);
  readonly graphTargets = memo(graphTargets);
  readonly graphWords = memo(graphWords);
  readonly lastCorner = lastKept<CornerPicture>();
  readonly cornerLayout = memo(layoutCorner);
  readonly cornerDescription = memo(describeCorner);
  readonly cornerTable = memo(cornerTable);
  readonly lastFan = lastKept<FanPicture>();
  readonly fanSeen = memo(seenElements);
  readonly fanLayout = memo(layoutFan);
  readonly fanDescription = memo(describeFan);
  readonly fanTable = memo(fanTable);
  readonly played = memo(
    (
      plot: Plot,
      picture: Picture,
      draws: readonly (readonly number[])[],
      falls: boolean,
      histogram: boolean,
      lit: string | null,
      conditional: Float64Array | null,
    ) => layoutPlayed(plot, picture, { draws, falls, histogram, lit, conditional }),
  );
  readonly sampleColumns = memo(shownColumns);
  readonly sampleOrder = memo(({ count, columns }: RowsPicture, sort: SampleSort | null) =>
    orderOf(count, columns, sort),
  );
  readonly cellTexts = memo(
    (columns: readonly RowsColumn[]) => new Map(columns.map((each) => [each, cellText(each.values, each.labels)])),
  );
  /** @param from the first draw, to before another */
  readonly draws = memo(drawsOf);
  /** @param cumulative the distribution function at the points of the plot; null where it is not known */
  readonly scaledSnapshot = memo((plot: Plot, scale: PlotScale, cumulative: Float64Array | null) =>
    scaledPlot(plot, scale, cumulative && { kind: 'distribution', cumulative, components: [] }),
  );
  readonly compared = memo(withSnapshot);
  readonly comparedPrior = memo(withSnapshot);
  readonly comparison = memo(compare);
  readonly ghost = memo(contourMarks);
  readonly ramp = memo((red: number, green: number, blue: number) => heatRamp([red, green, blue]));
}

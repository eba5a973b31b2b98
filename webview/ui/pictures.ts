import type { CornerPicture, FanPicture, RowsColumn, RowsPicture } from '../engine/asides/aside';
import { parametersOf } from '../handles/parameters';
import { writtenWith } from '../handles/writtenWith';
import { type BarsLayout, layoutBars } from '../plots/bars';
import { cellText } from '../plots/cellText';
import { compare } from '../plots/comparison';
import { layoutConditional } from '../plots/conditional';
import { contourMarks } from '../plots/contourMarks';
import { layoutCorner } from '../plots/corner';
import { cornerTable, describeCorner } from '../plots/cornerWords';
import { type CurveLayout, layoutCurve, type PlotOptions } from '../plots/curve';
import { layoutFan } from '../plots/fan';
import { describeFan, fanTable } from '../plots/fanWords';
import type { Size } from '../plots/frame';
import { type ModelGraph, modelGraph } from '../plots/modelGraph';
import { layoutGraph } from '../plots/modelGraphLayout';
import { modelGraphPlot } from '../plots/modelGraphPlot';
import { graphTargets } from '../plots/modelGraphTargets';
import { graphWords } from '../plots/modelGraphWords';
import type { PlotScale } from '../plots/onScale';
import { layoutPlane, type PlaneLayout } from '../plots/plane';
import { layoutPlayed } from '../plots/playMarks';
import type { Plot } from '../plots/pointing';
import { heatRamp } from '../plots/ramp';
import { scaledPlot } from '../plots/scaledPlot';
import { layoutShelf, type ShelfLayout } from '../plots/shelf';
import { describe } from '../plots/summary';
import { tableOf } from '../plots/table';
import { withSnapshot } from '../plots/withSnapshot';
import { seenElements } from './chains';
import { lastKept } from './kept';
import { memo } from './memo';
import { drawsOf } from './playRows';
import { posteriorPlot } from './posteriorPlot';
import { orderOf, type SampleSort, shownColumns } from './sampleTable';

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

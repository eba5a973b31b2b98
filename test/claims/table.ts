import { excess, type KindReport } from './campaign';

export const head = [
  'kind',
  'methods',
  'models',
  'worst',
  'coverage',
  'p',
  'beyond ten times',
  'nonsense',
  'not known',
  'refused',
  'too slow',
  'slowest, s',
  'holds',
];

export function row(report: KindReport): string[] {
  const { kind, methods, models, worst, claiming, covered, p, far, nonsense, faults, unknown, refused, slow } = report;
  return [
    kind.name,
    [...methods].map(([name, count]) => `${name} ${count}`).join(', '),
    String(models),
    worst === null ? '' : excess(worst).toPrecision(2),
    claiming === 0 ? '' : `${((100 * covered) / claiming).toFixed(1)} %`,
    p.toPrecision(2),
    String(far),
    String(nonsense + faults),
    String(unknown),
    String(refused),
    String(slow),
    report.slowest.toFixed(2),
    report.holds ? 'yes' : 'no',
  ];
}

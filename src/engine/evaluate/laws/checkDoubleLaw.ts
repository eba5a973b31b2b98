import { type CheckedLaw, checkParameters, type Faults, type Leniency, strict, whereRow } from './checkLaw';
import { type DoubleLaw, parametersAt } from './doubleLaw';

/** Refuses parameters in double precision that are outside of their domain, as `checkLaw` does. */
export function checkDoubleLaw(law: DoubleLaw, who: string, faults: Faults, leniency: Leniency = strict): void {
  if (law.kind === 'rows') {
    law.rows.forEach((row, i) => {
      checkDoubleLaw(row, who, faults, whereRow(law.row, i, leniency));
    });
    return;
  }
  const checked: CheckedLaw = {
    name: law.name,
    single: false,
    parameters: law.parameters,
    length: law.kind === 'vector' ? law.length : law.width,
    size: law.size,
    at: (n, j) => (law.kind === 'vector' ? [] : parametersAt(law, n, j)),
  };
  checkParameters(checked, who, faults, leniency);
}

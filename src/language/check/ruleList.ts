import { casePattern } from '../rules/case-pattern';
import { caseRow } from '../rules/case-row';
import { caseSubject } from '../rules/case-subject';
import { caseUnlike } from '../rules/case-unlike';
import { chainGap } from '../rules/chain-gap';
import { chainIndex } from '../rules/chain-index';
import { chainTarget } from '../rules/chain-target';
import { chainUnlike } from '../rules/chain-unlike';
import { copiesCount } from '../rules/copies-count';
import { cycle } from '../rules/cycle';
import { dataFile } from '../rules/data-file';
import { dataShape } from '../rules/data-shape';
import { dataValues } from '../rules/data-values';
import { dataVariable } from '../rules/data-variable';
import { densePlace } from '../rules/dense-place';
import { denseUnits } from '../rules/dense-units';
import { distributionExpected } from '../rules/distribution-expected';
import { indexKind } from '../rules/index-kind';
import { indexRange } from '../rules/index-range';
import { labelAsNumber } from '../rules/label-as-number';
import { loopRange } from '../rules/loop-range';
import { missingArgument } from '../rules/missing-argument';
import { networkUncalled } from '../rules/network-uncalled';
import { networkUsesVariable } from '../rules/network-uses-variable';
import { noObserved } from '../rules/no-observed';
import { notAFunction } from '../rules/not-a-function';
import { notFinite } from '../rules/not-finite';
import { numberExpected } from '../rules/number-expected';
import { optionValue } from '../rules/option-value';
import { paramDomain } from '../rules/param-domain';
import { paramNotConstant } from '../rules/param-not-constant';
import { parameterDomain } from '../rules/parameter-domain';
import { parentNotVariable } from '../rules/parent-not-variable';
import { parentsUnlisted } from '../rules/parents-unlisted';
import { parentsUnused } from '../rules/parents-unused';
import { probabilitiesSum } from '../rules/probabilities-sum';
import { repeatedArgument } from '../rules/repeated-argument';
import { repeatedDefinition } from '../rules/repeated-definition';
import { repeatedLabel } from '../rules/repeated-label';
import { repeatedStatement } from '../rules/repeated-statement';
import { reservedName } from '../rules/reserved-name';
import { shapeMismatch } from '../rules/shape-mismatch';
import { supportMismatch } from '../rules/support-mismatch';
import { surplusArgument } from '../rules/surplus-argument';
import { tableLength } from '../rules/table-length';
import { tooLarge } from '../rules/too-large';
import { undefinedElement } from '../rules/undefined-element';
import { unknownActivation } from '../rules/unknown-activation';
import { unknownDistribution } from '../rules/unknown-distribution';
import { unknownDomain } from '../rules/unknown-domain';
import { unknownFunction } from '../rules/unknown-function';
import { unknownMethod } from '../rules/unknown-method';
import { unknownName } from '../rules/unknown-name';
import { unknownOption } from '../rules/unknown-option';
import { unknownParameter } from '../rules/unknown-parameter';
import { unusedDefinition } from '../rules/unused-definition';
import { unusedLatent } from '../rules/unused-latent';
import { viewRange } from '../rules/view-range';
import { zeroWeight } from '../rules/zero-weight';
import type { Rule } from './rule';

/** Every rule: names and arguments first, then types, then values. */
export const rules: readonly Rule[] = [
  unknownName,
  unknownDistribution,
  unknownFunction,
  unknownActivation,
  unknownParameter,
  unknownDomain,
  unknownMethod,
  unknownOption,
  repeatedDefinition,
  reservedName,
  repeatedStatement,
  missingArgument,
  repeatedArgument,
  surplusArgument,
  repeatedLabel,
  networkUncalled,
  notAFunction,
  numberExpected,
  distributionExpected,
  labelAsNumber,
  shapeMismatch,
  indexKind,
  indexRange,
  tableLength,
  caseSubject,
  casePattern,
  caseRow,
  caseUnlike,
  densePlace,
  denseUnits,
  copiesCount,
  networkUsesVariable,
  paramNotConstant,
  parentsUnlisted,
  parentsUnused,
  parentNotVariable,
  cycle,
  chainTarget,
  loopRange,
  chainIndex,
  chainGap,
  chainUnlike,
  undefinedElement,
  notFinite,
  parameterDomain,
  supportMismatch,
  probabilitiesSum,
  zeroWeight,
  paramDomain,
  dataVariable,
  dataShape,
  dataFile,
  dataValues,
  viewRange,
  optionValue,
  tooLarge,
  unusedLatent,
  unusedDefinition,
  noObserved,
];

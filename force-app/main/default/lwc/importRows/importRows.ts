/**
 * Imports: recognizes columns, looks up users, gives each row a verdict, and makes a plan of the rows that will move.
 *
 * `recognize` → `askSteps` → `lookUp` → `judgeSteps` → corrections with `judgeAgain` → `importPlan`. All of it is plain
 * data, and only `lookUp` and `findNearest` ask the org.
 */
export * from './types.ts';
export {
    columnsOf,
    hasHeader,
    problemsOf,
    recognize,
    withHeader,
    type Column,
    type ColumnProblem,
    type Recognized
} from './recognize.ts';
export { type Looks } from './looks.ts';
export { NO_CENTER } from 'c/csv';
export { folded, questionKey } from './keys.ts';
export { askSteps, valuesNotFound, valuesToAsk } from './questions.ts';
export {
    lookUp,
    MAX_LOOKUP_REQUESTS,
    MORE_REQUESTS,
    NOTHING_FOUND,
    type LookupEnd,
    type LookupOptions,
    type LookupResult
} from './lookUp.ts';
export { findNearest, MAX_NEAREST_REQUESTS } from './nearest.ts';
export { judgeAgain, judgeSteps, placeOf, type Import, type Judged } from './judge.ts';
export { importPlan, needsWork } from './importPlan.ts';
export { needsWorkCsv, templateCsv } from './files.ts';

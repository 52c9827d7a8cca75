/** Checks: standing questions about the org, each with a count, the users it means, and mostly a fix, which is a plan. */
export { countQuestions, groupOf, WATCHED, type CheckKey, type WatchKey } from './groups.ts';
export { findingsIn, findingsOf, type Finding, type FindingState } from './findings.ts';
export { findingGroup, fixesOf, planFix, type Fix } from './fixes.ts';
export { readChecks, type ReadChecks } from './readChecks.ts';
export {
    daysProblem,
    DEFAULT_DAYS,
    ignoredWrite,
    MAX_DAYS,
    settingWrite,
    settingsOf,
    type Ignored,
    type Settings
} from './settings.ts';

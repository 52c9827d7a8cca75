/** Rules: which users belong in which call center. The first rule that a user fits counts. */
export { changedRule, draftLike, draftOf, draftProblem, movedRules, NEW_RULE } from './drafts.ts';
export type { DraftProblem, RuleDraft } from './drafts.ts';
export { flawsOf, type KnownOrg, type RuleFlaw } from './flaws.ts';
export { MAX_RULES, MAX_VALUES_PER_RULE, readRules, type Rule } from './readRules.ts';
export { driftOf, ruleQuestion, splitByTarget } from './groups.ts';

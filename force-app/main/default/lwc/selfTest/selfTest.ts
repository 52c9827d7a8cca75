/** Tries everything that Switchboard relies on in an org and in its browser. Nothing is written to the org. */
export { anonymous } from './anonymous.ts';
export {
    CHECK_IDS,
    CHECKS,
    type Check,
    type CheckedHost,
    type CheckedOrg,
    type CheckId,
    type Found
} from './checks.ts';
export { runChecks, type CheckResult, type Results } from './runChecks.ts';
export { sourceInUse, verdictOf, type Verdict } from './verdict.ts';

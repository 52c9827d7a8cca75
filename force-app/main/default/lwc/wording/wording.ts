/** Sentences for faults, results, reasons, types, and dates, made from labels. */
export { dayText, momentText } from './days.ts';
export {
    faultName,
    faultSentence,
    faultText,
    faultWords,
    isExpired,
    type FaultWords,
    withDetails,
    salesforceSays,
    withLastError,
    withMessage,
    withoutCode
} from './faults.ts';
export { columnName, columnProblemText, groupText, keyText, rowReason, sourceProblemText } from './imports.ts';
export { kindText, knownByText, listText, membersText, namesOf, type NameOf } from './names.ts';
export { nextStepText, outcomeCount, outcomeText, reasonText, settledText } from './outcomes.ts';
export { personName, requestStatus, requestsTitle, requestTitle } from './requests.ts';
export { CENTERS_URL, centerUrl, HELP_URL, userUrl } from './setupUrls.ts';
export { isRemoval, reportTitle } from './titles.ts';
export { undoText } from './undo.ts';
export { viewChoices, type ViewChoice, type ViewFacts } from './views.ts';

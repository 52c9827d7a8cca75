import type { CallCenter } from 'c/callCenters';
import { findingsIn, findingsOf } from 'c/checks';
import { LABELS } from 'c/labels';
import type { Notice } from 'c/notice';
import type { Choice } from 'c/orgPort';
import { chosenCenter, nextToUndo, type Page, type View, type Viewpoint } from 'c/pageState';
import { requestsTitle, viewChoices, type FaultWords, type ViewChoice, type ViewFacts } from 'c/wording';
import { noticeOf, problemsOf } from './messages.ts';
import { unsavedText } from './unsavedText.ts';

/** What the page shows of its state, as its parts take it. */
export interface Shown {
    view: View;
    showsHistory: boolean;
    showsCheck: boolean;
    showsExport: boolean;
    showsChecks: boolean;
    showsRequests: boolean;
    showsOtherView: boolean;
    /** From when the import was opened, so that what it read is kept. */
    hasImport: boolean;
    /** Which views the header and the menu offer. */
    offered: ViewFacts;
    menuViews: ViewChoice[];
    /** This user can't edit users. */
    mayNotEdit: boolean;
    center: CallCenter | null;
    heading: string;
    hint: string;
    /** Every call center, for filters. */
    centers: Choice[];
    choices: { profiles: Choice[]; roles: Choice[] };
    problems: ReturnType<typeof problemsOf>;
    notice: Notice | null;
    unsaved: FaultWords | null;
    /** Whether someone was moved since the page opened, or is now. */
    hasMoved: boolean;
    /** How many checks found something; null until they were read. */
    findings: number | null;
}

const NO_CHOICES: Shown['choices'] = { profiles: [], roles: [] };

/** Keeps what is shown until the page changes, because the template reads it many times. */
export class ShownMemo {
    private memo: { page: Page; viewpoint: Viewpoint; shown: Shown } | null = null;

    of(page: Page, viewpoint: Viewpoint): Shown {
        if (this.memo?.page !== page || this.memo.viewpoint !== viewpoint) {
            this.memo = { page, viewpoint, shown: shownOf(page, viewpoint, this.memo) };
        }
        return this.memo.shown;
    }
}

function shownOf(page: Page, viewpoint: Viewpoint, before: { viewpoint: Viewpoint; shown: Shown } | null): Shown {
    const { nameOf, chosen, target, hidesMemberships } = viewpoint;
    // A link can ask for the import, and where call centers of users are hidden, the users are shown then.
    const view = page.view === 'import' && hidesMemberships ? 'users' : page.view;
    const offered = offeredViews(page, viewpoint);
    const { message, unsaved, checks, overview } = page;
    // A new list redraws the parts that it's for.
    const centers = before?.viewpoint === viewpoint ? before.shown.centers : centerChoices(page, viewpoint);
    return {
        view,
        showsHistory: view === 'history',
        showsCheck: view === 'check',
        showsExport: view === 'export',
        showsChecks: view === 'checks',
        showsRequests: view === 'requests',
        showsOtherView: view !== 'users' && view !== 'import',
        // Its rows name call centers, so those are read first.
        hasImport: before?.shown.hasImport || (view === 'import' && page.overview.value !== null),
        offered,
        menuViews: [...viewChoices('header', offered), ...viewChoices('menu', offered)],
        mayNotEdit: page.permission === 'missing',
        center: chosenCenter(page),
        heading: chosen === 'everyone' ? LABELS.everyone : nameOf(target),
        hint: hintOf(viewpoint),
        centers,
        choices: page.choices.value ?? NO_CHOICES,
        problems: problemsOf(page),
        notice: message && noticeOf(message, nameOf, nextToUndo(page)),
        unsaved: unsaved && unsavedText(unsaved),
        hasMoved: page.clicks.length > 0 || page.isRunning,
        findings: checks.value && findingsIn(findingsOf(checks.value, overview.value))
    };
}

/** Who may edit users sees how many requests wait; who can't, whether they asked for something. */
function offeredViews({ view, permission, requests }: Page, { hidesMemberships }: Viewpoint): ViewFacts {
    const known = requests.value ?? [];
    const mayAnswer = permission !== 'missing';
    const waiting = known.filter(({ state }) => state.status === 'requested').length;
    const hasRequests = view === 'requests' || (mayAnswer ? waiting : known.length) > 0;
    return { mayImport: !hidesMemberships, requests: requestsTitle(mayAnswer, waiting), hasRequests };
}

function centerChoices({ overview }: Page, { nameOf }: Viewpoint): Choice[] {
    return (overview.value?.centers ?? []).map(({ id }) => ({ id, name: nameOf(id) }));
}

function hintOf({ hidesMemberships, chosen }: Viewpoint): string {
    // What the hints advise to do can't be done.
    if (hidesMemberships) return '';
    return chosen === 'everyone' ? LABELS.everyoneHint : LABELS.withoutHint;
}

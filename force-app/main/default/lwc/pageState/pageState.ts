/** What the page has read, what is chosen, and what it shows, with pure transitions between them. */
export { readAddress, searchFrom, VIEWS, type Address, type LinkedSearch, type View } from './address.ts';
export {
    centerAfter,
    endClick,
    isBusy,
    isUndoable,
    answerToPress,
    nextToUndo,
    rested,
    startCheck,
    startClick,
    startUndo,
    UNDOABLE_CLICKS
} from './click.ts';
export * from './page.ts';
export { addressOf, openAddress } from './shownAddress.ts';
export { runEnded, runSettled, runStarted } from './run.ts';
export {
    viewpointOf,
    type ClickedMove,
    type MembershipCounts,
    type PageViewpoint,
    type Viewpoint
} from './viewpoint.ts';
export { linkQuery, queryOf, sameAddress, stateWith, writeAddress, type AddressParameters } from './writeAddress.ts';

import columnCenterId from '@salesforce/label/c.Switchboard_columnCenterId';
import columnCreated from '@salesforce/label/c.Switchboard_columnCreated';
import columnDepartment from '@salesforce/label/c.Switchboard_columnDepartment';
import columnDivision from '@salesforce/label/c.Switchboard_columnDivision';
import columnManager from '@salesforce/label/c.Switchboard_columnManager';
import columnTitle from '@salesforce/label/c.Switchboard_columnTitle';
import exportAllColumns from '@salesforce/label/c.Switchboard_exportAllColumns';
import exportChanged from '@salesforce/label/c.Switchboard_exportChanged';
import exportCopied from '@salesforce/label/c.Switchboard_exportCopied';
import exportCopiedOne from '@salesforce/label/c.Switchboard_exportCopiedOne';
import exportCopy from '@salesforce/label/c.Switchboard_exportCopy';
import exportFilters from '@salesforce/label/c.Switchboard_exportFilters';
import exportHint from '@salesforce/label/c.Switchboard_exportHint';
import exportMatch from '@salesforce/label/c.Switchboard_exportMatch';
import exportMatchOne from '@salesforce/label/c.Switchboard_exportMatchOne';
import exportMembers from '@salesforce/label/c.Switchboard_exportMembers';
import exportMembersHint from '@salesforce/label/c.Switchboard_exportMembersHint';
import exportMissing from '@salesforce/label/c.Switchboard_exportMissing';
import exportNoHistory from '@salesforce/label/c.Switchboard_exportNoHistory';
import exportNotes from '@salesforce/label/c.Switchboard_exportNotes';
import exportNotesAt from '@salesforce/label/c.Switchboard_exportNotesAt';
import exportNotesBy from '@salesforce/label/c.Switchboard_exportNotesBy';
import exportNotesOrg from '@salesforce/label/c.Switchboard_exportNotesOrg';
import exportReady from '@salesforce/label/c.Switchboard_exportReady';
import exportSaved from '@salesforce/label/c.Switchboard_exportSaved';
import exportSavedOne from '@salesforce/label/c.Switchboard_exportSavedOne';
import exportSettings from '@salesforce/label/c.Switchboard_exportSettings';
import exportSummary from '@salesforce/label/c.Switchboard_exportSummary';
import exportSummaryHint from '@salesforce/label/c.Switchboard_exportSummaryHint';
import exportTooMany from '@salesforce/label/c.Switchboard_exportTooMany';
import exportUnread from '@salesforce/label/c.Switchboard_exportUnread';
import exportUsers from '@salesforce/label/c.Switchboard_exportUsers';
import exportUsersMatch from '@salesforce/label/c.Switchboard_exportUsersMatch';
import exportUsualColumns from '@salesforce/label/c.Switchboard_exportUsualColumns';
import oldMoves from '@salesforce/label/c.Switchboard_oldMoves';
import oldMovesAge from '@salesforce/label/c.Switchboard_oldMovesAge';
import oldMovesDelete from '@salesforce/label/c.Switchboard_oldMovesDelete';
import oldMovesDeleteHint from '@salesforce/label/c.Switchboard_oldMovesDeleteHint';
import oldMovesDeleteOne from '@salesforce/label/c.Switchboard_oldMovesDeleteOne';
import oldMovesDeleted from '@salesforce/label/c.Switchboard_oldMovesDeleted';
import oldMovesDeleting from '@salesforce/label/c.Switchboard_oldMovesDeleting';
import oldMovesFault from '@salesforce/label/c.Switchboard_oldMovesFault';
import oldMovesHint from '@salesforce/label/c.Switchboard_oldMovesHint';
import oldMovesIncomplete from '@salesforce/label/c.Switchboard_oldMovesIncomplete';
import oldMovesLeft from '@salesforce/label/c.Switchboard_oldMovesLeft';
import oldMovesMayNot from '@salesforce/label/c.Switchboard_oldMovesMayNot';
import oldMovesMonths from '@salesforce/label/c.Switchboard_oldMovesMonths';
import oldMovesNone from '@salesforce/label/c.Switchboard_oldMovesNone';
import oldMovesReading from '@salesforce/label/c.Switchboard_oldMovesReading';
import oldMovesRefused from '@salesforce/label/c.Switchboard_oldMovesRefused';
import oldMovesSaved from '@salesforce/label/c.Switchboard_oldMovesSaved';
import oldMovesSavedCheck from '@salesforce/label/c.Switchboard_oldMovesSavedCheck';
import oldMovesTooMany from '@salesforce/label/c.Switchboard_oldMovesTooMany';
import oldMovesUncertain from '@salesforce/label/c.Switchboard_oldMovesUncertain';

export const exporting = {
    columnCenterId,
    columnCreated,
    columnDepartment,
    columnDivision,
    columnManager,
    columnTitle,
    exportAllColumns,
    exportChanged,
    exportCopied,
    exportCopiedOne,
    exportCopy,
    exportFilters,
    exportHint,
    exportMatch,
    exportMatchOne,
    exportMembers,
    exportMembersHint,
    exportMissing,
    exportNoHistory,
    exportNotes,
    exportNotesAt,
    exportNotesBy,
    exportNotesOrg,
    exportReady,
    exportSaved,
    exportSavedOne,
    exportSettings,
    exportSummary,
    exportSummaryHint,
    exportTooMany,
    exportUnread,
    exportUsers,
    exportUsersMatch,
    exportUsualColumns,
    oldMoves,
    oldMovesAge,
    oldMovesDelete,
    oldMovesDeleteHint,
    oldMovesDeleteOne,
    oldMovesDeleted,
    oldMovesDeleting,
    oldMovesFault,
    oldMovesHint,
    oldMovesIncomplete,
    oldMovesLeft,
    oldMovesMayNot,
    oldMovesMonths,
    oldMovesNone,
    oldMovesReading,
    oldMovesRefused,
    oldMovesSaved,
    oldMovesSavedCheck,
    oldMovesTooMany,
    oldMovesUncertain
};

import backToImport from '@salesforce/label/c.Switchboard_backToImport';
import importAllRows from '@salesforce/label/c.Switchboard_importAllRows';
import importBinary from '@salesforce/label/c.Switchboard_importBinary';
import importCellCount from '@salesforce/label/c.Switchboard_importCellCount';
import importCells from '@salesforce/label/c.Switchboard_importCells';
import importChangeColumns from '@salesforce/label/c.Switchboard_importChangeColumns';
import importCheckRows from '@salesforce/label/c.Switchboard_importCheckRows';
import importCheckRowsOne from '@salesforce/label/c.Switchboard_importCheckRowsOne';
import importChoose from '@salesforce/label/c.Switchboard_importChoose';
import importChooseCenter from '@salesforce/label/c.Switchboard_importChooseCenter';
import importChooseColumn from '@salesforce/label/c.Switchboard_importChooseColumn';
import importChosen from '@salesforce/label/c.Switchboard_importChosen';
import importChosenRest from '@salesforce/label/c.Switchboard_importChosenRest';
import importColumnFile from '@salesforce/label/c.Switchboard_importColumnFile';
import importColumnNumber from '@salesforce/label/c.Switchboard_importColumnNumber';
import importColumnRow from '@salesforce/label/c.Switchboard_importColumnRow';
import importColumnUser from '@salesforce/label/c.Switchboard_importColumnUser';
import importColumnWhat from '@salesforce/label/c.Switchboard_importColumnWhat';
import importComma from '@salesforce/label/c.Switchboard_importComma';
import importDelimiter from '@salesforce/label/c.Switchboard_importDelimiter';
import importDoubledTarget from '@salesforce/label/c.Switchboard_importDoubledTarget';
import importDoubledUser from '@salesforce/label/c.Switchboard_importDoubledUser';
import importDownload from '@salesforce/label/c.Switchboard_importDownload';
import importDownloadOne from '@salesforce/label/c.Switchboard_importDownloadOne';
import importDrop from '@salesforce/label/c.Switchboard_importDrop';
import importEmpty from '@salesforce/label/c.Switchboard_importEmpty';
import importEmptyCell from '@salesforce/label/c.Switchboard_importEmptyCell';
import importEncoding from '@salesforce/label/c.Switchboard_importEncoding';
import importFacts from '@salesforce/label/c.Switchboard_importFacts';
import importFix from '@salesforce/label/c.Switchboard_importFix';
import importHasHeader from '@salesforce/label/c.Switchboard_importHasHeader';
import importKeep from '@salesforce/label/c.Switchboard_importKeep';
import importKeyAlias from '@salesforce/label/c.Switchboard_importKeyAlias';
import importKeyEmail from '@salesforce/label/c.Switchboard_importKeyEmail';
import importKeyEmployee from '@salesforce/label/c.Switchboard_importKeyEmployee';
import importKeyFederation from '@salesforce/label/c.Switchboard_importKeyFederation';
import importKeyId from '@salesforce/label/c.Switchboard_importKeyId';
import importKeyName from '@salesforce/label/c.Switchboard_importKeyName';
import importKeyUsername from '@salesforce/label/c.Switchboard_importKeyUsername';
import importKeyUsernameOrEmail from '@salesforce/label/c.Switchboard_importKeyUsernameOrEmail';
import importKnown from '@salesforce/label/c.Switchboard_importKnown';
import importLeaveEmpty from '@salesforce/label/c.Switchboard_importLeaveEmpty';
import importLeftOut from '@salesforce/label/c.Switchboard_importLeftOut';
import importLeftOutOne from '@salesforce/label/c.Switchboard_importLeftOutOne';
import importLookingUp from '@salesforce/label/c.Switchboard_importLookingUp';
import importMoreRows from '@salesforce/label/c.Switchboard_importMoreRows';
import importMoreUsers from '@salesforce/label/c.Switchboard_importMoreUsers';
import importNearest from '@salesforce/label/c.Switchboard_importNearest';
import importNeedsWork from '@salesforce/label/c.Switchboard_importNeedsWork';
import importNoColumn from '@salesforce/label/c.Switchboard_importNoColumn';
import importNoMatch from '@salesforce/label/c.Switchboard_importNoMatch';
import importNoMatchReason from '@salesforce/label/c.Switchboard_importNoMatchReason';
import importNoRows from '@salesforce/label/c.Switchboard_importNoRows';
import importNoRowsShown from '@salesforce/label/c.Switchboard_importNoRowsShown';
import importNoTarget from '@salesforce/label/c.Switchboard_importNoTarget';
import importNoUser from '@salesforce/label/c.Switchboard_importNoUser';
import importNotReadable from '@salesforce/label/c.Switchboard_importNotReadable';
import importNotUser from '@salesforce/label/c.Switchboard_importNotUser';
import importNothingChanges from '@salesforce/label/c.Switchboard_importNothingChanges';
import importPasteHint from '@salesforce/label/c.Switchboard_importPasteHint';
import importPasteInstead from '@salesforce/label/c.Switchboard_importPasteInstead';
import importPasteLabel from '@salesforce/label/c.Switchboard_importPasteLabel';
import importPasted from '@salesforce/label/c.Switchboard_importPasted';
import importPausedText from '@salesforce/label/c.Switchboard_importPausedText';
import importPreview from '@salesforce/label/c.Switchboard_importPreview';
import importQuoteInside from '@salesforce/label/c.Switchboard_importQuoteInside';
import importReadText from '@salesforce/label/c.Switchboard_importReadText';
import importReading from '@salesforce/label/c.Switchboard_importReading';
import importReadingText from '@salesforce/label/c.Switchboard_importReadingText';
import importReason from '@salesforce/label/c.Switchboard_importReason';
import importReplace from '@salesforce/label/c.Switchboard_importReplace';
import importReviewMoves from '@salesforce/label/c.Switchboard_importReviewMoves';
import importReviewMovesOne from '@salesforce/label/c.Switchboard_importReviewMovesOne';
import importRow from '@salesforce/label/c.Switchboard_importRow';
import importRowNow from '@salesforce/label/c.Switchboard_importRowNow';
import importRows from '@salesforce/label/c.Switchboard_importRows';
import importRowsOne from '@salesforce/label/c.Switchboard_importRowsOne';
import importSaveAll from '@salesforce/label/c.Switchboard_importSaveAll';
import importSaveFix from '@salesforce/label/c.Switchboard_importSaveFix';
import importSearch from '@salesforce/label/c.Switchboard_importSearch';
import importSemicolon from '@salesforce/label/c.Switchboard_importSemicolon';
import importSetCenter from '@salesforce/label/c.Switchboard_importSetCenter';
import importSeveralReason from '@salesforce/label/c.Switchboard_importSeveralReason';
import importSeveralUsers from '@salesforce/label/c.Switchboard_importSeveralUsers';
import importSkip from '@salesforce/label/c.Switchboard_importSkip';
import importSkippedReason from '@salesforce/label/c.Switchboard_importSkippedReason';
import importSort from '@salesforce/label/c.Switchboard_importSort';
import importSortFile from '@salesforce/label/c.Switchboard_importSortFile';
import importSortWork from '@salesforce/label/c.Switchboard_importSortWork';
import importSummary from '@salesforce/label/c.Switchboard_importSummary';
import importTab from '@salesforce/label/c.Switchboard_importTab';
import importTargetColumn from '@salesforce/label/c.Switchboard_importTargetColumn';
import importTargetEmpty from '@salesforce/label/c.Switchboard_importTargetEmpty';
import importTargetNoMatch from '@salesforce/label/c.Switchboard_importTargetNoMatch';
import importTargetSeveral from '@salesforce/label/c.Switchboard_importTargetSeveral';
import importTemplate from '@salesforce/label/c.Switchboard_importTemplate';
import importTextAfterQuote from '@salesforce/label/c.Switchboard_importTextAfterQuote';
import importTooBig from '@salesforce/label/c.Switchboard_importTooBig';
import importTooManyRows from '@salesforce/label/c.Switchboard_importTooManyRows';
import importTwice from '@salesforce/label/c.Switchboard_importTwice';
import importTwiceOther from '@salesforce/label/c.Switchboard_importTwiceOther';
import importTwiceSame from '@salesforce/label/c.Switchboard_importTwiceSame';
import importUnavailable from '@salesforce/label/c.Switchboard_importUnavailable';
import importUnchecked from '@salesforce/label/c.Switchboard_importUnchecked';
import importUnclosedQuote from '@salesforce/label/c.Switchboard_importUnclosedQuote';
import importUndoFix from '@salesforce/label/c.Switchboard_importUndoFix';
import importUnlike from '@salesforce/label/c.Switchboard_importUnlike';
import importUnread from '@salesforce/label/c.Switchboard_importUnread';
import importUnskip from '@salesforce/label/c.Switchboard_importUnskip';
import importUnsure from '@salesforce/label/c.Switchboard_importUnsure';
import importUnused from '@salesforce/label/c.Switchboard_importUnused';
import importUnusedOne from '@salesforce/label/c.Switchboard_importUnusedOne';
import importUseUser from '@salesforce/label/c.Switchboard_importUseUser';
import importUserBy from '@salesforce/label/c.Switchboard_importUserBy';
import importUserColumn from '@salesforce/label/c.Switchboard_importUserColumn';
import importUsers from '@salesforce/label/c.Switchboard_importUsers';
import importVerdictAsks from '@salesforce/label/c.Switchboard_importVerdictAsks';
import importVerdictBlocked from '@salesforce/label/c.Switchboard_importVerdictBlocked';
import importVerdictNotFound from '@salesforce/label/c.Switchboard_importVerdictNotFound';
import importVerdictSeveral from '@salesforce/label/c.Switchboard_importVerdictSeveral';
import importVerdictSkipped from '@salesforce/label/c.Switchboard_importVerdictSkipped';
import importVerdictTarget from '@salesforce/label/c.Switchboard_importVerdictTarget';
import importVerdictTwice from '@salesforce/label/c.Switchboard_importVerdictTwice';
import importVerdictUnchecked from '@salesforce/label/c.Switchboard_importVerdictUnchecked';
import importVerdictUnreadable from '@salesforce/label/c.Switchboard_importVerdictUnreadable';
import importVerdicts from '@salesforce/label/c.Switchboard_importVerdicts';
import importWillMove from '@salesforce/label/c.Switchboard_importWillMove';
import importWillMoveOne from '@salesforce/label/c.Switchboard_importWillMoveOne';
import importWorkbook from '@salesforce/label/c.Switchboard_importWorkbook';

export const imports = {
    backToImport,
    importAllRows,
    importBinary,
    importCellCount,
    importCells,
    importChangeColumns,
    importCheckRows,
    importCheckRowsOne,
    importChoose,
    importChooseCenter,
    importChooseColumn,
    importChosen,
    importChosenRest,
    importColumnFile,
    importColumnNumber,
    importColumnRow,
    importColumnUser,
    importColumnWhat,
    importComma,
    importDelimiter,
    importDoubledTarget,
    importDoubledUser,
    importDownload,
    importDownloadOne,
    importDrop,
    importEmpty,
    importEmptyCell,
    importEncoding,
    importFacts,
    importFix,
    importHasHeader,
    importKeep,
    importKeyAlias,
    importKeyEmail,
    importKeyEmployee,
    importKeyFederation,
    importKeyId,
    importKeyName,
    importKeyUsername,
    importKeyUsernameOrEmail,
    importKnown,
    importLeaveEmpty,
    importLeftOut,
    importLeftOutOne,
    importLookingUp,
    importMoreRows,
    importMoreUsers,
    importNearest,
    importNeedsWork,
    importNoColumn,
    importNoMatch,
    importNoMatchReason,
    importNoRows,
    importNoRowsShown,
    importNoTarget,
    importNoUser,
    importNotReadable,
    importNotUser,
    importNothingChanges,
    importPasteHint,
    importPasteInstead,
    importPasteLabel,
    importPasted,
    importPausedText,
    importPreview,
    importQuoteInside,
    importReadText,
    importReading,
    importReadingText,
    importReason,
    importReplace,
    importReviewMoves,
    importReviewMovesOne,
    importRow,
    importRowNow,
    importRows,
    importRowsOne,
    importSaveAll,
    importSaveFix,
    importSearch,
    importSemicolon,
    importSetCenter,
    importSeveralReason,
    importSeveralUsers,
    importSkip,
    importSkippedReason,
    importSort,
    importSortFile,
    importSortWork,
    importSummary,
    importTab,
    importTargetColumn,
    importTargetEmpty,
    importTargetNoMatch,
    importTargetSeveral,
    importTemplate,
    importTextAfterQuote,
    importTooBig,
    importTooManyRows,
    importTwice,
    importTwiceOther,
    importTwiceSame,
    importUnavailable,
    importUnchecked,
    importUnclosedQuote,
    importUndoFix,
    importUnlike,
    importUnread,
    importUnskip,
    importUnsure,
    importUnused,
    importUnusedOne,
    importUseUser,
    importUserBy,
    importUserColumn,
    importUsers,
    importVerdictAsks,
    importVerdictBlocked,
    importVerdictNotFound,
    importVerdictSeveral,
    importVerdictSkipped,
    importVerdictTarget,
    importVerdictTwice,
    importVerdictUnchecked,
    importVerdictUnreadable,
    importVerdicts,
    importWillMove,
    importWillMoveOne,
    importWorkbook
};

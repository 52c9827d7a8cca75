/** Reads and writes CSV files (RFC 4180) and tables copied from spreadsheets, including the files that Switchboard offers. */
export { NO_CENTER, noteRow, tableSteps, withoutGuard, writeCsv } from './write.ts';
export { CsvError, type CsvErrorKind } from './csvError.ts';
export { readSheet, sheetSteps } from './readSheet.ts';
export { decodeText, ENCODINGS, FileError, type Encoding, type FileErrorKind } from './decode.ts';
export { fileDay, movesFileName } from './fileName.ts';
export { planCsv } from './plans.ts';
export { movesCsv, voiceAddUsersCsv, type VoiceUser } from './files.ts';
export * from './sheet.ts';
